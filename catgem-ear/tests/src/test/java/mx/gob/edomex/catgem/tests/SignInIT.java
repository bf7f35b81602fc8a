package mx.gob.edomex.catgem.tests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignInIT extends BrowserTest {

    @Test
    void aDemoAccountSignsInAndTheFirstPageIsAccessible() {
        page.navigate(RunningCentre.address("").toString());
        assertAccessible(page);
        signIn(page, "supervisora");
        assertThat(page.url()).doesNotContain("login").doesNotContain("j_security_check");
        assertAccessible(page);
    }
}
