package mx.gob.edomex.catgem.tests.faults;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import mx.gob.edomex.catgem.tests.Chromium;
import mx.gob.edomex.catgem.tests.Seat;

/** People with browsers at the two nodes: whom the proxy sends where is their cookie's to say. */
final class ClusterPeople implements AutoCloseable {

    /** Whatever the page does next may wait for a proxy that looks every second, and for a busy machine. */
    private static final int PATIENCE_MILLIS = 60_000;

    static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
    static final LocatorAssertions.HasCountOptions COUNTED =
            new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE_MILLIS);

    private final Cluster cluster;
    private final Playwright playwright = Chromium.playwright();
    private final Browser browser = Chromium.launch(playwright);

    ClusterPeople(Cluster cluster) {
        this.cluster = cluster;
    }

    BrowserContext personOn(int node) {
        BrowserContext person = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1366, 768).setLocale("es-MX"));
        person.setDefaultTimeout(PATIENCE_MILLIS);
        // As the proxy sets it, or it would stay beside the proxy's own.
        person.addCookies(List.of(new Cookie("CATGEM_NODE", "catgem-" + node)
                .setDomain(cluster.address().getHost())
                .setPath("/")));
        return person;
    }

    /** The node that answered the person last. */
    int nodeOf(BrowserContext person) {
        return Integer.parseInt(cookie(person, "CATGEM_NODE").substring("catgem-".length()));
    }

    /** Signed in at the node itself; its session's id. */
    String sessionOn(int node, String account) {
        try (BrowserContext office = browser.newContext()) {
            Seat.signIn(office.newPage(), cluster.node(node).address(), account);
            return cookie(office, "JSESSIONID");
        }
    }

    private static String cookie(BrowserContext person, String name) {
        return person.cookies().stream()
                .filter(cookie -> cookie.name.equals(name))
                .findFirst()
                .orElseThrow()
                .value;
    }

    /** Signed in and available. */
    Page desk(BrowserContext office, String account) {
        Page desk = office.newPage();
        Seat.signIn(desk, cluster.address(), account);
        desk.navigate(cluster.address().resolve("desk.xhtml").toString());
        Seat.becomeAvailable(desk);
        return desk;
    }

    /** @param open contacts at the desk then */
    static void accept(Page desk, int open) {
        desk.locator("#offer [data-act=accept]").first().waitFor();
        desk.keyboard().press("Control+Enter");
        assertThat(desk.locator("#contacts .contact")).hasCount(open, COUNTED);
    }

    Page chat(BrowserContext street) {
        Page citizen = street.newPage();
        citizen.navigate(cluster.address().resolve("chat/?lang=es").toString());
        citizen.click("#accept");
        assertThat(citizen.locator("#send"))
                .hasAttribute(
                        "aria-disabled",
                        "false",
                        new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE_MILLIS));
        return citizen;
    }

    /** Returns when the centre has it. */
    static void write(Page citizen, String text) {
        citizen.fill("#write", text);
        citizen.click("#send");
        assertThat(citizen.locator("#log .own").last()).containsText("Enviado", SOON);
    }

    /** Closes every open contact, and leaves. */
    static void leave(Page desk) {
        for (int open = desk.locator("#contacts .contact").count(); open > 0; open--) {
            desk.locator("#contacts .contact").first().click();
            desk.locator("#head [data-contact]").waitFor();
            desk.keyboard().press("F4");
            desk.waitForSelector("#close-sheet[open]");
            desk.locator("#disposition").selectOption("INFORMATION_GIVEN");
            desk.locator("#close-now").click();
            assertThat(desk.locator("#contacts .contact")).hasCount(open - 1, COUNTED);
        }
        desk.locator(".pause summary").click();
        desk.locator("[data-presence=OFFLINE].choice").click();
        desk.waitForSelector(".presence-now[data-presence=OFFLINE]");
    }

    static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "cluster-" + name + ".png")));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
