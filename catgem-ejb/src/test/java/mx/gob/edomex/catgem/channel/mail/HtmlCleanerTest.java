package mx.gob.edomex.catgem.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlCleanerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>hola",
                "<img src=x onerror=alert(1)>hola",
                "<a href='javascript:alert(1)'>hola</a>",
                "<svg onload=alert(1)>hola</svg>",
                "<iframe src='https://evil.example'></iframe>hola",
                "<form action='https://evil.example'><input name=a></form>hola",
                "<div style=\"background:url('https://evil.example/x.png')\">hola</div>",
                "<style>@import 'https://evil.example/x.css'</style>hola",
                "<math><mtext><img src=1 onerror=alert(1)></mtext></math>hola",
                "<link rel=stylesheet href=https://evil.example/a.css>hola",
                "<img srcset='https://evil.example/a.png 1x'>hola",
                "<details class=mail-fold ontoggle=alert(1) open>hola</details>",
                "<base href='https://evil.example/'>hola"
            })
    void nothingRunsAndNothingLoads(String html) {
        String clean = clean(html);
        assertThat(clean).contains("hola");
        assertThat(clean.toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("alert", "evil.example", " src=", "<form", "<svg", "<iframe", "url(");
    }

    @Test
    void aRemoteImageIsNamedButNotLoaded() {
        assertThat(clean("<img src='https://x.example/pixel.gif' alt='logo'>"))
                .contains("data-remote-src=\"https://x.example/pixel.gif\"")
                .contains("alt=\"logo\"")
                .doesNotContain(" src=");
    }

    @Test
    void anImageThatCameAlongIsLinkedToItsAttachment() {
        UUID id = UUID.randomUUID();
        assertThat(HtmlCleaner.clean("<img src='cid:foto@1'>", Map.of("foto@1", id)))
                .contains("data-attachment=\"" + id + "\"");
    }

    @Test
    void aSenderCannotPointAtAttachmentsOfOthers() {
        assertThat(clean("<img data-attachment='" + UUID.randomUUID() + "'>")).doesNotContain("data-attachment");
    }

    @Test
    void theQuotedMailIsFolded() {
        assertThat(clean("<p>gracias</p><div class=gmail_quote><blockquote>antes</blockquote></div>"))
                .contains("<details class=\"mail-fold\"><summary>")
                .contains("antes");
        assertThat(clean("<p>gracias</p><div id=divRplyFwdMsg>De: x</div><div>antes</div>"))
                .containsSubsequence("gracias", "<details", "De: x", "antes", "</details>");
    }

    @Test
    void linksOpenApartAndTellNobody() {
        assertThat(clean("<a href='https://edomex.gob.mx'>x</a>"))
                .contains("target=\"_blank\"")
                .contains("noopener")
                .contains("noreferrer");
    }

    private static String clean(String html) {
        return HtmlCleaner.clean(html, Map.of());
    }
}
