package mx.gob.edomex.catgem.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules are proposed, replayed and published by two people; levels of skills are changed by many at once. */
class RoutingRulesIT extends BrowserTest {

    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(180_000);

    private static void english(Page page) {
        page.context()
                .addCookies(List.of(new Cookie("catgem_language", "en")
                        .setUrl(RunningCentre.address("").toString())));
    }

    @Test
    void rulesAreProposedCheckedReplayedAndPublishedByTwoPeople() {
        signIn(page, "coordinadora1");
        open(page, "routing.xhtml");
        assertThat(page.locator("#versions tbody tr")).not().hasCount(0);
        assertAccessible(page);
        page.locator("#propose").click();
        assertThat(page.locator("#difference")).containsText("Nada: dice lo mismo");
        String id = page.url().replaceAll(".*id=", "");

        // What contradicts itself is named where it stands, in words, and is not handed in.
        page.locator("[name='targets.SOCIAL.URGENT']").fill("5000");
        page.locator("[name='level']").fill("9");
        page.locator("#reason").fill("Prueba de reglas");
        page.locator("#submit").click();
        assertThat(page.locator("#refused")).containsText("se contradicen");
        assertThat(page.locator("#check")).containsText("Nivel que se pide: escriba un número entero de 1–5");
        assertThat(page.locator("#check")).containsText("Redes sociales · Alta");
        assertThat(page.locator("[name='level']")).hasAttribute("aria-invalid", "true");
        assertAccessible(page);
        picture(page, "ruledraft-faults-es-1366");

        page.locator("[name='targets.SOCIAL.URGENT']").fill("900");
        page.locator("[name='targets.SOCIAL.LOW']").fill("1000");
        page.locator("[name='level']").fill("1");
        page.locator("[name='kind-1']").selectOption("");
        page.locator("#save").click();
        assertThat(page.locator("#done")).containsText("Se guardó");
        assertThat(page.locator("#difference")).containsText("Se suman");
        assertAccessible(page);
        picture(page, "ruledraft-es-1366");

        page.locator("#replay").click();
        assertThat(page.locator("#rules")).hasValue("draft:" + id);
        page.locator("#contacts").fill("10000");
        page.locator("#start").press("Enter");
        assertThat(page.locator("#running progress")).isVisible();
        picture(page, "replay-running-es-1366");
        page.locator("#cancel").click();
        assertThat(page.locator(".notice.warn")).containsText("canceló");
        open(page, "replay.xhtml?draft=" + id);
        assertThat(page.locator("#contacts")).hasValue("2500");
        page.locator("#start").press("Enter");
        assertThat(page.locator("#result")).containsText("Nivel de servicio", SOON);
        assertThat(page.locator("#result tbody tr")).hasCount(9);
        assertThat(page.locator("#classes tbody tr").first()).isVisible();
        page.locator("details.card summary").first().click();
        page.locator("details.card summary").last().click();
        assertAccessible(page);
        picture(page, "replay-es-1366");

        open(page, "ruledraft.xhtml?id=" + id);
        page.locator("#submit").click();
        assertThat(page.locator("#done")).containsText("Se entregó");
        assertThat(page.locator(".notice.info")).containsText("la aprueba otra persona");
        assertThat(page.locator("#publish")).hasCount(0);
        try (BrowserContext other = newSession()) {
            Page second = other.newPage();
            signIn(second, "coordinadora2");
            open(second, "ruledraft.xhtml?id=" + id);
            assertThat(second.locator("[name='level']")).isDisabled();
            second.locator("[data-opens='back-sheet']").click();
            second.locator("#note").fill("El nivel se queda en 3");
            assertAccessible(second);
            second.locator("#send-back").click();
            assertThat(second.locator("#done")).containsText("Se devolvió");
        }
        open(page, "ruledraft.xhtml?id=" + id);
        assertThat(page.locator(".notice.warn")).containsText("El nivel se queda en 3");
        page.locator("[name='level']").fill("3");
        page.locator("[name='kind-1']").selectOption("DROP_LEVEL");
        page.locator("[name='level-1']").fill("1");
        page.locator("[name='after-1']").fill("50");
        for (int step = 2; step <= 4; step++) {
            page.locator("[name='kind-" + step + "']")
                    .selectOption(new String[] {"NEIGHBOURS", "RESERVE", "EVERYONE"}[step - 2]);
            page.locator("[name='after-" + step + "']").fill(new String[] {"75", "100", "150"}[step - 2]);
        }
        page.locator("#submit").click();
        assertThat(page.locator("#done")).containsText("Se entregó");
        assertReadableOnAPhone(List.of("routing.xhtml", "ruledraft.xhtml?id=" + id, "replay.xhtml"));
        try (BrowserContext other = newSession()) {
            Page second = other.newPage();
            signIn(second, "supervisora");
            english(second);
            open(second, "ruledraft.xhtml?id=" + id);
            assertThat(second.locator("#difference")).containsText("Wait target · Social media · Low");
            assertAccessible(second);
            picture(second, "ruledraft-review-en-1366");
            second.locator("[data-opens='publish-sheet']").click();
            assertThat(second.locator("#publish-sheet")).containsText("count from now on");
            assertAccessible(second);
            picture(second, "ruledraft-publish-en-1366");
            second.locator("#publish").click();
            assertThat(second.locator("#done")).containsText("The version was published");
            assertThat(second.locator("#versions tbody tr").first()).containsText("In force");
            assertThat(second.locator("#versions tbody tr").first()).containsText("coordinadora1");
            assertAccessible(second);
            picture(second, "routing-en-1366");
        }
    }

    @Test
    void levelsOfManyPeopleAreChangedTogether() {
        signIn(page, "supervisora");
        open(page, "skills.xhtml");
        assertThat(page.locator(".matrix tbody tr")).hasCount(30);
        assertAccessible(page);
        picture(page, "skills-es-1366");
        page.locator("[name='level-asesora30-AGUA']").fill("7");
        submit(page, "#save-skills");
        assertThat(page.locator("#refused")).containsText("del 1 al 5");
        assertThat(page.locator("[name='level-asesora30-AGUA']")).hasAttribute("aria-invalid", "true");
        String salud = page.locator("[name='level-asesora30-SALUD']").inputValue();
        page.locator("[name='level-asesora30-AGUA']").fill("");
        page.locator("[name='level-asesora30-SALUD']").fill(salud.equals("5") ? "4" : "5");
        page.locator("[name='level-asesora29-SALUD']").fill("");
        assertThat(page.locator("#effect")).containsText("personas: 2");
        assertThat(page.locator("#effect")).containsText("Salud −1");
        assertAccessible(page);
        picture(page, "skills-unsaved-es-1366");
        page.locator("[name='level-asesora29-SALUD']").press("Enter");
        assertThat(page.locator("#done")).containsText("Personas que cambiaron: 2");
        assertThat(page.locator("[name='level-asesora30-AGUA']")).hasValue("");
        page.locator("#advisor").selectOption("asesora30");
        page.locator("#skill").selectOption("TOPIC:SALUD");
        page.locator("#until").fill("2031-05-31");
        page.locator("#save-validity").click();
        assertThat(page.locator("#limited")).containsText("31/05/2031");
        assertAccessible(page);
        open(page, "changes.xhtml");
        assertThat(page.locator(".changes-table")).containsText("Niveles cambiados");
        assertThat(page.locator(".changes-table")).containsText("Nivel en SALUD");
        open(page, "skills.xhtml?kind=LANGUAGE&q=asesora0");
        assertThat(page.locator(".matrix tbody tr")).hasCount(9);
        assertReadableOnAPhone(List.of("skills.xhtml"));
        assertThat(page.locator("h1")).hasText("Skills and levels");
    }
}
