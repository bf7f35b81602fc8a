package mx.gob.edomex.catgem.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The scripts of the telephone when its line, its exchange, its server or its machine fails. Page and scripts are the real
 * ones in a real browser, whose clock is the test's; made up are the server's answers and, in place of JsSIP, the line
 * ({@code telephone-line.js}). Real calls are in SoftphoneIT.
 */
class TelephonePageIT {

    private static final String SITE = "http://localhost/";
    private static final Path WEB = Path.of("../../catgem-web/src/main");
    private static final Map<String, String> TYPES = Map.of("js", "text/javascript", "css", "text/css");
    private static final Pattern KEYPAD = Pattern.compile("<ui:repeat .*?</ui:repeat>", Pattern.DOTALL);
    private static final Pattern TAG_OF_THE_SERVER = Pattern.compile("</?ui:[^>]*>");
    private static final Pattern WORD = Pattern.compile("#\\{telephoneText\\['([^']+)'\\]\\}");

    private static Playwright playwright;
    private static Browser browser;

    /** What the page told the server, as {@code do account}. */
    private final List<String> told = new ArrayList<>();

    /** What the server does not manage to do. */
    private final Set<String> failing = new HashSet<>();

    /** What the server does not answer yet, and the question. */
    private String holding;

    private Route held;

    /** Whether the server knows of a call at the telephone. */
    private boolean there = true;

    private String language = "es";
    private Page page;
    private int accounts;

    @BeforeAll
    static void openBrowser() {
        Chromium.require();
        playwright = Chromium.playwright();
        browser = Chromium.launch(playwright, "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream");
    }

    @AfterAll
    static void closeBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void openPage() {
        page = browser.newPage();
        page.setDefaultTimeout(20_000);
        page.onPageError(error -> System.out.println("page: " + error));
        page.route(SITE + "**", this::answer);
        page.clock().install(new Clock.InstallOptions().setTime(0));
        page.clock().pauseAt(1000);
    }

    @AfterEach
    void closePage() {
        page.close();
    }

    @Test
    void aWindowThatLostItsLineToANewerOneStaysOutUntilItIsAskedForAgain() {
        ready();
        passes(Duration.ofMinutes(4));
        lineSays("disconnected", "{ code: 1008 }");
        state("taken");
        passes(Duration.ofMinutes(4));
        sleeps(Duration.ofMinutes(4));
        passes(Duration.ofMinutes(1));
        state("taken");
        assertThat(accounts).isEqualTo(1);

        page.locator("#phone-check").click();
        page.locator("[data-act=phone-again]").click();
        state("connecting");
        lineSays("registered", "{}");
        state("ready");
        assertThat(told).contains("ready a2");
    }

    @Test
    void aWindowThatSleptLongerThanItsAccountLastedGetsAnother() {
        ready();
        sleeps(Duration.ofMinutes(4));
        state("connecting");
        passes(Duration.ofSeconds(10));
        lines(2);
        assertThat(account()).as("first it is seen whether its account is over").isEqualTo("a1");
        lineSays("disconnected", "{ code: 1008 }");
        lines(3);
        assertThat(account()).isEqualTo("a2");
        lineSays("registered", "{}");
        state("ready");

        lineSays("disconnected", "{ code: 1008 }");
        state("taken");
    }

    @Test
    void aWindowThatWasWithoutTheNetworkForLongerThanItsAccountLastedGetsAnother() {
        ready();
        lineSays("disconnected", "{ code: 1006 }");
        passes(Duration.ofSeconds(10));
        lineSays("disconnected", "{ code: 1008 }");
        state("taken");

        page.reload();
        lines(1);
        lineSays("registered", "{}");
        state("ready");
        lineSays("disconnected", "{ code: 1006 }");
        passes(Duration.ofSeconds(20));
        lines(2);
        passes(Duration.ofSeconds(25));
        lines(3);
        passes(Duration.ofSeconds(35));
        lines(4);
        assertThat(account()).isEqualTo("a2");
        lineSays("disconnected", "{ code: 1008 }");
        page.waitForCondition(() -> accounts == 3);
    }

    @Test
    void aRefusedLineTriesItsAccountOnceMoreBeforeItAsksForAnotherForANewerWindowMayHaveOne() {
        ready();
        lineSays("registrationFailed", "{ response: {}, cause: 'Rejected' }");
        passes(Duration.ofSeconds(10));
        lines(2);
        assertThat(account()).isEqualTo("a1");
        lineSays("registrationFailed", "{ response: {}, cause: 'Rejected' }");
        passes(Duration.ofSeconds(20));
        lines(3);
        assertThat(account()).isEqualTo("a2");
    }

    @Test
    void anExchangeThatDoesNotAnswerIsSaidToBeAwayAndIsTriedAgainAfterGrowingPauses() {
        ready();
        unanswered();
        assertThat(page.locator("#telephone-word")).containsText("El conmutador no responde: no recibirá llamadas");
        passes(Duration.ofSeconds(5));
        lines(2);
        assertThat(account()).isEqualTo("a1");
        state("away");

        unanswered();
        passes(Duration.ofSeconds(9));
        lines(2);
        passes(Duration.ofSeconds(1));
        lines(3);
        unanswered();
        passes(Duration.ofSeconds(19));
        lines(3);
        passes(Duration.ofSeconds(1));
        lines(4);
        lineSays("registered", "{}");
        state("ready");
        page.waitForCondition(() -> told.get(told.size() - 1).equals("ready a1"));

        unanswered();
        passes(Duration.ofSeconds(5));
        lines(5);
    }

    @Test
    void aLineThatDoesNotComeBackIsSaidToBeAwayInEnglishToo() {
        language = "en";
        ready();
        lineSays("disconnected", "{ code: 1006 }");
        state("connecting");
        passes(Duration.ofSeconds(15));
        state("away");
        assertThat(page.locator("#telephone-word")).containsText("The exchange does not answer: you will get no calls");
        page.waitForCondition(() -> told.contains("deaf a1"));
    }

    @Test
    void aLineThatIsRefusedInACallLeavesTheCallAndItsButtonsUntilItIsOver() {
        inACall();
        lineSays("registrationFailed", "{ response: {}, cause: 'Rejected' }");
        page.waitForCondition(() -> told.contains("deaf a1"));
        passes(Duration.ofMinutes(1));
        itsButtonsWork();

        page.locator("#phone-hangup").click();
        state("connecting");
        passes(Duration.ofSeconds(5));
        lines(2);
        assertThat(account()).isEqualTo("a1");
    }

    @Test
    void aMicrophoneThatFailsInACallLeavesTheCallAndItsButtonsUntilItIsOver() {
        inACall();
        page.evaluate("() => { navigator.mediaDevices.getUserMedia ="
                + " () => Promise.reject(new DOMException('', 'NotAllowedError')); }");
        page.locator("#phone-check").click();
        page.waitForCondition(() -> told.contains("deaf a1"));
        page.keyboard().press("Escape");
        itsButtonsWork();

        page.locator("#phone-hangup").click();
        state("denied");
    }

    @Test
    void aLineThatIsTakenInACallGoesWhenTheCallIsOver() {
        inACall();
        lineSays("disconnected", "{ code: 1008 }");
        lineSays("disconnected", "{ code: 1006 }");
        itsButtonsWork();

        page.locator("#phone-hangup").click();
        state("taken");
        assertThat(accounts).isEqualTo(1);
    }

    @Test
    void aLineThatGoesAndComesBackInACallIsReadyAfterIt() {
        inACall();
        lineSays("disconnected", "{ code: 1006 }");
        passes(Duration.ofMinutes(1));
        lineSays("registered", "{}");
        itsButtonsWork();

        page.locator("#phone-hangup").click();
        state("ready");
        lines(1);
    }

    @Test
    void aCallThatEndedWhileItsLineWasAwayIsPutDownWhenTheLineIsBack() {
        inACall();
        lineSays("disconnected", "{ code: 1006 }");
        there = false;
        lineSays("registered", "{}");
        state("ready");
        lines(1);
        assertThat(page.evaluate("lines.at(-1).session.isEnded()")).isEqualTo(true);
    }

    @Test
    void whoChangesTheirMindBeforeTheExchangeHasAgreedToAHoldGetsWhatTheyWantedLast() {
        inACall();
        page.evaluate("lines.at(-1).session.slow = true");
        page.locator("#phone-hold").click();
        state("held");
        page.locator("#phone-hold").click();
        state("talking");
        assertThat(page.locator("#phone-hold")).hasAttribute("aria-pressed", "false");
        passes(Duration.ofSeconds(1));
        asked("hold");

        exchangeAgrees();
        asked("hold,unhold");
        page.locator("#phone-hold").click();
        page.locator("#phone-hold").click();
        page.locator("#phone-hold").click();
        exchangeAgrees();
        asked("hold,unhold,hold");
        state("held");
        exchangeAgrees();
        asked("hold,unhold,hold");

        page.locator("#phone-hold").click();
        page.locator("#phone-hold").click();
        page.locator("#phone-hangup").click();
        state("ready");
        exchangeAgrees();
        asked("hold,unhold,hold,unhold");
    }

    @Test
    void theDeskPhoneStaysChosenWhateverFailsUntilTheServerKnowsIt() {
        ready();
        failing.add("desk");
        chooses("desk");
        state("unsaved");
        assertThat(page.locator("#telephone-refused")).containsText("Todavía no se guarda");
        lines(1);
        told.clear();
        passesUntilTold(List.of("desk"));
        passesUntilTold(List.of("desk", "desk"));

        page.reload();
        state("unsaved");
        assertThat(page.evaluate("window.lines?.length"))
                .as("nor is it forgotten")
                .isNull();
        assertThat(accounts).isEqualTo(1);

        failing.clear();
        passes(Duration.ofSeconds(5));
        state("desk");
        page.reload();
        lines(1); // the made-up server does not remember it, and the page need not any more
    }

    @Test
    void whoChoosesTheBrowserAfterAllIsNoLongerWaitingForTheDeskPhone() {
        ready();
        failing.add("desk");
        chooses("desk");
        state("unsaved");
        page.locator("[name=telephone-where][value=browser]").check();
        lines(2);
        lineSays("registered", "{}");
        state("ready");
        told.clear();
        passes(Duration.ofMinutes(1));
        state("ready");
        assertThat(told).isEmpty();
    }

    @Test
    void theServerIsToldOfTheDeskPhoneAfterWhatItWasAskedForBefore() {
        page.navigate(SITE + "desk.xhtml");
        lines(1);
        lineSays("registered", "{}");
        state("ready");
        holding = "account";
        page.locator("#phone-check").click();
        page.locator("[data-act=phone-again]").click();
        page.waitForCondition(() -> held != null);
        page.locator("[name=telephone-where][value=desk]").check();
        page.waitForTimeout(500);
        assertThat(told).doesNotContain("desk");
        holding = null;
        held.fulfill(served(held.request().postData()));
        state("desk");
        assertThat(told.subList(told.size() - 2, told.size())).containsExactly("account", "desk");
    }

    private void exchangeAgrees() {
        page.evaluate("lines.at(-1).session.agreed = true");
        passes(Duration.ofSeconds(1));
    }

    private void asked(String what) {
        assertThat(page.evaluate("lines.at(-1).session.asked.join()")).isEqualTo(what);
    }

    private void chooses(String where) {
        page.locator("#phone-check").click();
        page.locator("[name=telephone-where][value=" + where + "]").check();
    }

    private void inACall() {
        ready();
        page.evaluate("lines.at(-1).rings()");
        state("talking");
    }

    private void itsButtonsWork() {
        page.locator("#phone-mute").click();
        state("muted");
        page.locator("#phone-hold").click();
        state("held");
        page.locator("#phone-keypad").click();
        page.waitForSelector("#keypad-sheet[open]");
        page.keyboard().press("Escape");
    }

    private void unanswered() {
        told.clear();
        lineSays("registrationFailed", "{ cause: 'Request Timeout' }");
        state("away");
        page.waitForCondition(() -> told.contains("deaf a1"));
    }

    private void ready() {
        page.navigate(SITE + "desk.xhtml");
        lines(1);
        lineSays("registered", "{}");
        state("ready");
        assertThat(told).containsExactly("account", "ready a1");
    }

    private void state(String state) {
        page.waitForSelector("#telephone[data-state=" + state + "]");
    }

    private void lines(int number) {
        page.waitForFunction("number => window.lines?.length === number", number);
    }

    private String account() {
        return String.valueOf(page.evaluate("lines.at(-1).account"));
    }

    private void lineSays(String what, String event) {
        page.evaluate("lines.at(-1).say('" + what + "', " + event + ")");
    }

    /** With every timer in its time. */
    private void passes(Duration time) {
        page.clock().runFor(time.toMillis());
    }

    /** Second by second, so that the page has heard the answer to the last before it waits for the next. */
    private void passesUntilTold(List<String> what) {
        for (int i = 0; i < 60 && !told.equals(what); i++) {
            passes(Duration.ofSeconds(1));
            page.waitForTimeout(200);
        }
        assertThat(told).isEqualTo(what);
    }

    /** No timer runs meanwhile. */
    private void sleeps(Duration time) {
        page.clock().fastForward(time.toMillis());
    }

    private void answer(Route route) {
        String path = route.request().url().substring(SITE.length());
        if (path.equals("desk/softphone")
                && ("do=" + holding).equals(route.request().postData())) {
            held = route;
        } else if (path.equals("desk/softphone")) {
            route.fulfill(served(route.request().postData()));
        } else if (path.equals("desk.xhtml")) {
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("text/html; charset=utf-8")
                    .setBody(html()));
        } else {
            Path file = path.contains("vendor/jssip")
                    ? Path.of("src/test/resources/telephone-line.js")
                    : WEB.resolve("webapp").resolve(path);
            String type = TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "text/plain");
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(Files.isRegularFile(file) ? 200 : 404)
                    .setContentType(type)
                    .setBody(Files.isRegularFile(file) ? text(file) : ""));
        }
    }

    private Route.FulfillOptions served(String asked) {
        String said = asked.replaceAll("do=|account=", "").replace('&', ' ');
        told.add(said);
        if (failing.contains(said.split(" ", 2)[0])) {
            return new Route.FulfillOptions().setStatus(503);
        }
        String answer = said.equals("account")
                ? "{\"name\": \"a" + ++accounts + "\", \"secret\": \"s\"}"
                : said.startsWith("ready ") ? "{\"inCall\": " + there + "}" : "{}";
        return new Route.FulfillOptions().setContentType("application/json").setBody(answer);
    }

    /** The part of the desk, drawn as the server draws it for who has not chosen. */
    private String html() {
        String part = text(WEB.resolve("webapp/WEB-INF/desk/telephone.xhtml"));
        part = KEYPAD.matcher(part).replaceAll("");
        part = TAG_OF_THE_SERVER.matcher(part).replaceAll("");
        Properties words = words();
        part = WORD.matcher(part).replaceAll(word -> words.getProperty(word.group(1)));
        part = part.replace("#{telephoneView.chosen}", "true")
                .replace("#{request.remoteUser}", "a")
                .replace("#{shellText['close']}", "x");
        return """
                <!DOCTYPE html><html lang="%s"><head><base href="/"><title>-</title>
                <link rel="stylesheet" href="assets/css/telephone.css"></head>
                <body><div id="toasts"></div>%s<script type="module">
                import { acts } from './assets/js/desk/telephone.js';
                document.addEventListener('click', event => {
                    const button = event.target.closest('[data-act]');
                    acts[button?.dataset.act]?.(button);
                });
                </script></body></html>"""
                .formatted(language, part);
    }

    private Properties words() {
        Properties words = new Properties();
        try (Reader reader =
                Files.newBufferedReader(WEB.resolve("resources/i18n/Telephone_" + language + ".properties"))) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
