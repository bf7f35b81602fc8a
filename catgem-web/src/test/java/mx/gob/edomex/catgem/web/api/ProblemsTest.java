package mx.gob.edomex.catgem.web.api;

import static mx.gob.edomex.catgem.web.api.ApiFixture.get;
import static mx.gob.edomex.catgem.web.api.ApiFixture.json;
import static mx.gob.edomex.catgem.web.api.ApiFixture.post;
import static mx.gob.edomex.catgem.web.api.ApiFixture.postWithoutCredentials;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.function.Supplier;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.ChannelNotServed;
import mx.gob.edomex.catgem.channel.ContactUnknown;
import mx.gob.edomex.catgem.channel.EntryPointUnknown;
import mx.gob.edomex.catgem.channel.ExternalIdReused;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    private static final String GOOD = "{\"channel\":\"CHAT\",\"text\":\"¿Dónde pago el predial?\"}";
    private final ApiFixture api = new ApiFixture();

    @Test
    void withoutCredentialsItAsksForBasicAndNeverRedirects() throws Exception {
        MockHttpResponse response = api.call(postWithoutCredentials(GOOD));

        assertProblem(response, 401, "not-authenticated");
        assertThat(response.getOutputHeaders().getFirst("WWW-Authenticate")).isEqualTo(ApiGuard.CHALLENGE);
        assertThat(api.accepted).isEmpty();
    }

    @Test
    void anotherRoleIsRefusedBeforeTheBodyIsRead() throws Exception {
        assertProblem(api.call(post("{"), "advisor"), 403, "not-allowed");
    }

    @Test
    void anUnknownAddressIsNotFound() throws Exception {
        assertProblem(api.call(get("/nothing"), "supervisor"), 404, "not-found");
    }

    @Test
    void aWrongMethodNamesTheRightOnes() throws Exception {
        MockHttpResponse response = api.call(MockHttpRequest.delete("/contacts"), "integration");

        assertProblem(response, 405, "method-not-allowed");
        assertThat(response.getOutputHeaders().getFirst("Allow").toString()).contains("POST");
    }

    @Test
    void anotherRepresentationIsNotAcceptable() throws Exception {
        assertProblem(api.call(post(GOOD).header("Accept", "text/csv"), "integration"), 406, "not-acceptable");
    }

    @Test
    void aFormIsNoJson() throws Exception {
        MockHttpRequest form = MockHttpRequest.post("/contacts")
                .contentType("application/x-www-form-urlencoded")
                .content("channel=CHAT".getBytes(StandardCharsets.UTF_8));

        assertProblem(api.call(form, "integration"), 415, "unsupported-media-type");
    }

    @Test
    void brokenRulesAreToldByTheirKind() throws Exception {
        assertProblem(failing(() -> new ExternalIdReused("x")), 409, "conflict");
        assertProblem(failing(() -> new EntryPointUnknown("X", null)), 422, "rule-broken");
        assertProblem(failing(() -> new EJBException(new ChannelNotServed(Channel.PHONE))), 422, "rule-broken");
        assertProblem(failing(() -> new ContactUnknown("x")), 404, "not-found");
        assertProblem(failing(() -> new EJBAccessException("no")), 403, "not-allowed");
    }

    @Test
    void anAbsentDatabaseIsATemporaryProblem() throws Exception {
        MockHttpResponse response =
                failing(() -> new EJBException(new IllegalStateException(new SQLException("gone", "08006"))));

        assertProblem(response, 503, "unavailable");
        assertThat(response.getOutputHeaders().getFirst("Retry-After")).isEqualTo("10");
    }

    @Test
    void anUnexpectedFailureLeaksNothing() throws Exception {
        MockHttpResponse response = failing(() -> new IllegalStateException("secret of table contact"));

        JsonObject problem = assertProblem(response, 500, "internal-error");
        assertThat(problem.toString()).doesNotContain("secret").doesNotContain("Exception");
        assertThat(problem.getString("reference")).hasSize(8);
    }

    @Test
    void textsFollowTheClientsLanguage() throws Exception {
        assertThat(titleIn("en-GB,es;q=0.5")).isEqualTo("Credentials are missing");
        assertThat(titleIn("fr,en;q=0.3")).isEqualTo("Credentials are missing");
        assertThat(titleIn("de")).isEqualTo("Falta identificarse");
        assertThat(titleIn(null)).isEqualTo("Falta identificarse");
    }

    @Test
    void optionsAreAnsweredAsUsual() throws Exception {
        assertThat(api.call(MockHttpRequest.options("/contacts")).getStatus()).isEqualTo(200);
    }

    private String titleIn(String languages) throws Exception {
        MockHttpRequest request = postWithoutCredentials(GOOD);
        if (languages != null) {
            request.header("Accept-Language", languages);
        }
        return json(api.call(request)).getString("title");
    }

    private MockHttpResponse failing(Supplier<RuntimeException> failure) throws Exception {
        api.intake = contact -> {
            throw failure.get();
        };
        return api.call(post(GOOD), "integration");
    }

    private static JsonObject assertProblem(MockHttpResponse response, int status, String type) {
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getOutputHeaders().getFirst("Content-Type").toString())
                .startsWith("application/problem+json");
        JsonObject problem = json(response);
        assertThat(problem.getString("type")).isEqualTo("urn:catgem:problem:" + type);
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail")).isNotBlank();
        assertThat(problem.getString("instance")).startsWith("/");
        return problem;
    }
}
