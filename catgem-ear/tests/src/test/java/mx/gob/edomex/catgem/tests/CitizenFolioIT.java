package mx.gob.edomex.catgem.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A citizen asks for the state of a folio, without an account, on whatever they have. */
class CitizenFolioIT extends BrowserTest {

    @Test
    void theStateOfAFolioIsShownAndNothingElse() throws Exception {
        CitizenChat chat = CitizenChat.begun();
        chat.writes("m1", "Un secreto que no sale de aquí");
        String folio = chat.folio();
        page.navigate(address(""));
        page.locator("#folio").fill(folio.toLowerCase(Locale.ROOT));
        page.keyboard().press("Enter");
        assertThat(page.locator("#lookup-found")).containsText("En espera");
        assertThat(page.locator("main")).not().containsText("secreto");

        for (String language : List.of("es", "en")) {
            for (String theme : List.of("light", "dark")) {
                for (int width : new int[] {1366, 390, 320}) {
                    for (String asked : List.of("", "?folio=" + folio, "?folio=XXXX", "?folio=AAAA-AAAA-A")) {
                        look(language, theme, width, asked);
                    }
                }
            }
        }
    }

    private void look(String language, String theme, int width, String asked) {
        String base = RunningCentre.address("").toString();
        page.context()
                .addCookies(List.of(
                        new Cookie("catgem_language", language).setUrl(base),
                        new Cookie("catgem_theme", theme).setUrl(base)));
        page.setViewportSize(width, 844);
        page.navigate(address(asked));
        assertAccessible(page);
        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(page.locator("main")).not().containsText("???");
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .as("sideways scrolling of %s at %d px", asked, width)
                .isLessThanOrEqualTo(0);
        if (width != 320 && asked.length() > 12) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(
                            "target", "screenshots", "folio-" + language + theme + width + asked.length() + ".png")));
        }
    }

    private static String address(String asked) {
        return RunningCentre.address("public/folio.xhtml" + asked).toString();
    }
}
