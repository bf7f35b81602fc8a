package mx.gob.edomex.catgem.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import jakarta.json.Json;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.tests.api.ApiClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Leading the centre from one page: what is seen, what is done, and what reaches the desks and the walls. */
class DashboardIT extends BrowserTest {

    private static final int PATIENCE = 60_000;

    private final List<BrowserContext> others = new ArrayList<>();

    @AfterEach
    void theOthersLeave() throws SQLException {
        others.forEach(BrowserContext::close);
        RunningCentre.execute(
                "update alert_rule set threshold = 150, since = null, raised_at = null where kind = 'OLDEST_WAIT_LONG'");
    }

    @Test
    void aWaitingContactIsPrioritisedMovedAndClosedWithoutLeavingThePage() throws Exception {
        String folio = contact();
        signIn(page, "coordinadora1");
        page.navigate(address("dashboard.xhtml"));
        Locator row = page.locator("tr", new Page.LocatorOptions().setHasText(folio));
        assertThat(row).hasCount(1);
        assertAccessible(page);
        shot("dashboard");

        act(row, "priority");
        page.selectOption("#way-priority", "URGENT");
        assertAccessible(page);
        shot("act");
        confirm("act");
        assertThat(row).containsText("Urgente");
        assertThat(row).containsText("Regresó a la fila");
        page.evaluate("scrollTo(0, 0)"); // a button half under the bar is no small target
        assertAccessible(page);
        shot("undo");
        page.locator(".toast button.small").click();
        // First what goes by itself.
        assertThat(page.locator(".toast").last()).containsText("Deshecho");
        assertThat(row).not().containsText("Urgente");

        act(row, "move");
        page.selectOption("#way-topic", "PREDIAL");
        confirm("act");
        assertThat(row).containsText("Predial");

        act(row, "close");
        page.selectOption("#way-reason", "TEST");
        assertAccessible(page);
        confirm("act");
        assertThat(row).hasCount(0);
        page.navigate(address("folio.xhtml?folio=" + folio));
        assertThat(page.locator(".folio-head")).containsText("Falló");
    }

    @Test
    void aRuleOfTheSupervisorRaisesAnAlertWithABannerOnTheOpenDashboard() throws Exception {
        BrowserContext coordinator = other();
        Page board = coordinator.newPage();
        signIn(board, "coordinadora2");
        board.navigate(address("dashboard.xhtml"));
        board.waitForSelector("#fresh:not(:empty)");

        signIn(page, "supervisora");
        page.navigate(address("rules.xhtml"));
        assertAccessible(page);
        shot("rules");
        page.fill("[name=threshold-OLDEST_WAIT_LONG]", "0");
        page.locator("[name=threshold-OLDEST_WAIT_LONG]").evaluate("field => field.removeAttribute('min')");
        page.click("#save-rules");
        assertThat(page.locator("[role=alert]").first()).containsText("fuera de lo posible");
        page.fill("[name=threshold-OLDEST_WAIT_LONG]", "10");
        page.click("#save-rules");
        assertThat(page.locator(".notice.ok")).containsText("Guardado");

        contact();
        Locator alert = board.locator(".alert", new Page.LocatorOptions().setHasText("La espera más larga"));
        assertThat(alert).hasCount(1, patience());
        assertThat(board.locator("#banner")).containsText("La espera más larga");
        assertAccessible(board);
        alert.locator("[data-act=take]").click();
        assertThat(alert).containsText("La atiende coordinadora2");
        RunningCentre.emptyLine();
        assertThat(alert).hasCount(0, patience());
    }

    @Test
    void aRaisedHandIsAnsweredPrivatelyAndANoticeIsReadOnTheDesk() {
        Page desk = desk("asesora38");
        Page citizen = chat("¿Qué necesito para mi trámite?");
        accept(desk, citizen);

        desk.keyboard().press("Alt+KeyH");
        desk.locator("#hand-question").fill("¿Procede sin acta?");
        assertAccessible(desk);
        desk.locator("[data-act=hand-go]").click();
        assertThat(desk.locator(".hands")).containsText("Espera respuesta");
        assertAccessible(desk);

        signIn(page, "coordinadora1");
        page.navigate(address("dashboard.xhtml"));
        Locator hand = page.locator(".hand", new Page.LocatorOptions().setHasText("¿Procede sin acta?"));
        hand.locator("[data-sheet=answer]").click();
        page.fill("#way-words", "Sí, con copia simple.");
        assertAccessible(page);
        confirm("answer");
        assertThat(desk.locator(".hands")).containsText("Sí, con copia simple.");
        desk.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "board-desk-hand.png")));
        assertThat(citizen.locator("body")).not().containsText("copia simple");
        assertThat(citizen.locator("body")).not().containsText("sin acta");

        Locator line = page.locator(".advisors tr", new Page.LocatorOptions().setHasText("En atención"))
                .first();
        line.locator("[data-sheet=state]").click();
        page.selectOption("#way-presence", "AUXILIARY TRAINING");
        assertAccessible(page);
        confirm("state");
        assertThat(desk.locator(".presence-next")).containsText("Capacitación");
        assertThat(desk.locator("#head [data-contact]")).hasCount(1);
        page.locator(".toast button.small").click();
        assertThat(desk.locator(".presence-next")).hasCount(0);

        page.navigate(address("notices.xhtml"));
        page.fill("#text", "Simulacro a las 11");
        page.click("#publish");
        assertThat(page.locator(".notice.ok")).containsText("Publicado");
        assertAccessible(page);
        assertThat(desk.locator(".centre-notice")).containsText("Simulacro a las 11");
        assertAccessible(desk);
        desk.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "board-desk-notice.png")));
        desk.locator("[data-act=notice]").first().click();
        assertThat(desk.locator(".centre-notice")).hasCount(0);
        page.reload();
        page.locator("a[href*='notices.xhtml?id=']").first().click();
        assertThat(page.locator(".readers .pi-check")).hasCount(1);
        assertAccessible(page);
        shot("notices");
        submit(page, "input[value=Retirar] >> nth=0");
        closeAndLeave(desk);
    }

    @Test
    void whoListensReadsLiveUnseenAndSpeaksToTheAdvisorAlone() {
        Page desk = desk("asesora37");
        Page citizen = chat("Se me venció la licencia");
        accept(desk, citizen);

        signIn(page, "coordinadora1");
        page.navigate(address("dashboard.xhtml"));
        page.locator("a[href*='listen.xhtml']").first().click();
        assertThat(page.locator("#talk")).containsText("Se me venció la licencia");
        assertAccessible(page);
        citizen.locator("#write").fill("¿Y si ya cambié de domicilio?");
        citizen.locator("#send").click();
        assertThat(page.locator("#talk")).containsText("cambié de domicilio");

        page.fill("#words", "Pídale comprobante reciente.");
        page.keyboard().press("Control+Enter");
        assertThat(desk.locator(".hands")).containsText("Pídale comprobante reciente.");
        assertThat(page.locator("#told")).containsText("Pídale comprobante reciente.");
        assertThat(page.locator("#words")).hasValue("");
        assertAccessible(page);
        shot("listen");
        assertAccessible(desk);
        desk.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "board-desk-coached.png")));
        assertThat(citizen.locator("body")).not().containsText("comprobante");

        closeAndLeave(desk);
        assertThat(page.locator("#over")).isVisible();
        assertAccessible(page);
        page.locator("#over a").click();
        assertThat(page.locator(".events")).containsText("Coordinación leyó en vivo");
    }

    @Test
    void aWallShowsTheCentreWithoutALoginSaysWhenItIsCutOffAndHealsAlone() throws Exception {
        for (String topic : List.of("GENERAL", "LICENCIAS", "PREDIAL")) {
            for (String priority : List.of("NORMAL", "HIGH", "URGENT")) {
                contact(topic, priority);
            }
        }
        signIn(page, "supervisora");
        page.navigate(address("rules.xhtml"));
        page.fill("#wallboard-name", "Sala norte");
        page.click("#make-wall");
        String wallAddress = page.locator("#wall-address").textContent().strip();
        assertAccessible(page);

        BrowserContext context = newWall();
        others.add(context);
        Page wall = context.newPage();
        wall.clock().install();
        wall.navigate(wallAddress);
        assertThat(wall.locator("h1")).containsText("Sala norte");
        assertThat(wall.locator(".tile").first()).containsText("En espera");
        assertThat(wall.locator(".tile .value").first()).hasText("9");
        everyLayoutFits(wallAddress);

        context.setOffline(true);
        wall.clock().runFor("10:00"); // every ask of these minutes fails
        assertThat(wall.locator("#age")).containsText("SIN CONEXIÓN");
        assertThat(wall.locator("#age")).containsText("10 min");
        assertThat(wall.locator(".tile").first()).isVisible();
        wall.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "board-wall-cut.png")));
        assertAccessible(wall);
        context.setOffline(false);
        wall.clock().runFor(6000);
        assertThat(wall.locator("#age")).containsText("Datos de hace");

        page.locator("input[value=Revocar]").first().click();
        assertThat(page.locator(".notice.ok")).containsText("Revocada");
        wall.clock().runFor(6000);
        assertThat(wall.locator(".stop")).containsText("revocada");
    }

    /** On a wall nothing may be cut off or scroll; on a phone it may scroll down, never sideways. */
    private void everyLayoutFits(String wallAddress) {
        for (int[] size : new int[][] {{1920, 1080}, {1366, 768}, {390, 844}}) {
            for (String language : List.of("es", "en")) {
                BrowserContext context = newSession(new Browser.NewContextOptions().setViewportSize(size[0], size[1]));
                others.add(context);
                Page wall = context.newPage();
                for (String layout : List.of("queue", "indicators", "advisors")) {
                    wall.navigate("about:blank");
                    wall.navigate(wallAddress + "&layout=" + layout + "&lang=" + language);
                    wall.waitForSelector(".tile");
                    String name = layout + "-" + size[0] + "-" + language;
                    wall.screenshot(new Page.ScreenshotOptions()
                            .setFullPage(size[0] == 390)
                            .setPath(Path.of("target", "screenshots", "board-wall-" + name + ".png")));
                    assertAccessible(wall);
                    String fits = size[0] == 390
                            ? "document.documentElement.scrollWidth <= innerWidth"
                            : "document.documentElement.scrollHeight <= innerHeight";
                    assertThat(wall.evaluate(fits))
                            .as("all of %s is on the screen", name)
                            .isEqualTo(true);
                }
            }
        }
    }

    private static HasCountOptions patience() {
        return new HasCountOptions().setTimeout(PATIENCE);
    }

    private static BrowserContext newWall() {
        return newSession(
                new Browser.NewContextOptions().setViewportSize(1920, 1080).setLocale("es-MX"));
    }

    private void act(Locator row, String way) {
        row.locator("[data-sheet=act]").click();
        page.check("#act-sheet [name=way][value=" + way + "]");
    }

    private void confirm(String sheet) {
        page.click("[data-goes=" + sheet + "]");
        assertThat(page.locator("#" + sheet + "-sheet")).not().hasAttribute("open", "");
    }

    private Page desk(String account) {
        Page desk = other().newPage();
        takeTheDesk(desk, account);
        return desk;
    }

    private void accept(Page desk, Page citizen) {
        citizen.waitForSelector("#folio:not([hidden])");
        desk.waitForSelector(".offer", new Page.WaitForSelectorOptions().setTimeout(PATIENCE));
        desk.keyboard().press("Control+Enter");
        desk.waitForSelector("#head [data-contact]");
    }

    private Page chat(String text) {
        Page citizen = other().newPage();
        citizen.navigate(address("chat/"));
        assertThat(citizen.locator("#notice-short")).not().isEmpty();
        citizen.locator("#accept").click();
        citizen.locator("#write").fill(text);
        citizen.locator("#send").click();
        return citizen;
    }

    private BrowserContext other() {
        BrowserContext context = newSession();
        others.add(context);
        return context;
    }

    private static String contact() throws Exception {
        return ApiClient.of(RunningCentre.address(""), "supervisora")
                .hand("Para mirar " + UUID.randomUUID(), null)
                .folio();
    }

    private static void contact(String topic, String priority) throws Exception {
        String body = Json.createObjectBuilder()
                .add("channel", "CHAT")
                .add("text", "Para la pared")
                .add("topic", topic)
                .add("priority", priority)
                .add("citizen", Json.createObjectBuilder().add("email", "p" + UUID.randomUUID() + "@example.org"))
                .build()
                .toString();
        assertThat(ApiClient.of(RunningCentre.address(""), "supervisora")
                        .post("contacts", body)
                        .status())
                .isEqualTo(201);
    }

    private void shot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", "board-" + name + ".png"))
                .setFullPage(true));
    }

    private static String address(String path) {
        return RunningCentre.address(path).toString();
    }
}
