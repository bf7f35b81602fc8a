package mx.gob.edomex.catgem.tests.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mx.gob.edomex.catgem.tests.RunningCentre;
import mx.gob.edomex.catgem.tests.api.ApiClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RunningCentre.class)
class RestIT {

    private ApiClient program;

    @BeforeEach
    void connect() {
        program = as("integracion");
    }

    @Test
    void aContactIsHandedOverAndFollowed() throws Exception {
        Answer accepted = program.post(
                "contacts",
                """
                {"channel":"CHAT","language":"ES","topic":"PREDIAL","priority":"HIGH","subject":"Pago de predial",
                 "text":"Vecina de Metepec pregunta por su recibo","citizen":{"name":"Nombre Secreto","email":"secreta@example.org"}}""");

        assertThat(accepted.status()).isEqualTo(201);
        assertThat(accepted.folio()).matches("[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]");
        assertThat(accepted.header("Location")).endsWith("/catgem/api/v1/contacts/" + accepted.folio());

        Answer found = program.get("contacts/" + accepted.folio());
        assertThat(found.status()).isEqualTo(200);
        JsonObject contact = found.json().getJsonObject("contact");
        assertThat(contact.getString("topic")).isEqualTo("PREDIAL");
        assertThat(contact.getString("priority")).isEqualTo("HIGH");
        assertThat(contact.getString("entryPoint")).isEqualTo("API");
        assertThat(contact.getString("state")).isIn("QUEUED", "OFFERED");
        assertThat(contact.getString("queuedAt")).matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
        assertThat(found.json().getJsonArray("steps").getJsonObject(0).getInt("k"))
                .isEqualTo(1);
        assertThat(found.json().getJsonObject("procedure").getString("code")).isEqualTo("AVC");
    }

    @Test
    void whatACitizenSaidNeverComesBack() throws Exception {
        Answer accepted = program.post(
                "contacts",
                """
                {"channel":"CHAT","subject":"Asunto reservado","text":"Texto reservado",
                 "citizen":{"name":"Nombre reservado","email":"reservado@example.org","phone":"7221234567"}}""");
        String folio = accepted.folio();

        for (String account : List.of("integracion", "supervisora", "coordinadora1")) {
            for (String path : List.of("contacts/" + folio, "contacts?q=" + folio, "queue")) {
                assertThat(as(account).get(path).body())
                        .doesNotContainIgnoringCase("reservad")
                        .doesNotContain("7221234567");
            }
        }
    }

    @Test
    void aRepeatIsTheSameContact() throws Exception {
        String reference = reference();
        Answer first = program.hand("¿Dónde pago?", reference);
        Answer again = program.hand("¿Dónde pago?", reference);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.folio()).isEqualTo(first.folio());
    }

    @Test
    void anotherContentUnderTheSameReferenceIsAConflict() throws Exception {
        String reference = reference();
        program.hand("¿Dónde pago?", reference);
        Answer other = program.hand("¿Cuándo pago?", reference);

        assertProblem(other, 409, "conflict");
        assertThat(other.json().getString("rule")).isEqualTo("ExternalIdReused");
        assertThat(contactsOf(reference)).isEqualTo(1);
    }

    @Test
    void referencesOfTwoProgramsDoNotMeet() throws Exception {
        String reference = reference();

        assertThat(program.hand("Uno", reference).folio())
                .isNotEqualTo(as("supervisora").hand("Uno", reference).folio());
    }

    @Test
    void fiftyParallelRepeatsAreOneContact() throws Exception {
        String reference = reference();
        List<Answer> answers = inParallel(50, () -> program.hand("Cincuenta veces", reference));

        Set<String> folios = new HashSet<>();
        for (Answer answer : answers) {
            assertThat(answer.status()).isIn(200, 201, 202);
            folios.add(answer.folio());
        }
        assertThat(folios).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSizeLessThan(2);
        assertThat(contactsOf(reference)).isEqualTo(1);
        assertThat(count(
                        "select count(*) from message m join arrival a using (contact_id) where a.external_id = ?",
                        reference))
                .isEqualTo(1);
        assertThat(count(
                        "select count(*) from subject s where s.id in (select subject_id from arrival where"
                                + " external_id = ?)",
                        reference))
                .isEqualTo(1);
    }

    @Test
    void anArrivalLeadsToItsContact() throws Exception {
        Answer accepted = program.hand("Llegada", null);
        Answer arrival = program.get("arrivals/" + accepted.json().getString("id"));

        assertThat(arrival.status()).isEqualTo(303);
        assertThat(arrival.header("Location")).endsWith("/contacts/" + accepted.folio());
        assertProblem(program.get("arrivals/" + UUID.randomUUID()), 404, "not-found");
    }

    @Test
    void listsAreReadPageByPageWithoutGapOrRepeat() throws Exception {
        String topic = "MIGRANTES";
        for (int i = 0; i < 5; i++) {
            program.post(
                    "contacts",
                    "{\"channel\":\"CHAT\",\"citizen\":{\"email\":\"una@example.org\"},\"topic\":\"" + topic
                            + "\",\"text\":\"Página " + i + "\"}");
        }
        List<String> folios = new ArrayList<>();
        String next = "contacts?limit=2&topic=" + topic;
        while (next != null) {
            JsonObject page = program.get(next).json();
            page.getJsonArray("contacts")
                    .getValuesAs(JsonObject.class)
                    .forEach(contact -> folios.add(contact.getString("folio")));
            next = page.getString("next", null);
        }

        assertThat(folios)
                .hasSizeGreaterThanOrEqualTo(5)
                .doesNotHaveDuplicates()
                .hasSize(count("select count(*) from contact where topic = ?", topic));
    }

    @Test
    void aContactIsFoundByItsWords() throws Exception {
        String word = "zurcido" + reference().replaceAll("[^a-z]", "");
        String folio = program.hand("Busco un " + word + " en Tóluca", null).folio();

        assertThat(program.get("contacts?q=" + word).body()).contains(folio);
        assertThat(program.get("contacts?state=CLOSED&q=" + word).body()).doesNotContain(folio);
    }

    @Test
    void theQueueShowsWhatWaits() throws Exception {
        program.post(
                "contacts",
                "{\"channel\":\"CHAT\",\"citizen\":{\"email\":\"una@example.org\"},\"language\":\"EN\",\"topic\":\"AGUA\",\"text\":\"Water\"}");

        JsonObject queue = program.get("queue", "Accept-Language", "en").json();
        assertThat(queue.getInt("depth")).isPositive();
        assertThat(queue.getJsonArray("classes").getValuesAs(JsonObject.class)).anySatisfy(waiting -> {
            assertThat(waiting.getString("topic")).isEqualTo("AGUA");
            assertThat(waiting.getString("topicName")).isEqualTo("Water and drainage");
            assertThat(waiting.getString("language")).isEqualTo("EN");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; drop table contact; --",
                "<script>alert(1)</script>",
                "${jndi:ldap://127.0.0.1/a}",
                "#{facesContext}",
                "\u202Egnp.exe",
                "=HYPERLINK(\"http://x\")",
                "ñandú 𝒳 👩‍🚀",
                "../../etc/passwd",
                "Bcc: x@example.org\r\nX: y"
            })
    void hostileTextIsJustText(String text) throws Exception {
        Answer accepted = program.hand(text, null);

        assertThat(accepted.status()).isEqualTo(201);
        String encoded =
                java.net.URLEncoder.encode(text.replaceAll("[\\r\\n]", " "), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(program.get("contacts?q=" + encoded).status()).isEqualTo(200);
        assertThat(program.get("contacts/" + accepted.folio()).status()).isEqualTo(200);
    }

    @Test
    void wrongRequestsAreExplained() throws Exception {
        assertProblem(program.post("contacts", "{"), 400, "malformed-json");
        Answer invalid = program.post("contacts", "{\"chanel\":\"CHAT\",\"text\":\"x\"}", "Accept-Language", "en");
        assertProblem(invalid, 400, "invalid-request");
        assertThat(invalid.json().getJsonArray("violations").toString()).contains("/chanel", "/channel", "required");
        Answer nobodyToPhone = program.post("contacts", "{\"channel\":\"PHONE\",\"text\":\"x\"}");
        assertProblem(nobodyToPhone, 400, "invalid-request");
        assertThat(nobodyToPhone.json().getJsonArray("violations").toString()).contains("/callback/day", "required");
        assertProblem(program.post("contacts", "{\"channel\":\"SOCIAL\",\"text\":\"x\"}"), 422, "rule-broken");
        for (String channel : List.of("EMAIL", "CHAT")) {
            Answer unanswerable = program.post("contacts", "{\"channel\":\"" + channel + "\",\"text\":\"x\"}");
            assertProblem(unanswerable, 422, "rule-broken");
            assertThat(unanswerable.json().getString("rule")).isEqualTo("AnswerNeedsAnAddress");
        }
        assertProblem(
                program.post(
                        "contacts",
                        "{\"channel\":\"CHAT\",\"citizen\":{\"email\":\"una@example.org\"},\"text\":\"x\",\"topic\":\"NADA\"}"),
                422,
                "rule-broken");
        assertProblem(program.get("contacts?since=ayer"), 400, "invalid-request");
        assertProblem(program.get("contacts?limit=0"), 400, "invalid-request");
        assertProblem(program.get("contacts?cursor=%27"), 400, "invalid-request");
        assertProblem(program.get("contacts?estado=X"), 400, "invalid-request");
        assertProblem(program.get("contacts?q=%00"), 400, "invalid-request");
        assertProblem(program.get("contacts/ABCD-EFGH-J"), 400, "invalid-request");
        assertProblem(program.get("contacts/" + unknownFolio()), 404, "not-found");
        assertProblem(program.get("nothing/here"), 404, "not-found");
        assertProblem(program.call("DELETE", "contacts", "application/json", ""), 405, "method-not-allowed");
        assertProblem(program.call("POST", "contacts", "text/plain", "x"), 415, "unsupported-media-type");
        assertProblem(program.get("queue", "Accept", "text/csv"), 406, "not-acceptable");
    }

    @Test
    void anOversizeBodyIsRefused() throws Exception {
        assertProblem(program.hand("x".repeat(100_000), null), 413, "too-large");
    }

    @Test
    void aFolioIsLookedUpWithoutAnAccountAndSaysStateAndDateOnly() throws Exception {
        String folio = program.hand("Consulta pública", null).folio();
        ApiClient anyone = ApiClient.anonymous(RunningCentre.address(""));

        Answer found = anyone.get(
                "public/folios/" + folio.toLowerCase(java.util.Locale.ROOT).replace("-", ""));
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.json().keySet()).containsExactlyInAnyOrder("folio", "state", "date");
        assertThat(found.json().getString("state")).isIn("WAITING", "IN_ATTENTION");
        assertProblem(anyone.get("public/folios/" + unknownFolio()), 404, "not-found");
        assertProblem(anyone.get("public/folios/AAAA-AAAA-B"), 400, "invalid-request");

        Answer last = found;
        for (int i = 0; i < 70 && last.status() != 429; i++) { // at most two windows of thirty
            last = anyone.get("public/folios/" + folio);
        }
        assertProblem(last, 429, "too-many-requests");
        assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 60);
    }

    @Test
    void theDescriptionIsServed() throws Exception {
        Answer description = ApiClient.anonymous(RunningCentre.address("")).get("openapi.json");

        assertThat(description.status()).isEqualTo(200);
        assertThat(description.json().getJsonObject("paths")).containsKey("/contacts");
    }

    @Test
    void anotherSiteCannotMakeABrowserHandOverContacts() throws Exception {
        String body = "{\"channel\":\"CHAT\",\"citizen\":{\"email\":\"una@example.org\"},\"text\":\"x\"}";

        assertProblem(program.post("contacts", body, "Origin", "https://evil.example"), 403, "foreign-origin");
        assertProblem(program.post("contacts", body, "Sec-Fetch-Site", "cross-site"), 403, "foreign-origin");
    }

    static void assertProblem(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        JsonObject problem = answer.json();
        assertThat(problem.getString("type")).isEqualTo("urn:catgem:problem:" + type);
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail")).isNotBlank();
        assertThat(problem.getString("instance")).startsWith("/catgem/api/v1/");
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("mx.gob");
    }

    static ApiClient as(String account) {
        return ApiClient.of(RunningCentre.address(""), account);
    }

    private static String reference() {
        return "it-" + UUID.randomUUID();
    }

    /** Well formed, and as good as surely nobody's. */
    private static String unknownFolio() {
        return mx.gob.edomex.catgem.shared.Folio.next().value();
    }

    private static int contactsOf(String reference) throws SQLException {
        return count(
                "select count(*) from contact c join arrival a on a.contact_id = c.id where a.external_id = ?",
                reference);
    }

    private static int count(String sql, String parameter) throws SQLException {
        try (Connection connection = RunningCentre.centre().database().connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private static List<Answer> inParallel(int times, Callable<Answer> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> future : threads.invokeAll(java.util.Collections.nCopies(times, work))) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
