package mx.gob.edomex.catgem.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test in a real browser; each test gets a browser session of its own, as another person would have. */
@ExtendWith(RunningCentre.class)
public abstract class BrowserTest {
    /** Milliseconds; a machine that has other work takes them, any other does not. */
    private static final int PATIENCE = 60_000;

    /** A button of a page whose scripts do not listen yet does nothing: a click waits until the page is read. */
    private static final String UNTOUCHABLE_UNTIL_READ =
            """
            const untouchable = new CSSStyleSheet();
            untouchable.replaceSync('html { pointer-events: none }');
            document.adoptedStyleSheets = [untouchable];
            addEventListener('load', () => { document.adoptedStyleSheets = []; }, { once: true });
            """;

    private static Playwright playwright;
    private static Browser browser;

    private BrowserContext context;
    /** The first page of this test. */
    protected Page page;

    @BeforeAll
    static void openBrowser() {
        Chromium.require();
        playwright = Chromium.playwright();
        browser = Chromium.launch(playwright);
        // A machine that has other work answers later; what comes at once is not waited for any longer.
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE / 2);
    }

    /** A browser of its own, for a test that kills it. */
    static Browser anotherBrowser() {
        return Chromium.launch(playwright);
    }

    @AfterAll
    static void closeBrowser() {
        if (playwright != null) {
            playwright.close();
            playwright = null;
        }
    }

    @BeforeEach
    void openSession() {
        RunningCentre.startAfresh();
        context = newSession();
        page = context.newPage();
    }

    @AfterEach
    void closeSession(TestInfo test) {
        if (context != null) {
            page.screenshot(new Page.ScreenshotOptions().setPath(screenshot(test.getDisplayName())));
            context.close();
        }
    }

    /** One more person at one more machine. */
    protected static BrowserContext newSession() {
        return newSession(
                new Browser.NewContextOptions().setViewportSize(1366, 768).setLocale("es-MX"));
    }

    protected static BrowserContext newSession(Browser.NewContextOptions options) {
        BrowserContext session = browser.newContext(options);
        session.setDefaultTimeout(PATIENCE);
        session.addInitScript(UNTOUCHABLE_UNTIL_READ);
        return session;
    }

    protected static void signIn(Page page, String account) {
        Seat.signIn(page, RunningCentre.address(""), account);
    }

    /**
     * The sign-in refuses them. For three seconds the server may still know the password by heart; it then lets them as far
     * as the page that sends them back.
     */
    protected static void assertRefused(Page page, String account) {
        until(page, () -> {
            signIn(page, account);
            return page.locator("#login-failed").isVisible();
        });
    }

    /** Signs an advisor in and makes them available. */
    protected static void takeTheDesk(Page desk, String account) {
        signIn(desk, account);
        becomeAvailable(desk);
    }

    protected static void becomeAvailable(Page desk) {
        Seat.becomeAvailable(desk);
    }

    /** The page opens anew; what is asked of it before that would be asked of the one that goes. */
    protected static void inEnglish(Page page) {
        submit(page, "[data-language=en]");
        page.waitForSelector("html[lang=en]");
    }

    /** Clicks on what leads to another page, or to the same anew, and waits until that is there. */
    protected static void submit(Page page, String selector) {
        Seat.follow(page, () -> page.click(selector));
    }

    /** Closes the one open contact as answered and leaves the queue. */
    protected static void closeAndLeave(Page desk) {
        desk.keyboard().press("F4");
        desk.waitForSelector("#close-sheet[open]");
        desk.locator("#disposition").selectOption("INFORMATION_GIVEN");
        desk.locator("#close-now").click();
        PlaywrightAssertions.assertThat(desk.locator("#head [data-contact]")).hasCount(0);
        leave(desk);
    }

    /** Leaves the queue by the menu; a failure says what the desk showed instead. */
    protected static void leave(Page desk) {
        desk.locator(".pause summary").click();
        desk.locator("[data-presence=OFFLINE].choice").click();
        until(desk, () -> desk.locator(".presence-now[data-presence=OFFLINE]").isVisible());
    }

    /** Waits as long as a slow machine may need; what the page shows by then is in the message. */
    protected static void until(Page page, BooleanSupplier condition) {
        try {
            page.waitForCondition(condition);
        } catch (TimeoutError late) {
            throw new AssertionError(
                    "too late; at " + page.url() + " the page shows: "
                            + page.locator("body").innerText().replaceAll("\\s+", " "),
                    late);
        }
    }

    /** Goes there as somebody without a mouse does. */
    protected static void tabTo(Page page, String selector) {
        page.waitForLoadState(); // before, its scripts hear no key
        for (int i = 0; i < 150; i++) {
            if (Boolean.TRUE.equals(page.locator(selector).first().evaluate("e => e === document.activeElement"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError(selector + " is not reached by Tab on " + page.url());
    }

    /** Goes to a page of the centre. */
    protected static void open(Page page, String path) {
        page.navigate(RunningCentre.address(path).toString());
    }

    /** Presses what is reached by Tab. */
    protected static void press(Page page, String selector) {
        tabTo(page, selector);
        page.keyboard().press("Enter");
    }

    /** A picture of the whole page, to be looked at. */
    protected static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + ".png")));
    }

    /** Each page as somebody reads it on a phone, in English and in the dark: accessible, not sideways, every word there. */
    protected void assertReadableOnAPhone(List<String> paths) {
        String base = RunningCentre.address("").toString();
        page.setViewportSize(390, 844);
        page.context()
                .addCookies(List.of(
                        new Cookie("catgem_language", "en").setUrl(base),
                        new Cookie("catgem_theme", "dark").setUrl(base)));
        for (String path : paths) {
            page.navigate(RunningCentre.address(path).toString());
            picture(page, "phone-" + path.replaceAll("\\..*", ""));
            assertAccessible(page);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("no sideways scrolling on %s", path)
                    .isEqualTo(true);
            PlaywrightAssertions.assertThat(page.locator("main")).not().containsText("???");
        }
    }

    /** WCAG 2.2 AA by machine: no violation at all, with the rule and the places in the message. */
    protected static void assertAccessible(Page page) {
        // A click scrolls as far as it needs: what happens to lie half under the bar then is no target that is too
        // small.
        page.evaluate("scrollTo({ top: 0, behavior: 'instant' })");
        // The other mode is for pages within pages, of which there are none here; it takes two seconds more each time.
        List<Rule> violations = new AxeBuilder(page)
                .setLegacyMode(true)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze()
                .getViolations();
        assertThat(violations)
                .as(() -> violations.stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " at "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList()
                        .toString())
                .isEmpty();
    }

    private Path screenshot(String test) {
        return Path.of("target", "screenshots", getClass().getSimpleName() + "-" + test.replaceAll("\\W", "") + ".png");
    }
}
