package mx.gob.edomex.catgem.tests.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.tests.RunningCentre;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every role on every page; and nobody without an account where one is needed. */
@ExtendWith(RunningCentre.class)
class PageRightsIT {

    private static final Set<String> OPEN =
            Set.of("login.xhtml", "public/folio.xhtml", "chat/page.html", "wall/index.html", "public/survey/");
    private static final Map<String, Set<String>> PAGES = new TreeMap<>(Map.ofEntries(
            Map.entry("index.xhtml", ApiRightsIT.ACCOUNTS.keySet()),
            Map.entry("desk.xhtml", Set.of("advisor")),
            Map.entry("contacts.xhtml", Set.of("advisor", "coordinator", "supervisor", "auditor")),
            Map.entry("queue.xhtml", Set.of("coordinator", "supervisor", "support")),
            Map.entry("callbacks.xhtml", Set.of("coordinator", "supervisor")),
            Map.entry("hours.xhtml", Set.of("supervisor")),
            Map.entry("roster.xhtml", Set.of("coordinator", "supervisor")),
            Map.entry("conformity.xhtml", Set.of("coordinator", "supervisor", "auditor", "direction")),
            Map.entry("decision.xhtml", Set.of("coordinator", "supervisor", "auditor")),
            Map.entry("executions.xhtml", Set.of("coordinator", "supervisor", "auditor")),
            Map.entry("deviations.xhtml", Set.of("coordinator", "supervisor", "auditor")),
            Map.entry("dashboard.xhtml", Set.of("coordinator", "supervisor", "direction")),
            Map.entry("figures.xhtml", Set.of("coordinator", "supervisor", "auditor", "direction")),
            Map.entry("support.xhtml", Set.of("support")),
            Map.entry("indicators.xhtml", Set.of("coordinator", "supervisor", "auditor", "direction")),
            Map.entry("objectives.xhtml", Set.of("coordinator", "supervisor", "auditor", "direction")),
            Map.entry("figure.xhtml", Set.of("coordinator", "supervisor", "auditor", "direction")),
            Map.entry("notices.xhtml", Set.of("coordinator", "supervisor")),
            Map.entry("rules.xhtml", Set.of("supervisor")),
            Map.entry("recounts.xhtml", Set.of("supervisor", "auditor")),
            Map.entry("evidence.xhtml", Set.of("supervisor", "auditor")),
            Map.entry("information.xhtml", Set.of("information")),
            Map.entry("entry.xhtml", Set.of("information", "coordinator", "supervisor", "auditor")),
            Map.entry("worklog.xhtml", Set.of("information", "supervisor", "auditor"))));

    static {
        PAGES.put("figures/export?shift=CURRENT", Set.of("coordinator", "supervisor", "auditor", "direction"));
        for (String page :
                Set.of("routing.xhtml", "ruledraft.xhtml", "replay.xhtml", "callmenu.xhtml", "callmenudraft.xhtml")) {
            PAGES.put(page, Set.of("coordinator", "supervisor"));
        }
        for (String page : Set.of(
                "candidates.xhtml",
                "nonconformities.xhtml",
                "nonconformity.xhtml",
                "callmenuversion.xhtml",
                "callmenudrops.xhtml",
                "callmenu/dropoffs")) {
            PAGES.put(page, Set.of("coordinator", "supervisor", "auditor"));
        }
        PAGES.put("folio/recording", Set.of("coordinator", "supervisor", "auditor"));
        PAGES.put("callmenu/recording", Set.of("coordinator", "supervisor"));
        PAGES.put("disposals.xhtml", Set.of("coordinator", "supervisor", "auditor"));
        for (String page : Set.of("audits.xhtml", "audit.xhtml", "auditfolio.xhtml")) {
            PAGES.put(page, Set.of("supervisor", "auditor"));
        }
        for (String page : Set.of("training.xhtml", "trainee.xhtml")) {
            PAGES.put(
                    page,
                    Set.of("advisor", "coordinator", "information", "supervisor", "auditor", "direction", "support"));
        }
        for (String page : Set.of("reviews.xhtml", "review.xhtml", "iso.xhtml", "clauses.xhtml")) {
            PAGES.put(page, Set.of("supervisor", "direction", "auditor"));
        }
        PAGES.put("trainingrecord.xhtml", Set.of("supervisor", "auditor"));
        PAGES.put(
                "actions.xhtml", Set.of("advisor", "coordinator", "information", "supervisor", "direction", "support"));
        for (String page : Set.of("procedures.xhtml", "procedure.xhtml", "procedures/manual")) {
            PAGES.put(page, Set.of("information", "coordinator", "supervisor", "auditor"));
        }
        PAGES.put("proceduredraft.xhtml", Set.of("information", "coordinator", "supervisor"));
        PAGES.put("skills.xhtml", Set.of("supervisor"));
        PAGES.put("password.xhtml", ApiRightsIT.ACCOUNTS.keySet());
        PAGES.put("history.xhtml", Set.of("coordinator", "supervisor", "auditor", "direction"));
        for (String page :
                Set.of("accounts.xhtml", "account.xhtml", "catalogue.xhtml", "changes.xhtml", "opening.xhtml")) {
            PAGES.put(page, Set.of("supervisor", "support"));
        }
    }

    private static String folioPage;

    @BeforeAll
    static void handOver() throws Exception {
        String folio =
                RestIT.as("integracion").hand("Palabras reservadas", null).folio();
        folioPage = "folio.xhtml?folio=" + folio;
        PAGES.put("listen.xhtml?folio=" + folio, Set.of("coordinator", "supervisor"));
    }

    @TestFactory
    Stream<DynamicTest> everyRoleOnEveryPage() {
        return PAGES.keySet().stream().flatMap(page -> ApiRightsIT.ACCOUNTS.keySet().stream()
                .map(role -> DynamicTest.dynamicTest(role + " " + page, () -> {
                    int status = get(page, role).statusCode();
                    if (PAGES.get(page).contains(role)) {
                        // A file that is named by nothing is not found, by who may have it.
                        assertThat(status).isIn(page.endsWith("/recording") ? Set.of(404) : Set.of(200, 302));
                    } else {
                        assertThat(status).isEqualTo(403);
                    }
                })));
    }

    @TestFactory
    Stream<DynamicTest> everyRoleOnAFolio() {
        return ApiRightsIT.ACCOUNTS.keySet().stream()
                .map(role -> DynamicTest.dynamicTest(role, () -> {
                    HttpResponse<String> page = get(folioPage, role);
                    if (Set.of("coordinator", "supervisor").contains(role)) {
                        assertThat(page.statusCode()).isEqualTo(200);
                        assertThat(page.body()).contains("Palabras reservadas");
                    } else {
                        // An auditor sees the folio masked; an advisor only what was their own; nobody else anything.
                        assertThat(page.statusCode())
                                .isIn(role.equals("auditor") ? Set.of(200) : Set.of(200, 403, 404));
                        assertThat(page.body()).doesNotContain("Palabras reservadas");
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> withoutAnAccountThereIsOnlyTheLoginPage() {
        return Stream.concat(PAGES.keySet().stream(), Stream.of(folioPage))
                .map(page -> DynamicTest.dynamicTest(page, () -> {
                    HttpResponse<String> shown = get(page, null);
                    assertThat(shown.statusCode()).isIn(200, 302);
                    assertThat(
                                    shown.statusCode() == 302
                                            ? shown.headers()
                                                    .firstValue("Location")
                                                    .orElse("")
                                            : shown.body())
                            .containsAnyOf("j_security_check", "login.xhtml");
                    assertThat(shown.body()).doesNotContain("Palabras reservadas");
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatIsOpenIsOpen() {
        return OPEN.stream()
                .map(page -> DynamicTest.dynamicTest(
                        page, () -> assertThat(get(page, null).statusCode()).isEqualTo(200)));
    }

    /** The cookie of a signed-in person reads by the interface, but hands nothing over unless our own page asks. */
    @Test
    void aSessionCookieIsNoLicenceToWrite() throws Exception {
        HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        browser.send(request("index.xhtml").GET().build(), HttpResponse.BodyHandlers.ofString());
        browser.send(
                request("j_security_check")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "j_username=supervisora&j_password=" + ApiClient.PASSWORD))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(browser.send(request("api/v1/queue").GET().build(), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
        assertThat(hand(browser)).isEqualTo(403);
        assertThat(hand(browser, "Sec-Fetch-Site", "cross-site")).isEqualTo(403);
        assertThat(hand(browser, "Sec-Fetch-Site", "same-origin")).isEqualTo(201);
    }

    private static int hand(HttpClient browser, String... header) throws IOException, InterruptedException {
        HttpRequest.Builder request = request("api/v1/contacts")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"channel\":\"CHAT\",\"text\":\"x\",\"citizen\":{\"email\":\"una@example.org\"}}"));
        if (header.length == 2) {
            request.header(header[0], header[1]);
        }
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private static HttpResponse<String> get(String page, String role) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(page).GET();
        if (role != null) {
            String pair = ApiRightsIT.ACCOUNTS.get(role) + ":" + ApiClient.PASSWORD;
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        URI uri = RunningCentre.address(path);
        return HttpRequest.newBuilder(uri).timeout(java.time.Duration.ofSeconds(60));
    }
}
