package mx.gob.edomex.catgem.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import mx.gob.edomex.catgem.tests.api.ApiClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Accounts as the supervisor administers them, and how fast sessions end everywhere. */
class AccountsIT extends BrowserTest {

    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);
    private static final String PHRASE = "tres gatos leen de noche";

    @AfterEach
    void asBefore() throws SQLException {
        sql(
                "update app_user set enabled = true, must_change = false, credentials_changed_at = '-infinity', password = "
                        + "(select password from app_user where username = 'asesora01') where username in ('asesora40', 'soporte')");
        sql("delete from sign_in_tally");
        sql("update app_user set enabled = false where username = 'nueva.persona'");
    }

    private static void sql(String statement) throws SQLException {
        try (Connection connection = RunningCentre.centre().database().connect();
                Statement run = connection.createStatement()) {
            run.executeUpdate(statement);
        }
    }

    /** Waits: what a click leads to may still be on its way. */
    private static void at(Page page, String path) {
        PlaywrightAssertions.assertThat(page).hasURL(Pattern.compile(".*" + path.replace(".", "\\.") + "$"));
    }

    private static void signIn(Page page, String account, String password) {
        open(page, "");
        page.locator("#j_username").fill(account);
        page.locator("#j_password").fill(password);
        submit(page, "button[type='submit']");
    }

    /** Four times the promise before it fails: other work on the same machine must not decide a test. */
    private static void within(Duration promise, Callable<Boolean> happened) throws Exception {
        long end = System.nanoTime() + promise.multipliedBy(4).toNanos();
        while (!happened.call()) {
            assertThat(System.nanoTime()).as("too late").isLessThan(end);
            Thread.sleep(100);
        }
    }

    private static int api(String account, String password) throws Exception {
        return ApiClient.of(RunningCentre.address(""), account, password)
                .get("queue")
                .status();
    }

    @Test
    void aNewPersonMayDoNothingButChooseAPassword() throws Exception {
        signIn(page, "supervisora");
        open(page, "account.xhtml");
        assertAccessible(page);
        page.locator("#username").fill("nueva.persona");
        page.locator("#staffNumber").fill("A-001");
        page.locator("#displayName").fill("Nueva Persona Inventada");
        page.locator("input[name='role'][value='advisor']").check();
        page.locator("#save").click();
        PlaywrightAssertions.assertThat(page.locator("#refused")).containsText("número de personal");
        assertThat(page.locator("#displayName").inputValue()).as("kept").isEqualTo("Nueva Persona Inventada");
        assertAccessible(page);
        page.locator("#staffNumber").fill("N-100");
        page.locator("#save").click();
        String once = page.locator("#fresh-password").textContent().strip();
        assertThat(once).hasSize(19);
        assertAccessible(page);
        page.reload();
        assertThat(page.locator("#fresh-password").count()).as("shown once").isZero();

        try (BrowserContext other = newSession()) {
            Page theirs = other.newPage();
            signIn(theirs, "nueva.persona", once);
            at(theirs, "/password.xhtml");
            assertAccessible(theirs);
            open(theirs, "desk.xhtml");
            at(theirs, "/password.xhtml");
            assertThat(api("nueva.persona", once)).isEqualTo(403);
            theirs.locator("#current").fill(once);
            theirs.locator("#chosen").fill("contraseña2026");
            theirs.locator("#repeated").fill("contraseña2026");
            theirs.locator("#save-password").click();
            PlaywrightAssertions.assertThat(theirs.locator("#password-refused")).containsText("mucha gente");
            assertAccessible(theirs);
            theirs.locator("#current").fill(once);
            theirs.locator("#chosen").fill(PHRASE);
            theirs.locator("#repeated").fill(PHRASE);
            theirs.locator("#repeated").press("Enter");
            theirs.locator("#password-done").waitFor();
            assertAccessible(theirs);
            // For three seconds the server may know them as they were.
            until(theirs, () -> {
                open(theirs, "desk.xhtml");
                return theirs.url().endsWith("/desk.xhtml");
            });
        }
        within(FIVE_SECONDS, () -> api("nueva.persona", once) == 401);
        assertThat(api("nueva.persona", PHRASE))
                .as("an advisor does not read the queue")
                .isEqualTo(403);
    }

    @Test
    void aDisabledAdvisorIsOutWithinFiveSeconds() throws Exception {
        signIn(page, "supervisora");
        try (BrowserContext other = newSession()) {
            Page desk = other.newPage();
            signIn(desk, "asesora40");
            desk.waitForSelector("html[data-socket=open]");
            assertThat(api("asesora40", ApiClient.PASSWORD)).isEqualTo(403);

            open(page, "account.xhtml?account=asesora40");
            page.locator("[data-opens='disable-sheet']").click();
            assertAccessible(page);
            page.locator("#disable").click();
            page.locator("#done").waitFor();

            assertThat(api("asesora40", ApiClient.PASSWORD)).as("at once").isEqualTo(401);
            within(FIVE_SECONDS, () -> desk.locator("#session-ended").isVisible());
            within(FIVE_SECONDS, () -> "closed".equals(desk.evaluate("document.documentElement.dataset.socket")));
            open(desk, "desk.xhtml");
            PlaywrightAssertions.assertThat(desk.locator("#j_password")).isVisible();
            assertRefused(desk, "asesora40");
        }
        page.locator("[data-opens='enable-sheet']").click();
        page.locator("#enable").click();
        assertThat(api(
                        "asesora40",
                        page.locator("#fresh-password").textContent().strip()))
                .isEqualTo(403);
    }

    /** As another node would have it, whose signal was lost: only the database knows. */
    @Test
    void withoutTheSignalASessionEndsTooWithinFiveSeconds() throws Exception {
        signIn(page, "soporte");
        open(page, "queue.xhtml");
        at(page, "/queue.xhtml");
        assertThat(api("soporte", ApiClient.PASSWORD)).isEqualTo(200);
        sql("update app_user set enabled = false, credential_epoch = credential_epoch + 1, "
                + "credentials_changed_at = now() where username = 'soporte'");
        assertThat(api("soporte", ApiClient.PASSWORD)).isEqualTo(401);
        within(FIVE_SECONDS, () -> {
            open(page, "queue.xhtml");
            return page.locator("#j_password").isVisible();
        });
    }

    @Test
    void aResetEndsSessionsAndTheOldPasswordAtOnce() throws Exception {
        signIn(page, "supervisora");
        try (BrowserContext other = newSession()) {
            Page theirs = other.newPage();
            signIn(theirs, "soporte");
            assertThat(api("soporte", ApiClient.PASSWORD)).isEqualTo(200);
            open(page, "account.xhtml?account=soporte");
            page.locator("[data-opens='reset-sheet']").click();
            assertThat(api("soporte", ApiClient.PASSWORD)).isEqualTo(200);
            page.locator("#reset").click();
            String once = page.locator("#fresh-password").textContent().strip();
            assertThat(api("soporte", ApiClient.PASSWORD)).isEqualTo(401);
            assertThat(api("soporte", once)).as("at once").isEqualTo(403);
            within(FIVE_SECONDS, () -> {
                open(theirs, "queue.xhtml");
                return theirs.locator("#j_password").isVisible();
            });
            assertRefused(theirs, "soporte");
            signIn(theirs, "soporte", once);
            at(theirs, "/password.xhtml");
            open(theirs, "queue.xhtml");
            at(theirs, "/password.xhtml");
            assertThat(api("soporte", once))
                    .as("known, but to be changed first")
                    .isEqualTo(403);
        }
        PlaywrightAssertions.assertThat(page.locator(".changes-table")).containsText("Contraseña nueva dada");
    }

    @Test
    void cataloguesAreChangedUndoneAndReadBack() {
        signIn(page, "supervisora");
        open(page, "accounts.xhtml");
        assertAccessible(page);
        for (String kind : new String[] {
            "TOPIC",
            "DISPOSITION",
            "TEMPLATE",
            "AGENCY",
            "AUXILIARY_REASON",
            "CHANNEL_SETTING",
            "ENTRY_POINT",
            "SETTING"
        }) {
            open(page, "catalogue.xhtml?kind=" + kind);
            page.locator("#rows a").first().click();
            PlaywrightAssertions.assertThat(page.locator("#row-form")).isVisible();
            assertAccessible(page);
        }
        open(page, "catalogue.xhtml?kind=CHANNEL_SETTING&item=SOCIAL");
        page.locator("#f_misses_allowed").fill("mucho");
        page.locator("#save").click();
        PlaywrightAssertions.assertThat(page.locator("#refused")).containsText("número entero");
        page.locator("#f_misses_allowed").fill("5");
        page.locator("#f_misses_allowed").press("Enter");
        PlaywrightAssertions.assertThat(page.locator("#done")).containsText("guardados");
        page.locator("#undo").click();
        PlaywrightAssertions.assertThat(page.locator("#f_misses_allowed")).hasValue("2");
        open(page, "changes.xhtml");
        PlaywrightAssertions.assertThat(page.locator(".changes-table"))
                .containsText("Ofertas perdidas permitidas: 5 → 2");
        assertAccessible(page);
        open(page, "account.xhtml?account=supervisora");
        assertThat(page.locator("input[name='role']").first().isDisabled()).isTrue();
        assertThat(page.locator("[data-opens='disable-sheet']").count()).isZero();
    }
}
