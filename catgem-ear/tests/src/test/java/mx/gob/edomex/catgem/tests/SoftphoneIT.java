package mx.gob.edomex.catgem.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import mx.gob.edomex.catgem.channel.phone.RealExchange;
import mx.gob.edomex.catgem.launcher.CatgemServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The telephone in the browser: a real one with a made-up microphone, real calls on a real exchange, the whole server. */
class SoftphoneIT {

    private static final String NUMBER = "7225550148";
    private static final int PATIENCE = 60_000;

    private static RealExchange exchange;
    private static CatgemServer centre;
    private static Playwright playwright;

    private final List<String> secrets = new ArrayList<>();
    private final List<String> citizens = new ArrayList<>();
    private Browser browser;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Chromium.require();
        exchange = RealExchange.running();
        centre = RunningCentre.another("softphone", ports -> exchange.javaOptionsWithBrowsers());
        centre.start();
        sql("update entry_point set menu = false"); // FakeCallLifeTest walks the menu; here it only takes time
        playwright = Chromium.playwright();
    }

    @AfterAll
    static void stop() throws IOException {
        if (playwright != null) {
            playwright.close();
        }
        if (centre != null) {
            centre.close();
        }
    }

    @AfterEach
    void leave() throws IOException {
        if (browser != null) {
            browser.close();
        }
        citizens.forEach(exchange::hangsUp);
        sql("update contact set state = 'FAILED', closed_at = now() where closed_at is null");
        sql("update offer set outcome = 'WITHDRAWN', ended_at = now() where outcome is null");
        sql("update warm_transfer set outcome = 'CONTACT_LEFT', ended_at = now() where outcome is null");
        sql("update advisor set presence = 'OFFLINE', next_presence = null, points = 0, misses = 0");
        String log = Files.readString(centre.settings().data().resolve("server/log/server.log"));
        assertThat(log).doesNotContain(NUMBER);
        secrets.forEach(secret -> assertThat(log).doesNotContain(secret));
    }

    @Test
    void aCallAcceptedOnTheDeskIsThereAndIsHeardBothWays() throws InterruptedException {
        Page desk = desk("asesora01", "--use-fake-ui-for-media-stream");
        telephone(desk, "ready");
        secrets.add((String) desk.evaluate("window.said"));
        checksTheMicrophone(desk);
        Seat.becomeAvailable(desk);
        String citizen = phones();
        desk.waitForSelector(".offer");
        long accepted = System.nanoTime();
        desk.keyboard().press("Control+Enter");
        telephone(desk, "talking");
        System.out.println("accepted on the desk to talking in the browser: "
                + (System.nanoTime() - accepted) / 1_000_000 + " ms");
        desk.waitForFunction("() => Number(document.getElementById('telephone').dataset.sent) > 16000"
                + " && Number(document.getElementById('telephone').dataset.received) > 16000");
        assertThat(loudness(desk)).as("the tone that the citizen speaks").isGreaterThan(0.05);
        desk.waitForSelector("#telephone-quality[data-quality=good], #telephone-quality[data-quality=fair]");
        accessible(desk);
        picture(desk, "talking");

        desk.keyboard().press("Alt+KeyM");
        telephone(desk, "muted");
        assertThat(desk.locator("#phone-mute").getAttribute("aria-pressed")).isEqualTo("true");
        desk.keyboard().press("Alt+KeyM");
        telephone(desk, "talking");

        desk.locator("#phone-hold").click();
        telephone(desk, "held");
        desk.waitForTimeout(1500);
        int held = number(desk, "received");
        desk.waitForTimeout(2500);
        assertThat(number(desk, "received")).as("nothing is heard meanwhile").isLessThan(held + 4000);
        assertThat(exchange.isOnTheLine(citizen)).isTrue();
        desk.locator("#phone-hold").click();
        telephone(desk, "talking");
        hearsMore(desk);
        desk.keyboard().press("Alt+KeyE");
        desk.keyboard().press("Alt+KeyE"); // before the exchange has agreed to the first
        telephone(desk, "talking");
        desk.waitForTimeout(1000);
        hearsMore(desk);

        desk.keyboard().press("Alt+KeyK");
        desk.waitForSelector("#keypad-sheet[open]");
        desk.keyboard().press("5");
        desk.locator("#keypad-sheet [data-tone='#']").click();
        assertThat(desk.locator("#keypad-sent").textContent()).isEqualTo("5#");
        accessible(desk);
        desk.keyboard().press("Escape");

        desk.keyboard().press("Alt+KeyX");
        until(() -> text("select state from contact where channel = 'PHONE' order by created_at desc limit 1")
                .equals("AFTER_CALL_WORK"));
        until(() -> !exchange.isOnTheLine(citizen));
        telephone(desk, "ready");

        // Nothing is left of it once the session is over.
        desk.close();
        until(() -> text("select count(*) from softphone where ready").equals("0"));
        sql("update softphone set used_at = now() - interval '2 minutes'");
        until(() -> text("select count(*) from softphone").equals("0"));
    }

    @Test
    void aColleagueIsAskedIntoACallHearsBothAndGoesOnWithIt() throws InterruptedException {
        Page giver = desk("asesora05", "--use-fake-ui-for-media-stream");
        telephone(giver, "ready");
        Seat.becomeAvailable(giver);
        String citizen = phones();
        giver.waitForSelector(".offer");
        giver.keyboard().press("Control+Enter");
        telephone(giver, "talking");
        Page colleague = open("asesora06");
        telephone(colleague, "ready");
        Seat.becomeAvailable(colleague);

        giver.keyboard().press("Alt+KeyT");
        giver.waitForSelector("#transfer-sheet[open]");
        giver.locator("[name=transfer-kind][value=WARM]").check();
        giver.locator("#transfer-to").selectOption("asesora06");
        giver.locator("#transfer-note").fill("¿Lo sabe usted?");
        giver.keyboard().press("Alt+Enter");
        colleague.waitForSelector(".offer");
        colleague.keyboard().press("Control+Enter");
        telephone(colleague, "talking");
        assertThat(loudness(colleague)).as("the citizen and the giver").isGreaterThan(0.05);
        giver.waitForSelector(".asked [data-act=transfer-complete]");
        assertThat(giver.locator(".asked").textContent()).contains("en la llamada");
        accessible(giver);
        picture(giver, "joined");
        picture(colleague, "asked-in");
        hearsMore(giver);

        giver.locator("[data-act=transfer-complete]").click();
        telephone(giver, "ready");
        hearsMore(colleague);
        assertThat(exchange.isOnTheLine(citizen)).isTrue();
        assertThat(text("select advisor from phone_call order by arrived_at desc limit 1"))
                .isEqualTo("asesora06");
        colleague.keyboard().press("Escape");
        colleague.keyboard().press("Alt+KeyX");
        until(() -> !exchange.isOnTheLine(citizen));
    }

    @Test
    void whoseMicrophoneIsRefusedIsOfferedNoCallsUntilTheyChooseTheirDeskPhone() throws InterruptedException {
        Page desk = desk("asesora02", "--use-fake-ui-for-media-stream=deny");
        telephone(desk, "denied");
        assertThat(desk.locator("#telephone-word").textContent()).contains("no recibirá llamadas");
        accessible(desk);
        picture(desk, "denied");
        Seat.becomeAvailable(desk);
        phones();
        until(() -> waiting() == 1);
        desk.waitForTimeout(4000);
        assertThat(waiting()).as("nobody is asked").isEqualTo(1);
        assertThat(desk.locator(".offer").count()).isZero();

        desk.locator("#phone-check").click();
        accessible(desk);
        desk.locator("[name=telephone-where][value=desk]").check();
        telephone(desk, "desk");
        desk.keyboard().press("Escape");
        desk.waitForSelector(".offer");
        desk.keyboard().press("Control+Enter");
        until(() -> exchange.isTalking("asesora02"));
        exchange.deskHangsUp("asesora02");
    }

    @Test
    void aMicrophoneThatFailsWhenTheCallComesGivesItBackToTheLine() throws InterruptedException {
        Page desk = desk("asesora03", "--use-fake-ui-for-media-stream");
        telephone(desk, "ready");
        Seat.becomeAvailable(desk);
        String citizen = phones();
        desk.waitForSelector(".offer");
        desk.evaluate("() => { navigator.mediaDevices.getUserMedia ="
                + " () => Promise.reject(new DOMException('', 'NotAllowedError')); }");
        desk.keyboard().press("Control+Enter");
        telephone(desk, "denied");
        until(() -> waiting() == 1);
        assertThat(exchange.isOnTheLine(citizen)).isTrue();
        assertThat(text("select count(*) from softphone where ready")).isEqualTo("0");
        assertThat(text("select reason from event where code = 'MISSED' order by id desc limit 1"))
                .startsWith("PHONE_");
    }

    /** The level moves, and the other words of the sheet are English where the page is. */
    private static void checksTheMicrophone(Page desk) {
        desk.locator("#phone-check").click();
        desk.waitForFunction("() => document.getElementById('telephone-level').value > 4");
        assertThat(desk.locator("#telephone-level-word").textContent()).isEqualTo("Se oye su voz");
        assertThat(desk.locator("#telephone-input option").count()).isPositive();
        accessible(desk);
        picture(desk, "check");
        desk.keyboard().press("Escape");
    }

    private static double loudness(Page desk) {
        return ((Number)
                        desk.evaluate(
                                """
                        async () => {
                          const context = new AudioContext();
                          const analyser = context.createAnalyser();
                          context.createMediaStreamSource(document.getElementById('telephone-audio').srcObject).connect(analyser);
                          const samples = new Float32Array(analyser.fftSize);
                          let most = 0;
                          for (let i = 0; i < 30; i++) {
                            await new Promise(done => setTimeout(done, 100));
                            analyser.getFloatTimeDomainData(samples);
                            most = Math.max(most, ...samples.map(Math.abs));
                          }
                          await context.close();
                          return most;
                        }
                        """))
                .doubleValue();
    }

    private Page desk(String advisor, String microphone) {
        browser = Chromium.launch(
                playwright,
                microphone,
                "--use-fake-device-for-media-stream",
                "--autoplay-policy=no-user-gesture-required",
                // Where the machine has no network but its own.
                "--allow-loopback-in-peer-connection");
        return open(advisor);
    }

    private Page open(String advisor) {
        Page page = browser.newPage(
                new Browser.NewPageOptions().setViewportSize(1366, 768).setLocale("es-MX"));
        page.setDefaultTimeout(PATIENCE);
        page.onConsoleMessage(said -> System.out.println("page: " + said.text()));
        page.addInitScript("const asked = fetch; fetch = async (...what) => { const answer = await asked(...what);"
                + " answer.clone().json().then(said => { window.said = said.secret ?? window.said; }).catch(() => {});"
                + " return answer; }");
        Seat.signIn(page, centre.address(), advisor);
        page.waitForSelector("html[data-socket=open]");
        return page;
    }

    private static void telephone(Page desk, String state) {
        desk.waitForSelector("#telephone[data-state=" + state + "]");
    }

    private static void hearsMore(Page desk) {
        desk.waitForFunction(
                "before => Number(document.getElementById('telephone').dataset.received) > before + 16000",
                number(desk, "received"));
    }

    private static int number(Page desk, String name) {
        return Integer.parseInt(desk.locator("#telephone").getAttribute("data-" + name));
    }

    private static void accessible(Page desk) {
        BrowserTest.assertAccessible(desk);
    }

    private static void picture(Page desk, String name) {
        desk.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "softphone-" + name + ".png")));
    }

    private String phones() {
        String citizen = exchange.phones("070", NUMBER);
        citizens.add(citizen);
        return citizen;
    }

    private static int waiting() {
        return Integer.parseInt(text("select count(*) from contact where channel = 'PHONE' and state = 'QUEUED'"));
    }

    private static String text(String sql) {
        try (Connection connection = centre.database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sql(String change) {
        try (Connection connection = centre.database().connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(change);
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
