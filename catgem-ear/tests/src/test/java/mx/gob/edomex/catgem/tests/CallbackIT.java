package mx.gob.edomex.catgem.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.tests.api.ApiClient;
import org.junit.jupiter.api.Test;

/** Callbacks, hours and limits in a browser: asked on a phone, dialled at the desk, steered by a coordinator. */
class CallbackIT extends BrowserTest {

    private static final Locator.WaitForOptions SHOWN = new Locator.WaitForOptions().setTimeout(60_000);

    /** Somewhere in the world it is neither too early nor too late to phone. */
    private static final ZoneId DAYTIME = Stream.of(
                    "America/Mexico_City", "Europe/Madrid", "Asia/Tokyo", "Pacific/Auckland", "Asia/Dubai")
            .map(ZoneId::of)
            .filter(zone -> {
                LocalTime now = LocalTime.now(zone);
                return now.isAfter(LocalTime.of(8, 5)) && now.isBefore(LocalTime.of(18, 0));
            })
            .findFirst()
            .orElseThrow();

    @Test
    void whoWaitsAsksToBePhonedAndSeesWhatWasPromised() {
        try (BrowserContext phone = newSession(new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setLocale("es-MX")
                .setTimezoneId(DAYTIME.getId()))) {
            Page citizen = phone.newPage();
            citizen.navigate(RunningCentre.address("chat/?lang=es").toString());
            citizen.locator("#accept:not([disabled])").click();
            citizen.fill("#write", "¿Qué necesito para renovar mi licencia?");
            citizen.click("#send");
            citizen.locator("#folio").waitFor(SHOWN);
            assertAccessible(citizen);
            picture(citizen, "callback-waiting-es-390");

            citizen.click("#prefer-call");
            citizen.locator("#call").waitFor(SHOWN);
            assertThat(citizen.locator("#call-title")).isFocused();
            assertAccessible(citizen);
            citizen.fill("#call-number", "070");
            citizen.click("#call-go");
            assertThat(citizen.locator("#call-error")).containsText("diez dígitos");
            assertThat(citizen.locator("#call-number")).isFocused();
            citizen.fill("#call-number", "722 123 4567");
            picture(citizen, "callback-form-es-390");
            citizen.keyboard().press("Enter");
            citizen.locator("#over").waitFor(SHOWN);
            assertThat(citizen.locator("#over-title")).hasText("Le llamaremos");
            assertThat(citizen.locator("#over-text")).containsText("termina en 67");
            assertAccessible(citizen);
            picture(citizen, "callback-asked-es-390");

            citizen.reload();
            assertThat(citizen.locator("#over-title")).hasText("Le llamaremos");
            citizen.click("#language");
            assertThat(citizen.locator("#over-title")).hasText("We will call you");
            picture(citizen, "callback-asked-en-390");
        }
    }

    @Test
    void aClosedChatSaysWhenItOpensAndTakesACallback() {
        signIn(page, "supervisora");
        page.navigate(RunningCentre.address("hours.xhtml?entry=CHAT_WEB").toString());
        assertAccessible(page);
        String today = ZonedDateTime.now(ZoneId.of("America/Mexico_City"))
                .toLocalDate()
                .toString();
        page.fill("#ex-day", today);
        page.fill("#ex-note", "Mantenimiento");
        page.click("#except");
        assertThat(page.locator("#done")).isVisible();
        assertThat(page.locator("#exceptions")).containsText("Mantenimiento");
        page.uncheck("[name=always]");
        page.fill("#day_MONDAY", "08:00-20:00");
        page.click("#check");
        assertThat(page.locator("#effect")).containsText("cerrado desde ahora");
        assertAccessible(page);
        picture(page, "hours-es-1366");

        try (BrowserContext phone = newSession(
                new Browser.NewContextOptions().setViewportSize(390, 844).setTimezoneId(DAYTIME.getId()))) {
            Page citizen = phone.newPage();
            citizen.navigate(RunningCentre.address("chat/?lang=es").toString());
            citizen.locator("#closed").waitFor(SHOWN);
            assertThat(citizen.locator("#closed")).containsText("cerrado");
            assertThat(citizen.locator("#start")).isHidden();
            assertAccessible(citizen);
            picture(citizen, "closed-es-390");
            citizen.click("#closed-call");
            citizen.locator("#call").waitFor(SHOWN);
            citizen.fill("#call-number", "+1 312 555 0142");
            citizen.fill("#call-reason", "Acta de nacimiento");
            citizen.click("#call-go");
            citizen.locator("#over").waitFor(SHOWN);
            assertThat(citizen.locator("#over-title")).hasText("Le llamaremos");
        } finally {
            page.navigate(RunningCentre.address("hours.xhtml?entry=CHAT_WEB").toString());
            submit(page, "#exceptions tr:has-text('Mantenimiento') input[type=submit]");
        }
        assertThat(page.locator("#exceptions")).hasCount(0);
        page.selectOption("#limit-line", "TOPIC:AGUA");
        page.fill("#limit-waiting", "50");
        page.selectOption("#limit-action", "OVERFLOW");
        page.selectOption("#limit-to", "TOPIC:AGUA");
        page.click("#set-limit");
        assertThat(page.locator("#refused")).containsText("daría vueltas");
        page.selectOption("#limit-to", "TOPIC:PREDIAL");
        page.click("#set-limit");
        assertThat(page.locator("#limits")).containsText("50");
        picture(page, "limits-es-1366");
        submit(page, "#limits input[type=submit] >> nth=0");
        assertReadableOnAPhone(java.util.List.of("hours.xhtml?entry=CHAT_WEB"));
    }

    @Test
    void anAdvisorDialsSaysWhatCameOfItAndACoordinatorGivesItAnotherTime() throws IOException, InterruptedException {
        ZonedDateTime now = ZonedDateTime.now(DAYTIME);
        DateTimeFormatter hour = DateTimeFormatter.ofPattern("HH:mm");
        String folio = ApiClient.of(RunningCentre.address(""), "integracion")
                .post(
                        "contacts",
                        """
                        {"channel":"PHONE","text":"Quiero saber de mi beca","topic":"EDUCACION",
                         "citizen":{"name":"Persona de Prueba","phone":"55 1234 5678"},
                         "callback":{"day":"%s","from":"%s","to":"%s","zone":"%s"}}"""
                                .formatted(
                                        now.toLocalDate(),
                                        hour.format(now.minusMinutes(1)),
                                        hour.format(now.plusHours(2)),
                                        DAYTIME))
                .folio();
        takeTheDesk(page, "asesora33");
        accept();
        assertThat(page.locator("#call-number")).containsText("55 1234 5678");
        assertThat(page.locator("#call-number").getAttribute("href")).isEqualTo("tel:+525512345678");
        assertAccessible(page);
        picture(page, "call-desk-es-1366");
        page.click("[data-act=call-said][data-result=NO_ANSWER]");
        page.waitForSelector(".talk-empty");

        try (BrowserContext other = newSession()) {
            Page coordinator = other.newPage();
            signIn(coordinator, "coordinadora1");
            coordinator.navigate(RunningCentre.address("callbacks.xhtml").toString());
            assertThat(coordinator.locator("#callbacks")).containsText(folio);
            assertThat(coordinator.locator("#callbacks")).containsText("Nadie contestó");
            assertAccessible(coordinator);
            picture(coordinator, "callbacks-es-1366");
            coordinator.navigate(
                    RunningCentre.address("callbacks.xhtml?folio=" + folio).toString());
            assertAccessible(coordinator);
            picture(coordinator, "callback-change-es-1366");
            coordinator.fill("#from", "02:00");
            coordinator.fill("#to", "03:00");
            coordinator.fill("#day", now.plusDays(1).toLocalDate().toString());
            coordinator.click("#reschedule");
            assertThat(coordinator.locator("#refused")).containsText("no llama");
            picture(coordinator, "callback-refused-es-1366");
            coordinator.selectOption("#reason", "ATTENDED_ELSEWHERE");
            coordinator.click("#cancel");
            assertThat(coordinator.locator("#done")).containsText("canceló");
            coordinator.navigate(
                    RunningCentre.address("folio.xhtml?folio=" + folio).toString());
            assertThat(coordinator.locator("main")).containsText("Ya se le atendió por otro medio");
        }
    }

    private void accept() {
        page.waitForSelector(".offer", new Page.WaitForSelectorOptions().setTimeout(60_000));
        page.keyboard().press("Control+Enter");
        page.waitForSelector("#call-number");
    }
}
