package mx.gob.edomex.catgem.tests.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.tests.RunningCentre;
import mx.gob.edomex.catgem.tests.api.ApiClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A program works as an advisor, without our pages. */
@ExtendWith(RunningCentre.class)
class DeskApiIT {

    private static final String ADVISOR = "asesora41";
    private static final String OTHER = "asesora42";

    private final ApiClient advisor = as(ADVISOR);

    /** A colleague who becomes available would be offered what other tests have left waiting. */
    @BeforeEach
    void nobodyElseWaits() {
        RunningCentre.startAfresh();
    }

    @AfterEach
    void goHome() throws Exception {
        for (JsonObject contact :
                advisor.get("desk").json().getJsonArray("contacts").getValuesAs(JsonObject.class)) {
            close(contact.getString("folio"));
        }
        become("OFFLINE");
    }

    @Test
    void aContactIsWorkedFromOfferToClosingAndEveryStepIsOnRecord() throws Exception {
        BlockingQueue<String> events = listen();
        assertThat(events.poll(60, TimeUnit.SECONDS)).isEqualTo("READY");
        assertThat(become("AVAILABLE").json().getString("presence")).isEqualTo("AVAILABLE");

        String folio = urgent("¿Dónde pago el predial de Metepec?");
        JsonObject offer = offered(folio, events);
        assertThat(offer.getString("channel")).isEqualTo("CHAT");
        JsonObject contact = advisor.post("desk/offers/" + offer.getString("id") + "/accept", "")
                .json();
        assertThat(contact.getString("folio")).isEqualTo(folio);
        assertThat(contact.getString("state")).isEqualTo("IN_PROGRESS");

        JsonObject open = advisor.get("desk/contacts/" + folio).json();
        assertThat(open.getJsonArray("messages").getJsonObject(0).getString("text"))
                .isEqualTo("¿Dónde pago el predial de Metepec?");

        done("steps", folio, "{\"act\":\"CLASSIFY\",\"topic\":\"PREDIAL\"}");
        done("steps", folio, "{\"act\":\"COMPETENCE\"}");
        done("steps", folio, "{\"act\":\"CONSULT\"}");
        String answer = "{\"clientId\":\"a-1\",\"text\":\"En la tesorería de su municipio.\"}";
        done("messages", folio, answer);
        done("messages", folio, answer);
        open = advisor.get("desk/contacts/" + folio).json();
        assertThat(texts(open.getJsonArray("messages")))
                .filteredOn(text -> text.equals("En la tesorería de su municipio."))
                .hasSize(1);
        assertThat(open.getJsonObject("contact").containsKey("deliveredAt")).isTrue();

        done("close", folio, "{}");
        assertThat(advisor.get("desk/contacts/" + folio)
                        .json()
                        .getJsonObject("contact")
                        .getString("state"))
                .isEqualTo("AFTER_CALL_WORK");
        done("disposition", folio, "{\"disposition\":\"INFORMATION_GIVEN\"}");

        JsonObject seen = as("supervisora").get("contacts/" + folio).json();
        assertThat(seen.getJsonObject("contact").getString("state")).isEqualTo("CLOSED");
        assertThat(seen.getJsonObject("contact").getString("disposition")).isEqualTo("INFORMATION_GIVEN");
        assertThat(seen.getJsonArray("steps").getValuesAs(JsonObject.class).stream()
                        .map(step -> step.getString("act")))
                .contains("ASSIGNED", "GREETING", "CLASSIFY", "COMPETENCE", "CONSULT", "DELIVER", "CLOSE");
        assertThat(advisor.get("desk/contacts/" + folio).status()).isEqualTo(404);
        assertThat(sourcesOfHerActs(folio)).as("in the ledger").containsExactly("API");
    }

    private static List<String> sourcesOfHerActs(String folio) throws SQLException {
        try (Connection connection = RunningCentre.centre().database().connect();
                PreparedStatement query = connection.prepareStatement("select distinct e.source from event e"
                        + " join contact c on c.id = e.contact_id where c.folio = ? and e.staff = ?")) {
            query.setString(1, folio);
            query.setString(2, ADVISOR);
            List<String> sources = new ArrayList<>();
            for (ResultSet rows = query.executeQuery(); rows.next(); ) {
                sources.add(rows.getString(1));
            }
            return sources;
        }
    }

    @Test
    void aRejectedOfferGoesBackToTheLineAndIsGone() throws Exception {
        become("AVAILABLE");
        String folio = urgent("Pregunta para otra persona");
        String offer = offered(folio, null).getString("id");

        RestIT.assertProblem(as(OTHER).post("desk/offers/" + offer + "/accept", ""), 409, "conflict");
        assertThat(advisor.post("desk/offers/" + offer + "/reject", "{\"reason\":\"TECHNICAL_FAILURE\"}")
                        .status())
                .isEqualTo(204);
        Answer late = advisor.post("desk/offers/" + offer + "/accept", "");
        RestIT.assertProblem(late, 409, "conflict");
        assertThat(late.json().getString("rule")).isEqualTo("OfferGone");
        assertThat(as("supervisora")
                        .get("contacts/" + folio)
                        .json()
                        .getJsonObject("contact")
                        .getString("state"))
                .isIn("QUEUED", "OFFERED");
    }

    @Test
    void whatIsWrongIsExplainedAndChangesNothing() throws Exception {
        become("AVAILABLE");
        String folio = urgent("¿Cómo renuevo mi licencia?");
        String offer = offered(folio, null).getString("id");
        advisor.post("desk/offers/" + offer + "/accept", "");
        String contact = "desk/contacts/" + folio;

        RestIT.assertProblem(advisor.post(contact + "/messages", "{\"text\":\"hola\"}"), 400, "invalid-request");
        RestIT.assertProblem(advisor.post(contact + "/steps", "{\"act\":\"SEND\"}"), 400, "invalid-request");
        RestIT.assertProblem(advisor.post(contact + "/steps", "{\"act\":\"CLASSIFY\"}"), 400, "invalid-request");
        RestIT.assertProblem(
                advisor.post(contact + "/disposition", "{\"disposition\":\"NINGUNA\"}"), 422, "rule-broken");
        RestIT.assertProblem(state("{\"presence\":\"AUXILIARY\"}"), 400, "invalid-request");
        RestIT.assertProblem(state("{\"presence\":\"AUXILIARY\",\"reason\":\"PLAYA\"}"), 422, "rule-broken");
        RestIT.assertProblem(state("{\"presence\":\"GRACE\"}"), 400, "invalid-request");
        RestIT.assertProblem(as(OTHER).get(contact), 404, "not-found");
        RestIT.assertProblem(as(OTHER).post(contact + "/close", "{}"), 404, "not-found");
        RestIT.assertProblem(as("supervisora").get("desk"), 403, "not-allowed");
        RestIT.assertProblem(advisor.post("desk/offers/nada/accept", ""), 404, "not-found");

        assertThat(advisor.get(contact).json().getJsonObject("contact").getString("state"))
                .isEqualTo("IN_PROGRESS");
    }

    @Test
    void aContactIsGivenOnToAColleagueWhoWasAskedIn() throws Exception {
        ApiClient colleague = as(OTHER);
        try {
            become("AVAILABLE");
            String folio = urgent("¿Cómo pago mi recibo de agua?");
            advisor.post("desk/offers/" + offered(folio, null).getString("id") + "/accept", "");
            stateOf(colleague, "AVAILABLE");

            String note = "\"note\":\"¿Lo toma usted?\"";
            done("transfer", folio, "{\"kind\":\"WARM\",\"advisor\":\"" + OTHER + "\"," + note + "}");
            RestIT.assertProblem(advisor.post("desk/contacts/" + folio + "/transfer/complete", ""), 409, "conflict");
            Answer taken = colleague.post("desk/offers/" + ringing(colleague, folio) + "/accept", "");
            assertThat(taken.status()).as(taken.body()).isBetween(200, 204);
            assertThat(state(advisor, folio)).as("it stays with who asked").isEqualTo("IN_PROGRESS");
            RestIT.assertProblem(colleague.get("desk/contacts/" + folio), 404, "not-found");

            done("transfer/complete", folio, "");
            assertThat(advisor.get("desk/contacts/" + folio).status()).isEqualTo(404);
            assertThat(state(colleague, folio)).isEqualTo("IN_PROGRESS");
            assertThat(colleague
                            .post("desk/contacts/" + folio + "/transfer", "{\"kind\":\"TOPIC\",\"topic\":\"AGUA\"}")
                            .status())
                    .isEqualTo(204);
            assertThat(as("supervisora")
                            .get("contacts/" + folio)
                            .json()
                            .getJsonArray("steps")
                            .getValuesAs(JsonObject.class)
                            .stream()
                            .map(step -> step.getString("act")))
                    .contains("REFER");
        } finally {
            for (JsonObject contact :
                    colleague.get("desk").json().getJsonArray("contacts").getValuesAs(JsonObject.class)) {
                colleague.post(
                        "desk/contacts/" + contact.getString("folio") + "/disposition",
                        "{\"disposition\":\"CITIZEN_LEFT\"}");
            }
            stateOf(colleague, "OFFLINE");
        }
    }

    @Test
    void aTransferThatCannotBeIsExplainedAndChangesNothing() throws Exception {
        become("AVAILABLE");
        String folio = urgent("¿Dónde renuevo mi credencial?");
        advisor.post("desk/offers/" + offered(folio, null).getString("id") + "/accept", "");
        String transfer = "desk/contacts/" + folio + "/transfer";

        RestIT.assertProblem(advisor.post(transfer, ""), 400, "malformed-json");
        RestIT.assertProblem(advisor.post(transfer, "{\"kind\":\"TOPIC\"}"), 400, "invalid-request");
        RestIT.assertProblem(
                advisor.post(transfer, "{\"kind\":\"WARM\",\"advisor\":\"asesora42\"}"), 400, "invalid-request");
        assertRefused(advisor.post(transfer, "{\"kind\":\"TOPIC\",\"topic\":\"NADA\"}"), "TopicUnknown");
        assertRefused(
                advisor.post(transfer, "{\"kind\":\"COLD\",\"advisor\":\"" + ADVISOR + "\",\"note\":\"a mí\"}"),
                "TransferToOneself");
        assertRefused(
                advisor.post(transfer, "{\"kind\":\"COLD\",\"advisor\":\"nadie\",\"note\":\"a nadie\"}"),
                "TransferToNobody");
        assertRefused(
                advisor.post(transfer, "{\"kind\":\"COLD\",\"advisor\":\"asesora47\",\"note\":\"no está\"}"),
                "ReceiverNotAvailable");
        assertRefused(advisor.call("DELETE", transfer, "application/json", ""), "NoTransferUnderWay");
        RestIT.assertProblem(as(OTHER).post(transfer, "{\"kind\":\"TOPIC\",\"topic\":\"AGUA\"}"), 404, "not-found");

        assertThat(state(advisor, folio)).isEqualTo("IN_PROGRESS");
    }

    @Test
    void whomToCallAndWhatCameOfIt() throws Exception {
        become("AVAILABLE");
        ZonedDateTime now = ZonedDateTime.now(whereItIsDay());
        String window = "{\"day\":\"" + now.toLocalDate() + "\",\"from\":\"%s\",\"to\":\"%s\",\"zone\":\""
                + now.getZone() + "\"}";
        String folio = as("integracion")
                .post(
                        "contacts",
                        "{\"channel\":\"PHONE\",\"priority\":\"URGENT\",\"text\":\"Mi beca\",\"citizen\":{\"phone\":\"55 1234 5678\"},"
                                + "\"callback\":" + window.formatted(at(now, -1), at(now, 120)) + "}")
                .folio();
        advisor.post("desk/offers/" + offered(folio, null).getString("id") + "/accept", "");
        String call = "desk/contacts/" + folio + "/call";

        JsonObject toCall = advisor.get(call).json();
        assertThat(toCall.getString("number")).isEqualTo("+525512345678");
        assertThat(toCall.getInt("attempts")).isZero();
        RestIT.assertProblem(advisor.post(call, "{}"), 400, "invalid-request");
        RestIT.assertProblem(advisor.post(call, "{\"result\":\"ANOTHER_TIME\"}"), 400, "invalid-request");
        RestIT.assertProblem(as(OTHER).get(call), 404, "not-found");
        done("call", folio, "{\"result\":\"ANSWERED\"}");
        assertThat(advisor.get(call).json().getBoolean("toCall")).isFalse();
        RestIT.assertProblem(advisor.post(call, "{\"result\":\"BUSY\"}"), 409, "conflict");
        RestIT.assertProblem(
                advisor.post("desk/contacts/" + folio + "/messages", "{\"clientId\":\"c\",\"text\":\"hola\"}"),
                409,
                "conflict");
    }

    @Test
    void aMailIsWrittenFirstOnTheMatterOfAContact() throws Exception {
        become("AVAILABLE");
        String folio = urgent("Avísenme cuando esté mi acta");
        advisor.post("desk/offers/" + offered(folio, null).getString("id") + "/accept", "");
        close(folio);

        RestIT.assertProblem(advisor.post("desk/mails", "{\"folio\":\"" + folio + "\"}"), 400, "invalid-request");
        RestIT.assertProblem(
                advisor.post("desk/mails", "{\"folio\":\"nada\",\"subject\":\"Su acta\"}"), 400, "invalid-request");
        Answer begun = advisor.post("desk/mails", "{\"folio\":\"" + folio + "\",\"subject\":\"Su acta está lista\"}");
        assertThat(begun.status()).as(begun.body()).isEqualTo(200);
        assertThat(begun.json().getString("channel")).isEqualTo("EMAIL");
        assertThat(begun.json().getString("state")).isEqualTo("IN_PROGRESS");
        String mail = begun.json().getString("folio");
        assertThat(mail).isNotEqualTo(folio);
        done("messages", mail, "{\"clientId\":\"m\",\"text\":\"Puede pasar por ella.\"}");
        done("close", mail, "{\"disposition\":\"INFORMATION_GIVEN\"}");
    }

    /** Somewhere in the world it is neither too early nor too late to phone. */
    private static ZoneId whereItIsDay() {
        return Stream.of("America/Mexico_City", "Europe/Madrid", "Asia/Tokyo", "Pacific/Auckland", "Asia/Dubai")
                .map(ZoneId::of)
                .filter(zone -> LocalTime.now(zone).isAfter(LocalTime.of(8, 5))
                        && LocalTime.now(zone).isBefore(LocalTime.of(18, 0)))
                .findFirst()
                .orElseThrow();
    }

    private static String at(ZonedDateTime now, int minutes) {
        return DateTimeFormatter.ofPattern("HH:mm").format(now.plusMinutes(minutes));
    }

    private static void assertRefused(Answer answer, String rule) {
        assertThat(answer.status()).as(answer.body()).isIn(409, 422);
        assertThat(answer.json().getString("rule")).isEqualTo(rule);
    }

    /** What the colleague is asked into: nothing else can ring meanwhile. */
    private static String ringing(ApiClient colleague, String folio) throws Exception {
        List<JsonObject> offers =
                colleague.get("desk").json().getJsonArray("offers").getValuesAs(JsonObject.class);
        assertThat(offers).as("rings with " + folio).hasSize(1);
        return offers.get(0).getString("id");
    }

    private static String state(ApiClient account, String folio) throws Exception {
        return account.get("desk/contacts/" + folio)
                .json()
                .getJsonObject("contact")
                .getString("state");
    }

    private static void stateOf(ApiClient account, String presence) throws Exception {
        account.call("PUT", "desk/state", "application/json", "{\"presence\":\"" + presence + "\"}");
    }

    private static ApiClient as(String account) {
        return ApiClient.of(RunningCentre.address(""), account);
    }

    private Answer become(String presence) throws Exception {
        return state("{\"presence\":\"" + presence + "\"}");
    }

    private Answer state(String body) throws Exception {
        return advisor.call("PUT", "desk/state", "application/json", body);
    }

    private void done(String verb, String folio, String body) throws Exception {
        Answer answer = advisor.post("desk/contacts/" + folio + "/" + verb, body);
        assertThat(answer.status()).as(verb + ": " + answer.body()).isEqualTo(204);
    }

    private void close(String folio) throws Exception {
        done("disposition", folio, "{\"disposition\":\"CITIZEN_LEFT\"}");
    }

    /** Urgent, so that it is offered before what other tests have left waiting. */
    private static String urgent(String text) throws Exception {
        return as("integracion")
                .post(
                        "contacts",
                        "{\"channel\":\"CHAT\",\"priority\":\"URGENT\",\"text\":\"" + text
                                + "\",\"citizen\":{\"email\":\"p" + UUID.randomUUID() + "@example.org\"}}")
                .folio();
    }

    /** Waits for the offer of this contact; others that were already on their way are rejected. */
    private JsonObject offered(String folio, BlockingQueue<String> events) throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(90));
        while (Instant.now().isBefore(end)) {
            for (JsonObject offer :
                    advisor.get("desk").json().getJsonArray("offers").getValuesAs(JsonObject.class)) {
                JsonObject standing =
                        as("supervisora").get("contacts/" + folio).json().getJsonObject("contact");
                if (standing.getString("state").equals("OFFERED")) {
                    return offer;
                }
                advisor.post("desk/offers/" + offer.getString("id") + "/reject", "{\"reason\":\"TECHNICAL_FAILURE\"}");
            }
            if (events == null) {
                Thread.sleep(300);
            } else {
                events.poll(2, TimeUnit.SECONDS);
            }
        }
        throw new AssertionError("no offer of " + folio);
    }

    /** Names of the events as they come. */
    private static BlockingQueue<String> listen() {
        BlockingQueue<String> names = new LinkedBlockingQueue<>();
        URI address = RunningCentre.address("api/v1/desk/events");
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", ApiClient.basic(ADVISOR))
                .header("Accept", "text/event-stream")
                .build();
        var unused = HttpClient.newHttpClient()
                .sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                .thenAccept(answer -> answer.body()
                        .filter(line -> line.startsWith("event: "))
                        .forEach(line -> names.add(line.substring("event: ".length()))));
        return names;
    }

    private static List<String> texts(JsonArray messages) {
        return messages.getValuesAs(JsonObject.class).stream()
                .map(message -> message.getString("text", ""))
                .toList();
    }
}
