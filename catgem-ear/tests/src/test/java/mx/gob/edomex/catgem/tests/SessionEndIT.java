package mx.gob.edomex.catgem.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sessions that end, or do not, while an advisor has a contact open. */
class SessionEndIT extends BrowserTest {

    private static final Duration BEAT = Duration.ofSeconds(10);

    @AfterEach
    void asBefore() throws SQLException {
        RunningCentre.execute(
                "update app_user set enabled = true, must_change = false, credentials_changed_at = '-infinity', "
                        + "password = (select password from app_user where username = 'asesora01') where username = 'asesora34'");
    }

    @Test
    void aDeskThatNobodyTouchesKeepsItsSession() throws Exception {
        signIn(page, "asesora35");
        page.waitForSelector("html[data-socket=open]");
        Instant idle = Instant.now().plus(BEAT.multipliedBy(2));
        until(page, () -> lastUsed(page).isAfter(idle));
    }

    /** As after the death of its node, or a restart: the pass of the browser takes the place of the password. */
    @Test
    void aDeskWhoseServerForgotItOpensAgainByItselfAndLosesNoWord() throws Exception {
        takeTheDesk(page, "asesora33");
        attendOne(page, "Dónde pago la tenencia");
        page.locator("#reply").fill("La tenencia se paga");
        // Read first: the page may open itself again before the next line is reached.
        String before = ServerSessions.cookie(page.context(), "JSESSIONID").value;
        Seat.follow(page, () -> {
            forget(page);
            page.locator("#reply").fill("La tenencia se paga en lín");
        });

        assertThat(ServerSessions.cookie(page.context(), "JSESSIONID").value).isNotEqualTo(before);
        page.waitForSelector("html[data-socket=open]");
        assertThat(page.locator("#reply")).hasValue("La tenencia se paga en lín");
        assertThat(page.locator("#session-ended[open]")).hasCount(0);
        page.locator("#reply").press("Enter");
        assertThat(page.locator("#talk")).containsText("La tenencia se paga en lín");
        closeAndLeave(page);
    }

    @Test
    void afterSigningOutThePassOpensNothing() {
        signIn(page, "supervisora");
        Cookie pass = ServerSessions.cookie(page.context(), "CATGEM_PASS");
        assertThat(pass.httpOnly).isTrue();
        page.locator(".menu-name").click();
        page.locator("#logout").click();
        assertThat(page.locator("#login-out")).isVisible();
        page.context().clearCookies();
        page.context()
                .addCookies(List.of(new Cookie(pass.name, pass.value)
                        .setUrl(RunningCentre.address("").toString())));
        page.navigate(RunningCentre.address("accounts.xhtml").toString());
        assertThat(page.locator("#j_password")).isVisible();
    }

    @Test
    void aSessionThatEndsInsideAContactLeadsToTheSignInAndLosesNoWord() throws Exception {
        takeTheDesk(page, "asesora35");
        CitizenChat citizen = attendOne(page, "Dónde pago el predial");
        page.locator("#reply").fill("Puede pagarlo");
        assertThat(page.locator("#saved")).containsText("guardado");
        ServerSessions.end(page.context());
        page.locator("#reply").fill("Puede pagarlo en línea");

        assertThat(page.locator("#session-ended"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        assertAccessible(page);
        picture(page, "session-ended-es-1366");
        page.locator("#session-ended a").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#login-expired")).containsText("Su sesión terminó");
        assertAccessible(page);
        picture(page, "login-expired-es-1366");
        inEnglish(page);
        page.navigate(RunningCentre.address("desk.xhtml?expired=yes").toString());
        assertThat(page.locator("#login-expired")).containsText("Your session ended");
        page.setViewportSize(390, 844);
        assertAccessible(page);
        picture(page, "login-expired-en-390");
        page.setViewportSize(1366, 768);
        enter(page, "asesora35");

        assertThat(page).hasURL(Pattern.compile("desk\\.xhtml"));
        assertThat(page.locator("#reply")).hasValue("Puede pagarlo en línea");
        page.locator("#reply").press("Enter");
        assertThat(page.locator("#talk")).containsText("Puede pagarlo en línea");
        assertThat(CitizenChat.texts(citizen.view(0))).contains("Puede pagarlo en línea");
        closeAndLeave(page);
        page.locator(".menu-name").click();
        page.locator("#logout").click();
        assertThat(page.locator("#j_password")).isVisible();
        assertThat(page.locator("#login-expired")).hasCount(0);
    }

    @Test
    void whatADisabledAdvisorHadOpenGoesToAColleagueWithAgeAndDraft() throws Exception {
        takeTheDesk(page, "asesora34");
        CitizenChat citizen = attendOne(page, "Necesito una copia");
        String folio = citizen.folio();
        String age = one("select first_queued_at from contact where folio = '" + folio + "'");
        page.locator("#reply").fill("La copia se pide");
        assertThat(page.locator("#saved")).containsText("guardado");
        try (BrowserContext supervision = newSession();
                BrowserContext colleagues = newSession()) {
            Page supervisor = supervision.newPage();
            signIn(supervisor, "supervisora");
            supervisor.navigate(
                    RunningCentre.address("account.xhtml?account=asesora34").toString());
            supervisor.locator("[data-opens='disable-sheet']").click();
            supervisor.locator("#disable").click();
            assertThat(supervisor.locator("#refused")).isVisible();
            supervisor.locator("[data-opens='disable-sheet']").click();
            supervisor.locator("#disable-sheet [name=handBack]").check();
            supervisor.locator("#disable").click();
            supervisor.locator("#done").waitFor();
            Instant disabled = Instant.now();
            assertThat(page.locator("#session-ended"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
            page.locator("#session-ended a").click();
            assertThat(page.locator("#j_password")).isVisible();
            assertRefused(page, "asesora34");

            Page colleague = colleagues.newPage();
            takeTheDesk(colleague, "asesora35");
            colleague.waitForSelector(".offer", new Page.WaitForSelectorOptions().setTimeout(90_000));
            System.out.println("the contact of a disabled advisor is offered again after "
                    + Duration.between(disabled, Instant.now()).toSeconds() + " s");
            colleague.keyboard().press("Control+Enter");
            assertThat(colleague.locator(".head-facts")).containsText(folio);
            assertThat(colleague.locator("#reply")).hasValue("La copia se pide");
            assertThat(one("select first_queued_at from contact where folio = '" + folio + "'"))
                    .isEqualTo(age);
            closeAndLeave(colleague);
        }
    }

    private static void enter(Page page, String account) {
        page.locator("#j_username").fill(account);
        page.locator("#j_password").fill("catgem-demo");
        Seat.follow(page, () -> page.locator("#j_password").press("Enter"));
    }

    private static void forget(Page page) {
        try {
            ServerSessions.forget(page.context());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant lastUsed(Page page) {
        try {
            return ServerSessions.lastUsed(page.context());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CitizenChat attendOne(Page desk, String question) throws Exception {
        CitizenChat citizen = CitizenChat.begun();
        citizen.writes("m1", question);
        desk.waitForSelector(".offer", new Page.WaitForSelectorOptions().setTimeout(60_000));
        desk.keyboard().press("Control+Enter");
        assertThat(desk.locator("#contacts .contact")).hasCount(1);
        return citizen;
    }

    private static String one(String sql) throws SQLException {
        try (Connection connection = RunningCentre.centre().database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
