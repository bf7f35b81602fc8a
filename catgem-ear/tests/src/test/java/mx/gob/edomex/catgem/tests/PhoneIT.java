package mx.gob.edomex.catgem.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitForSelectorState;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.BooleanSupplier;
import mx.gob.edomex.catgem.channel.phone.RealExchange;
import mx.gob.edomex.catgem.launcher.CatgemServer;
import mx.gob.edomex.catgem.tests.api.ApiClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Real calls on a real exchange, through the whole server: queue, matcher, desk, and a server that is killed meanwhile. */
class PhoneIT {

    private static final String NUMBER = "7225550147";

    private static RealExchange exchange;
    private static CatgemServer centre;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Chromium.require();
        exchange = RealExchange.running();
        centre = RunningCentre.another("phone", ports -> exchange.javaOptions());
        centre.start();
        withoutMenu();
    }

    /** Straight into the line; the menu has tests of its own. */
    private static void withoutMenu() {
        execute("update entry_point set menu = false where channel = 'PHONE'");
    }

    private static void execute(String sql) {
        try (Connection connection = centre.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        if (centre != null) {
            centre.close();
        }
    }

    @Test
    void aCallIsOfferedTalkedAndClassifiedAndOutlivesTheServer() throws IOException, InterruptedException {
        ApiClient advisor = ApiClient.of(address(), "asesora01");
        until(() -> text("select owner from lease where name = 'pbx'") != null);
        present(advisor);
        String citizen = exchange.phones("070", NUMBER);
        until(() -> count("select count(*) from arrival where channel = 'PHONE'") == 1);
        execute("update arrival set notice_version = '2026-01'"); // as the menu does once the notice is recorded
        until(() -> accepts(advisor) > 0);
        long accepted = System.nanoTime();
        until(() -> exchange.isTalking("asesora01"));
        System.out.println("accepted on the desk to talking on the telephone: "
                + (System.nanoTime() - accepted) / 1_000_000 + " ms");
        String call = text("select contact_id from phone_call order by arrived_at desc limit 1");
        until(() -> text("select phase from phone_call where contact_id = '" + call + "'")
                .equals("TALKING"));
        assertThat(exchange.isOnTheLine(citizen)).isTrue();
        look();
        listen(text("select folio from contact where id = '" + call + "'"));
        assertThat(exchange.isOnTheLine(citizen)).isTrue();

        // Others wait; the server is killed. Who talks talks on, who waits hears the music, who gives up is on record.
        String patient = exchange.phones("8006969696", NUMBER);
        until(() -> count("select count(*) from contact where channel = 'PHONE' and state = 'QUEUED'") == 1);
        String impatient = exchange.phones("070", NUMBER);
        until(() -> count("select count(*) from contact where channel = 'PHONE' and state = 'QUEUED'") == 2);
        String since = text("select first_queued_at from contact where state = 'QUEUED' and entry_point = 'TEL_800'");
        centre.killApplication();
        exchange.hangsUp(impatient);
        assertThat(exchange.isTalking("asesora01")).isTrue();
        assertThat(exchange.isOnTheLine(citizen)).isTrue();
        assertThat(exchange.isOnTheLine(patient)).isTrue();
        centre.startApplication();
        until(() -> count("select count(*) from contact where channel = 'PHONE' and state = 'FAILED'") == 1);
        assertThat(count("select count(*) from phone_gap where kept = 2 and lost = 1"))
                .isEqualTo(1);
        assertThat(exchange.isTalking("asesora01")).isTrue();
        assertThat(text("select first_queued_at from contact where state = 'QUEUED' and entry_point = 'TEL_800'"))
                .isEqualTo(since);

        exchange.deskHangsUp("asesora01");
        until(() -> state(call).equals("AFTER_CALL_WORK"));
        until(() -> !exchange.isOnTheLine(citizen));
        String folio = text("select folio from contact where id = '" + call + "'");
        advisor.post("desk/contacts/" + folio + "/disposition", "{\"disposition\":\"INFORMATION_GIVEN\"}");
        until(() -> state(call).equals("CLOSED"));
        until(() -> count("select count(*) from call_recording where stored_at is not null and bytes > 16000"
                        + " and contact_id = '" + call + "'")
                == 1);
        hear(folio);
        assertThat(count("select count(*) from event where code = 'RECORDING_PLAYED' and staff = 'coordinadora1'"
                        + " and reason = 'COMPLAINT' and contact_id = '" + call + "'"))
                .isEqualTo(1);
        until(() -> {
            present(advisor);
            return accepts(advisor) > 0;
        });
        until(() -> exchange.isTalking("asesora01"));
        exchange.hangsUp(patient);
        until(() -> count("select count(*) from contact where channel = 'PHONE' and state = 'AFTER_CALL_WORK'") == 1);
        assertThat(Files.readString(centre.settings().data().resolve("server/log/server.log")))
                .doesNotContain(NUMBER);
    }

    /** The call on the desk of who has it. */
    private static void look() {
        try (Playwright playwright = Chromium.playwright();
                Browser browser = Chromium.launch(playwright)) {
            for (String language : new String[] {"en", "es"}) {
                for (int width : new int[] {1366, 390}) {
                    Page page = browser.newPage(new Browser.NewPageOptions()
                            .setViewportSize(width, 768)
                            .setLocale("es".equals(language) ? "es-MX" : "en-US"));
                    Seat.signIn(page, address(), "asesora01");
                    if (!language.equals(
                            page.getAttribute("html", "lang"))) { // the account's own, whatever the browser's
                        Seat.follow(
                                page,
                                page.locator("[data-language=" + language + "]").first()::click);
                    }
                    page.waitForSelector("html[data-socket=open]");
                    if (page.locator("#call-here").count() == 0) {
                        page.locator("[data-channel=PHONE]").first().click();
                    }
                    page.waitForSelector("#call-here");
                    pauses(page, width == 390);
                    page.screenshot(shot("phone-desk-" + language + "-" + width));
                    page.close();
                }
            }
        }
    }

    /** Whoever coordinates is in the call by the page; the desk says so where the settings want it. */
    private static void listen(String folio) throws InterruptedException {
        try (Playwright playwright = Chromium.playwright();
                Browser browser = Chromium.launch(playwright)) {
            Page page = browser.newPage(
                    new Browser.NewPageOptions().setViewportSize(1366, 768).setLocale("es-MX"));
            Seat.signIn(page, address(), "coordinadora1");
            page.navigate(address().resolve("listen.xhtml?folio=" + folio).toString());
            Page desk = browser.newPage(
                    new Browser.NewPageOptions().setViewportSize(1366, 768).setLocale("es-MX"));
            Seat.signIn(desk, address(), "asesora01");
            desk.waitForSelector("#call-here");
            page.locator("[data-ear-mode=HEAR]").click();
            page.waitForSelector("#ear[data-ear=HEAR]");
            assertThat(exchange.isTalking("coordinadora1")).isTrue();
            BrowserTest.assertAccessible(page);
            assertThat(desk.locator("#audience").count()).isZero();

            page.locator("[data-ear-mode=WHISPER]").click();
            page.waitForSelector("#ear[data-ear=WHISPER]");
            desk.waitForSelector("#audience");
            assertThat(desk.locator("#audience").textContent()).contains("sólo usted le oye");
            BrowserTest.assertAccessible(desk);
            desk.screenshot(shot("phone-desk-whispered"));
            for (int width : new int[] {1366, 390}) {
                page.setViewportSize(width, 768);
                page.screenshot(shot("phone-ear-" + width));
            }
            exchange.deskHangsUp("coordinadora1");
            page.waitForSelector("#ear[data-ear=none]");
            assertThat(page.locator("#ear [role=status]").textContent()).contains("colgó");
            desk.waitForSelector(
                    "#audience", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));

            page.locator("[data-ear-mode=SPEAK]").click();
            page.waitForSelector("#ear[data-ear=SPEAK]");
            page.locator("[data-ear-leave]").click();
            page.waitForSelector("#ear[data-ear=none]");
            until(() -> !exchange.isTalking("coordinadora1"));
            assertThat(count("select count(*) from event where left(code, 5) = 'CALL_' and staff = 'coordinadora1'"))
                    .isEqualTo(5);
        }
    }

    private static Page.ScreenshotOptions shot(String name) {
        return new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png"));
    }

    /** What is said meanwhile is not recorded, and the desk says so. */
    private static void pauses(Page desk, boolean pictured) {
        desk.waitForSelector("#recording-now[data-recording=on]");
        desk.keyboard().press("Alt+KeyG");
        desk.waitForSelector("#recording-now[data-recording=paused]");
        assertThat(count("select count(*) from call_recording where paused")).isEqualTo(1);
        if (pictured) {
            BrowserTest.assertAccessible(desk);
        }
        desk.locator("[data-act=call-recording]").click();
        desk.waitForSelector("#recording-now[data-recording=on]");
        assertThat(count("select count(*) from call_recording where paused")).isZero();
    }

    /** Whoever coordinates hears it on the folio, for a reason; from the middle on, and faster. */
    private static void hear(String folio) {
        try (Playwright playwright = Chromium.playwright();
                Browser browser = Chromium.launch(playwright)) {
            Page page = browser.newPage(
                    new Browser.NewPageOptions().setViewportSize(1366, 768).setLocale("es-MX"));
            Seat.signIn(page, address(), "coordinadora1");
            page.navigate(address().resolve("folio.xhtml?folio=" + folio).toString());
            page.locator("#recordings [value=Escuchar]").click();
            assertThat(page.locator("#recordings [role=alert]").textContent()).contains("para qué");
            assertThat(page.locator("#playback").count()).isZero();
            page.locator("#play-reason").selectOption("COMPLAINT");
            page.locator("#recordings [value=Escuchar]").click();
            page.waitForFunction("() => document.getElementById('playback')?.duration > 1");
            page.locator("#playback-speed").selectOption("2");
            assertThat(
                            (Boolean)
                                    page.evaluate(
                                            """
                            async () => {
                              const sound = document.getElementById('playback');
                              sound.currentTime = sound.duration / 2;
                              sound.muted = true;
                              await sound.play();
                              const from = sound.currentTime;
                              await new Promise(done => setTimeout(done, 500));
                              return sound.currentTime > from && from > 0 && sound.playbackRate === 2;
                            }
                            """))
                    .isTrue();
            BrowserTest.assertAccessible(page);
            assertThat(page.locator("#playback-failed").isHidden()).isTrue();
            String sound = (String) page.evaluate("document.getElementById('playback').src");
            assertThat(page.request().get(sound).status()).isEqualTo(200);

            // The address alone is worth nothing to anybody else.
            Page other = browser.newPage();
            Seat.signIn(other, address(), "auditora");
            assertThat(other.request().get(sound).status()).isEqualTo(404);
            Page advisor = browser.newPage();
            Seat.signIn(advisor, address(), "asesora01");
            assertThat(advisor.request().get(sound).status()).isEqualTo(403);
        }
    }

    private static URI address() {
        return centre.address();
    }

    private static void present(ApiClient advisor) {
        calling(() -> advisor.call("PUT", "desk/state", "application/json", "{\"presence\":\"AVAILABLE\"}"));
    }

    private static int accepts(ApiClient advisor) {
        int accepted = 0;
        JsonObject desk = calling(() -> advisor.get("desk")).json();
        for (JsonObject offer : desk.getJsonArray("offers").getValuesAs(JsonObject.class)) {
            assertThat(offer.getString("channel")).isEqualTo("PHONE");
            calling(() -> advisor.post("desk/offers/" + offer.getString("id") + "/accept", ""));
            accepted++;
        }
        return accepted;
    }

    private interface Calling {
        ApiClient.Answer call() throws IOException, InterruptedException;
    }

    private static ApiClient.Answer calling(Calling calling) {
        try {
            return calling.call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String state(String contact) {
        return text("select state from contact where id = '" + contact + "'");
    }

    private static int count(String sql) {
        return Integer.parseInt(text(sql));
    }

    private static String text(String sql) {
        try (Connection connection = centre.database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void until(BooleanSupplier done) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            if (done.getAsBoolean()) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("not within a minute");
    }
}
