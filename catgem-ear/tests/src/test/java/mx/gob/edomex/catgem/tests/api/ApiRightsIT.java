package mx.gob.edomex.catgem.tests.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.tests.RunningCentre;
import mx.gob.edomex.catgem.tests.api.ApiClient.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every role on every resource; and nobody without an account where one is needed. */
@ExtendWith(RunningCentre.class)
class ApiRightsIT {

    static final Map<String, String> ACCOUNTS = Map.of(
            "advisor", "asesora01",
            "coordinator", "coordinadora2",
            "information", "informacion1",
            "supervisor", "supervisora",
            "auditor", "auditora",
            "direction", "direccion",
            "support", "soporte",
            "integration", "integracion");

    private static final Set<String> EVERYBODY = ACCOUNTS.keySet();
    private static String folio;
    private static String id;

    /** @param answers status for who may; 0 stands for the body of a new contact */
    private record Resource(String path, boolean isPost, Set<String> roles, Set<Integer> answers, boolean isOpen) {}

    @BeforeAll
    static void handOver() throws Exception {
        Answer accepted = RestIT.as("supervisora").hand("Derechos", null);
        folio = accepted.folio();
        id = accepted.json().getString("id");
    }

    private static List<Resource> resources() {
        Set<String> readers = Set.of("integration", "coordinator", "supervisor");
        return List.of(
                new Resource("contacts", true, Set.of("integration", "supervisor"), Set.of(201), false),
                new Resource("contacts", false, readers, Set.of(200), false),
                new Resource("contacts/" + folio, false, readers, Set.of(200), false),
                // Handed over by the supervisor: the program may ask, but finds only its own.
                new Resource("arrivals/" + id, false, Set.of("integration", "supervisor"), Set.of(303, 404), false),
                new Resource(
                        "queue",
                        false,
                        Set.of("integration", "coordinator", "supervisor", "support"),
                        Set.of(200),
                        false),
                new Resource(
                        "figures",
                        false,
                        Set.of("integration", "coordinator", "supervisor", "auditor", "direction"),
                        Set.of(200),
                        false),
                new Resource(
                        "figures?by=ADVISOR",
                        false,
                        Set.of("coordinator", "supervisor", "auditor"),
                        Set.of(200),
                        false),
                new Resource("health", false, EVERYBODY, Set.of(200), true),
                new Resource("openapi.json", false, EVERYBODY, Set.of(200), true));
    }

    @TestFactory
    Stream<DynamicTest> everyRoleOnEveryResource() {
        return resources().stream().flatMap(resource -> ACCOUNTS.keySet().stream()
                .map(role -> DynamicTest.dynamicTest(role + " " + name(resource), () -> {
                    Answer answer = call(RestIT.as(ACCOUNTS.get(role)), resource);
                    if (resource.roles().contains(role)) {
                        assertThat(resource.answers()).contains(answer.status());
                    } else {
                        RestIT.assertProblem(answer, 403, "not-allowed");
                    }
                })));
    }

    @TestFactory
    Stream<DynamicTest> nobodyWithoutAnAccount() {
        return resources().stream()
                .map(resource -> DynamicTest.dynamicTest(name(resource), () -> {
                    Answer answer = call(ApiClient.anonymous(RunningCentre.address("")), resource);
                    if (resource.isOpen()) {
                        assertThat(answer.status()).isEqualTo(200);
                    } else {
                        assertAsksForCredentials(answer);
                    }
                }));
    }

    @Test
    void aWrongPasswordIsToldAsAProblemAndNeverByTheLoginPage() throws Exception {
        assertAsksForCredentials(
                ApiClient.of(RunningCentre.address(""), "integracion", "wrong").get("queue"));
        assertAsksForCredentials(
                ApiClient.of(RunningCentre.address(""), "nobody", "wrong").get("queue"));
        assertAsksForCredentials(
                ApiClient.of(RunningCentre.address(""), "integracion", "wrong").post("contacts", "{}"));
    }

    private static void assertAsksForCredentials(Answer answer) {
        RestIT.assertProblem(answer, 401, "not-authenticated");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic realm=\"CATGEM\"");
    }

    private static Answer call(ApiClient client, Resource resource) throws Exception {
        return resource.isPost() ? client.hand("Derechos", null) : client.get(resource.path());
    }

    private static String name(Resource resource) {
        return (resource.isPost() ? "POST " : "GET ") + resource.path().replaceAll("/.*", "/…");
    }
}
