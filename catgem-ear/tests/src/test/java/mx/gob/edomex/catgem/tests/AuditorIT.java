package mx.gob.edomex.catgem.tests;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who audits comes for a time, and what a new centre still lacks, as the supervisor sees both. */
class AuditorIT extends BrowserTest {

    private static final ZoneId ZONE = ZoneId.of("America/Mexico_City");

    @AfterEach
    void asBefore() {
        RunningCentre.execute(
                "update app_user set valid_from = current_date - 1, valid_until = current_date + 364 where username = 'auditor2'",
                "delete from sign_in_tally");
    }

    @Test
    void aPeriodThatEndsEndsTheSessionAndTheSignIn() {
        signIn(page, "supervisora");
        open(page, "account.xhtml?account=auditor2");
        assertAccessible(page);
        picture(page, "auditor-account");
        page.locator("#validUntil").fill("");
        page.locator("#save").click();
        PlaywrightAssertions.assertThat(page.locator("#refused")).containsText("un primer y un último día");
        assertAccessible(page);

        try (BrowserContext other = newSession()) {
            Page theirs = other.newPage();
            signIn(theirs, "auditor2");
            open(theirs, "contacts.xhtml");
            PlaywrightAssertions.assertThat(theirs.locator("h1")).isVisible();

            String yesterday = LocalDate.now(ZONE).minusDays(1).toString();
            page.locator("#validFrom").fill(yesterday);
            page.locator("#validUntil").fill(yesterday);
            page.locator("#save").click();
            page.locator("#done").waitFor();
            PlaywrightAssertions.assertThat(page.locator("#outside")).isVisible();
            assertAccessible(page);

            until(theirs, () -> {
                open(theirs, "contacts.xhtml");
                return theirs.locator("#j_password").isVisible();
            });
            assertRefused(theirs, "auditor2");
        }
    }

    @Test
    void whatIsMissingBeforeOpeningIsListed() {
        signIn(page, "supervisora");
        open(page, "opening.xhtml");
        PlaywrightAssertions.assertThat(page.locator("#opening tbody tr")).hasCount(7);
        PlaywrightAssertions.assertThat(page.locator("#opening-tryout")).isVisible();
        PlaywrightAssertions.assertThat(page.locator("#opening .tag.danger")).hasCount(0);
        PlaywrightAssertions.assertThat(page.locator("#opening")).containsText("No se exige");
        assertAccessible(page);
        picture(page, "opening");
        assertReadableOnAPhone(List.of("opening.xhtml", "account.xhtml?account=auditor2"));
    }

    @Test
    void nobodyIsSentWhereTheyMayNotGo() {
        signIn(page, "soporte");
        open(page, "opening.xhtml");
        PlaywrightAssertions.assertThat(page.locator("#opening a")).hasCount(1);
        PlaywrightAssertions.assertThat(page.locator("#opening a"))
                .hasAttribute("href", Pattern.compile("accounts\\.xhtml$"));
    }

    @Test
    void theTryoutsPasswordIsRefusedInWords() {
        open(page, "login.xhtml?demo");
        PlaywrightAssertions.assertThat(page.locator("#login-demo")).containsText("de producción");
        assertAccessible(page);
        picture(page, "login-demo");
    }
}
