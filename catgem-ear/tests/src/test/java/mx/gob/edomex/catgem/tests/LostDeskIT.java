package mx.gob.edomex.catgem.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An advisor's browser dies, as a machine that loses its power. */
class LostDeskIT extends BrowserTest {
    private static final int CHATS = 3;
    /** Twice the promise before it fails: other work on the same machine must not decide a test. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private Set<ProcessHandle> chromium = Set.of();

    @AfterEach
    void endBrowser() {
        kill();
        RunningCentre.emptyLine();
    }

    @Test
    void threeChatsOfAKilledBrowserAreBackInLineWithTheirAgeWithinAMinuteAndTheCoordinatorIsTold() throws Exception {
        Page desk = ownBrowser().newContext().newPage();
        takeTheDesk(desk, "asesora39");
        for (int chat = 1; chat <= CHATS; chat++) {
            CitizenChat.begun().writes("m1", "Pregunta " + chat);
            desk.waitForSelector(".offer", new Page.WaitForSelectorOptions().setTimeout(60_000));
            desk.keyboard().press("Control+Enter");
            int open = chat;
            desk.waitForCondition(() -> desk.locator(".offer").count() == 0
                    && ages("advisor = 'asesora39' and state = 'IN_PROGRESS'").size() == open);
        }
        Map<String, Instant> ages = ages("advisor = 'asesora39' and state = 'IN_PROGRESS'");

        kill();
        Instant killed = Instant.now();

        Map<String, Instant> back = Map.of();
        while (back.size() < CHATS && Duration.between(killed, Instant.now()).compareTo(LIMIT) < 0) {
            TimeUnit.MILLISECONDS.sleep(250);
            back = ages("state = 'QUEUED'");
        }
        System.out.println("chats of a killed browser are back after "
                + Duration.between(killed, Instant.now()).toSeconds() + " s");
        assertThat(back).isEqualTo(ages);
        signIn(page, "coordinadora1");
        page.navigate(RunningCentre.address("queue.xhtml").toString());
        for (String folio : ages.keySet()) {
            assertThat(page.locator(".alert", new Page.LocatorOptions().setHasText(folio)))
                    .containsText("Se perdió un escritorio");
        }
    }

    /** Its processes are those that were not there before. */
    private Browser ownBrowser() {
        Set<ProcessHandle> before = descendants();
        Browser own = anotherBrowser();
        chromium = descendants();
        chromium.removeAll(before);
        return own;
    }

    private static Set<ProcessHandle> descendants() {
        return ProcessHandle.current().descendants().collect(Collectors.toSet());
    }

    private void kill() {
        chromium.forEach(ProcessHandle::destroyForcibly);
    }

    private static Map<String, Instant> ages(String condition) {
        Map<String, Instant> ages = new TreeMap<>();
        try (Connection connection = RunningCentre.centre().database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select folio, first_queued_at from contact where " + condition)) {
            while (rows.next()) {
                ages.put(rows.getString(1), rows.getTimestamp(2).toInstant());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return ages;
    }
}
