package mx.gob.edomex.catgem.web.api;

import static mx.gob.edomex.catgem.web.api.ApiFixture.get;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.junit.jupiter.api.Test;

class ApiGuardTest {

    private final ApiFixture api = new ApiFixture();

    @Test
    void aProgramWithItsOwnCredentialsMayWrite() throws Exception {
        assertThat(status(request().header("Authorization", "Basic eDp5"))).isEqualTo(201);
    }

    @Test
    void aCookieAloneIsNotEnough() throws Exception {
        assertThat(status(request().header("Cookie", "JSESSIONID=x"))).isEqualTo(403);
    }

    @Test
    void ourOwnPagesMayWrite() throws Exception {
        assertThat(status(request().header("Sec-Fetch-Site", "same-origin"))).isEqualTo(201);
    }

    @Test
    void anotherSiteMayNotEvenWithAPasswordTheBrowserKeeps() throws Exception {
        for (String site : List.of("cross-site", "same-site", "none")) {
            assertThat(status(request().header("Sec-Fetch-Site", site).header("Authorization", "Basic eDp5")))
                    .isEqualTo(403);
        }
        assertThat(status(request().header("Origin", "https://evil.example").header("Authorization", "Basic eDp5")))
                .isEqualTo(403);
        assertThat(status(request().header("Origin", "null").header("Authorization", "Basic eDp5")))
                .isEqualTo(403);
    }

    @Test
    void whatIsOpenNeedsNoAccount() throws Exception {
        assertThat(api.call(get("/openapi.json")).getStatus()).isEqualTo(200);
    }

    @Test
    void everyMethodSaysWhoMayCallIt() {
        List<Method> methods = new ApiApplication()
                .getClasses().stream()
                        .filter(type -> type.isAnnotationPresent(Path.class))
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(method -> Arrays.stream(method.getAnnotations())
                                .anyMatch(a -> a.annotationType().isAnnotationPresent(HttpMethod.class)))
                        .toList();

        assertThat(methods).hasSizeGreaterThan(4);
        assertThat(methods)
                .allMatch(method ->
                        method.isAnnotationPresent(PermitAll.class) != method.isAnnotationPresent(RolesAllowed.class));
    }

    private static MockHttpRequest request() throws Exception {
        return MockHttpRequest.post("/contacts")
                .contentType("application/json")
                .content("{\"channel\":\"CHAT\",\"text\":\"Hola\"}".getBytes(StandardCharsets.UTF_8));
    }

    private int status(MockHttpRequest request) {
        return api.call(request, "integration").getStatus();
    }
}
