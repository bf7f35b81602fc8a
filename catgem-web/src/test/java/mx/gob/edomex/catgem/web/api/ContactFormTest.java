package mx.gob.edomex.catgem.web.api;

import static mx.gob.edomex.catgem.web.api.ApiFixture.json;
import static mx.gob.edomex.catgem.web.api.ApiFixture.post;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import mx.gob.edomex.catgem.channel.ApiContact;
import mx.gob.edomex.catgem.channel.ApiIntake;
import mx.gob.edomex.catgem.channel.CallbackWindow;
import mx.gob.edomex.catgem.channel.CallbackWish;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.PhoneNumber;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30) // a parser once never came back
class ContactFormTest {

    private final ApiFixture api = new ApiFixture();

    @Test
    void everythingSentArrives() throws Exception {
        MockHttpResponse response = send(
                """
                {"channel":"EMAIL","entryPoint":"MAIL_CATGEM","language":"EN","topic":"PREDIAL","priority":"HIGH",
                 "subject":"Land register","text":"Line one\\nline two <b>","externalId":"crm/42",
                 "citizen":{"name":"Ada Ñuñez","email":"ada@example.org","phone":"722 123 4567"}}""");

        assertThat(response.getStatus()).isEqualTo(201);
        assertThat(api.accepted)
                .containsExactly(new ApiContact(
                        Channel.EMAIL,
                        "MAIL_CATGEM",
                        Language.EN,
                        "PREDIAL",
                        Priority.HIGH,
                        "Land register",
                        "Line one\nline two <b>",
                        new ApiContact.Citizen("Ada Ñuñez", "ada@example.org", new PhoneNumber("+527221234567")),
                        null,
                        "crm/42"));
    }

    @Test
    void aContactByPhoneIsACallbackWithAWindowOfTheCitizensOwnClock() throws Exception {
        MockHttpResponse response = send(
                """
                {"channel":"PHONE","text":"Call me","citizen":{"phone":"+1 312 555 0142"},
                 "callback":{"day":"2026-12-01","from":"16:00","to":"18:00","zone":"America/Chicago"}}""");

        assertThat(response.getStatus()).isEqualTo(201);
        assertThat(api.accepted.get(0).callback())
                .isEqualTo(new CallbackWish(
                        new PhoneNumber("+13125550142"),
                        new CallbackWindow(
                                Instant.parse("2026-12-01T22:00:00Z"),
                                Instant.parse("2026-12-02T00:00:00Z"),
                                ZoneId.of("America/Chicago"))));
    }

    @Test
    void whatIsWrongWithACallbackIsToldFieldByField() throws Exception {
        assertFault("{\"channel\":\"PHONE\",\"text\":\"x\"}", "/callback/day", "/citizen/phone");
        assertFault(callback("\"day\":\"mañana\",\"from\":\"16:00\",\"to\":\"18:00\""), "/callback/day");
        assertFault(callback("\"day\":\"2026-12-01\",\"from\":\"26:00\",\"to\":\"18:00\""), "/callback/from");
        assertFault(callback("\"day\":\"2026-12-01\",\"from\":\"16:00\",\"to\":\"15:00\""), "/callback/to");
        assertFault(
                callback("\"day\":\"2026-12-01\",\"from\":\"16:00\",\"to\":\"18:00\",\"zone\":\"Mars/Olympus\""),
                "/callback/zone");
        assertFault("{\"channel\":\"CHAT\",\"text\":\"x\",\"callback\":{\"day\":\"2026-12-01\"}}", "/callback");
    }

    private static String callback(String window) {
        return "{\"channel\":\"PHONE\",\"text\":\"x\",\"citizen\":{\"phone\":\"7221234567\"},\"callback\":{" + window
                + "}}";
    }

    private void assertFault(String body, String... fields) throws Exception {
        MockHttpResponse response = send(body);
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentAsString()).contains(fields);
    }

    @Test
    void theAnswerNamesTheFolioAndItsAddress() throws Exception {
        MockHttpResponse response = send("{\"channel\":\"CHAT\",\"text\":\"Hola\"}");

        String folio = api.folio.orElseThrow().value();
        assertThat(json(response).getString("folio")).isEqualTo(folio);
        assertThat(response.getOutputHeaders().getFirst("Location").toString()).endsWith("/contacts/" + folio);
    }

    @Test
    void aRepeatIsAnsweredWith200() throws Exception {
        api.intake = contact -> new ApiIntake.Accepted(ContactId.random(), false);

        assertThat(send("{\"channel\":\"CHAT\",\"text\":\"Hola\"}").getStatus()).isEqualTo(200);
    }

    @Test
    void aSlowIntakeIsAnsweredWithALinkAfterFiveSeconds() throws Exception {
        api.folio = Optional.empty();
        long begin = System.nanoTime();

        MockHttpResponse response = send("{\"channel\":\"CHAT\",\"text\":\"Hola\"}");

        assertThat(response.getStatus()).isEqualTo(202);
        assertThat(response.getOutputHeaders().getFirst("Location").toString()).contains("/arrivals/");
        assertThat(json(response).containsKey("folio")).isFalse();
        assertThat((System.nanoTime() - begin) / 1_000_000_000).isBetween(4L, 7L);
    }

    @Test
    void everyFaultIsListedByField() throws Exception {
        MockHttpResponse response = send(
                """
                {"channel":"FAX","text":7,"citizen":{"email":"no","phone":"12","rfc":"x"},"externalId":"a b",
                 "topic":"A\\nB","colour":"red"}""");

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(faults(response))
                .containsExactlyInAnyOrder(
                        "/channel choice",
                        "/text text",
                        "/citizen/email email",
                        "/citizen/phone phone",
                        "/citizen/rfc unknown",
                        "/externalId externalId",
                        "/topic control",
                        "/colour unknown");
        assertThat(api.accepted).isEmpty();
    }

    @Test
    void channelAndTextAreRequired() throws Exception {
        assertThat(faults(send("{\"text\":\"   \"}"))).containsExactlyInAnyOrder("/channel required", "/text required");
    }

    @Test
    void limitsAreThoseOfTheService() throws Exception {
        assertThat(send(text("x".repeat(ApiContact.LONGEST_TEXT))).getStatus()).isEqualTo(201);
        assertThat(faults(send(text("x".repeat(ApiContact.LONGEST_TEXT + 1))))).containsExactly("/text tooLong");
    }

    @Test
    void controlCharactersAreRefused() throws Exception {
        assertThat(faults(send(text("a\\u0000b")))).containsExactly("/text control");
        assertThat(faults(send(text("a\\ud800b")))).containsExactly("/text control");
        assertThat(send(text("a\\tb\\r\\nc")).getStatus()).isEqualTo(201);
    }

    @Test
    void whatTheClientSentIsNotSentBack() throws Exception {
        MockHttpResponse response = send("{\"channel\":\"<script>\",\"text\":\"secreto\",\"citizen\":\"secreto\"}");

        assertThat(new String(response.getOutput(), StandardCharsets.UTF_8))
                .doesNotContain("script")
                .doesNotContain("secreto");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"x\"", "null", "{\"a\":1,}", "{\"text\":\"a\",\"text\":\"b\"}", "{} {}"})
    void anythingButOneObjectIsMalformed(String body) throws Exception {
        MockHttpResponse response = send(body);

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(json(response).getString("type")).isEqualTo("urn:catgem:problem:malformed-json");
    }

    @Test
    void anotherEncodingIsMalformed() throws Exception {
        MockHttpRequest request = MockHttpRequest.post("/contacts")
                .header("Authorization", "Basic eDp5")
                .contentType("application/json")
                .content("{\"channel\":\"CHAT\",\"text\":\"ñ\"}".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(api.call(request, "integration").getStatus()).isEqualTo(400);
    }

    @Test
    void depthDoesNotBreakTheReader() throws Exception {
        assertThat(send("{\"a\":" + "[".repeat(30_000)).getStatus()).isEqualTo(400);
    }

    @Test
    void anOversizeBodyIsRefused() throws Exception {
        MockHttpResponse response = send(text("x".repeat(JsonBody.LARGEST)));

        assertThat(response.getStatus()).isEqualTo(413);
        assertThat(json(response).getString("type")).isEqualTo("urn:catgem:problem:too-large");
    }

    private MockHttpResponse send(String body) throws Exception {
        return api.call(post(body), "integration");
    }

    private static String text(String text) {
        return "{\"channel\":\"CHAT\",\"text\":\"" + text + "\"}";
    }

    private static List<String> faults(MockHttpResponse response) {
        return json(response).getJsonArray("violations").getValuesAs(JsonObject.class).stream()
                .map(fault -> fault.getString("field") + " " + fault.getString("code"))
                .toList();
    }
}
