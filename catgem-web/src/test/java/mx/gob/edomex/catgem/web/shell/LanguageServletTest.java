package mx.gob.edomex.catgem.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageServletTest {

    @Test
    void returnsToThePageTheLanguageWasChosenOn() {
        assertThat(LanguageServlet.localPage("/desk.xhtml")).isEqualTo("/desk.xhtml");
        assertThat(LanguageServlet.localPage("/contact.xhtml?folio=AB12-CD34"))
                .isEqualTo("/contact.xhtml?folio=AB12-CD34");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "//evil.example",
                "https://evil.example/",
                "/\\evil.example",
                "/a//b",
                "/x\r\nSet-Cookie: a=b"
            })
    void neverLeadsElsewhere(String back) {
        assertThat(LanguageServlet.localPage(back)).isEqualTo("/index.xhtml");
    }
}
