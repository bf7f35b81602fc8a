package mx.gob.edomex.catgem.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every kind of page that somebody reaches by links from their first one, in both languages, on a desk and on a phone, at
 * a centre that runs. The pictures, in {@code target/screens}, are there to be looked at: a machine finds only what is
 * broken.
 */
class EveryScreen {

    private static final String CENTRE = System.getProperty("catgem.centre", "http://localhost:8080/catgem/");
    private static final String NOBODY = "";
    private static final Pattern PAGE = Pattern.compile("([a-z]+(?:/[a-z]+)?)\\.xhtml(\\?[^#]*)?");
    private static final List<String> LANGUAGES = List.of("es", "en");
    private static final int[][] SIZES = {{1366, 768}, {390, 844}};

    private static Playwright playwright;
    private static Browser browser;

    private final List<String> findings = new ArrayList<>();

    @BeforeAll
    static void openBrowser() {
        Chromium.require();
        playwright = Chromium.playwright();
        browser = Chromium.launch(playwright);
    }

    @AfterAll
    static void closeBrowser() {
        playwright.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                NOBODY,
                "asesora03",
                "coordinadora1",
                "informacion1",
                "supervisora",
                "auditora",
                "direccion",
                "soporte"
            })
    void hasEveryWordAndFitsAndIsAccessible(String account) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String language : LANGUAGES) {
            // The chat goes by the browser's language, everything else by what was chosen.
            try (BrowserContext session = browser.newContext(
                    new Browser.NewContextOptions().setLocale(language.equals("es") ? "es-MX" : "en-US"))) {
                Page page = session.newPage();
                listen(page);
                session.addCookies(List.of(new Cookie("catgem_language", language).setUrl(CENTRE)));
                if (account.equals(NOBODY)) {
                    found.put("chat", "chat/");
                    found.put("folio", "public/folio.xhtml");
                    found.put("login", "login.xhtml");
                } else {
                    Seat.signIn(page, URI.create(CENTRE), account);
                    discover(page, found);
                }
                found.forEach((name, address) -> look(page, account, language, name, address));
            }
        }
        assertThat(findings).isEmpty();
    }

    private void listen(Page page) {
        page.onConsoleMessage(said -> {
            if (said.type().equals("error")) {
                findings.add(page.url() + " says on the console: " + said.text());
            }
        });
        page.onPageError(error -> findings.add(page.url() + " stopped: " + error));
        page.onResponse(answer -> {
            if (answer.status() >= 400) {
                findings.add(answer.url() + " answers " + answer.status());
            }
        });
    }

    /** One address of each kind: bare, and with what it is about. */
    private static void discover(Page page, Map<String, String> found) {
        found.putIfAbsent("index", "index.xhtml");
        List<String> left = new ArrayList<>(found.values());
        while (!left.isEmpty()) {
            page.navigate(CENTRE + left.remove(0));
            for (Object link : (List<?>) page.evaluate("[...document.querySelectorAll('a[href]')].map(a => a.href)")) {
                Matcher matcher = PAGE.matcher(link.toString().replace(CENTRE, ""));
                if (link.toString().startsWith(CENTRE) && matcher.matches()) {
                    String name = matcher.group(1) + (matcher.group(2) == null ? "" : "-of");
                    if (found.putIfAbsent(name, matcher.group()) == null) {
                        left.add(matcher.group());
                    }
                }
            }
        }
    }

    private void look(Page page, String account, String language, String name, String address) {
        for (int[] size : SIZES) {
            page.setViewportSize(size[0], size[1]);
            page.navigate(CENTRE + address);
            page.waitForLoadState(LoadState.NETWORKIDLE);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(
                            "target",
                            "screens",
                            name.replace('/', '-') + "-" + account + "-" + language + "-" + size[0] + ".png")));
            String where = account + " " + language + " " + size[0] + " " + address;
            if (page.locator("body").innerText().contains("???")) {
                findings.add(where + ": a word is missing");
            }
            Object wide = page.evaluate("document.documentElement.scrollWidth - innerWidth");
            if (((Number) wide).intValue() > 0) {
                findings.add(where + ": wider than the screen by " + wide);
            }
            try {
                BrowserTest.assertAccessible(page);
            } catch (AssertionError violation) {
                findings.add(where + ": " + violation.getMessage());
            }
        }
    }
}
