package mx.gob.edomex.catgem.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import mx.gob.edomex.catgem.tests.api.ApiClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInIT extends BrowserTest {

    private static final int FORGIVEN = 4;

    @BeforeEach
    @AfterEach
    void forgetFailures() throws SQLException {
        try (Connection connection = RunningCentre.centre().database().connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from sign_in_tally");
        }
    }

    @Test
    void aDemoAccountSignsInAndTheFirstPageIsAccessible() {
        page.navigate(RunningCentre.address("").toString());
        assertAccessible(page);
        String before = session();
        signIn(page, "supervisora");
        assertThat(page.url()).doesNotContain("login").doesNotContain("j_security_check");
        assertThat(session())
                .as("the session of before the login is worth nothing")
                .isNotEqualTo(before);
        assertAccessible(page);
    }

    private String session() {
        return page.context().cookies().stream()
                .filter(cookie -> "JSESSIONID".equals(cookie.name))
                .map((Cookie cookie) -> cookie.value)
                .findFirst()
                .orElse(null);
    }

    @Test
    void whoGuessesWaitsAndSeesTheSameForANameThatNobodyHas() {
        for (String name : new String[] {"asesora47", "nobody47"}) {
            for (int i = 0; i < FORGIVEN; i++) {
                tryPassword(name, "wrong");
                assertThat(page.locator("#login-failed").count()).isEqualTo(1);
                assertThat(page.locator("#login-wait").count()).isZero();
            }
            tryPassword(name, "wrong");
            assertThat(page.locator("#login-wait").textContent()).contains("espere 30 segundos");
            tryPassword(name, "catgem-demo");
            assertThat(page.locator("#login-failed").count()).isZero();
            assertThat(page.locator("#login-wait").textContent()).contains("ni siquiera la correcta");
            assertAccessible(page);
        }
        inEnglish(page);
        tryPassword("nobody47", "wrong");
        assertThat(page.locator("#login-wait").textContent()).containsPattern("wait \\d+ seconds");
        assertAccessible(page);
    }

    @Test
    void oneSuccessForgives() {
        for (int i = 0; i < FORGIVEN; i++) {
            tryPassword("asesora47", "wrong");
        }
        tryPassword("asesora47", "catgem-demo");
        assertThat(page.url()).contains("desk.xhtml");
        page.context().clearCookies();
        tryPassword("asesora47", "wrong");
        assertThat(page.locator("#login-wait").count()).isZero();
    }

    private void tryPassword(String name, String password) {
        page.navigate(RunningCentre.address("").toString());
        page.locator("#j_username").fill(name);
        page.locator("#j_password").fill(password);
        submit(page, "button[type='submit']");
    }

    @Test
    void aProgramThatGuessesIsToldToWait() throws Exception {
        ApiClient guessing = ApiClient.of(RunningCentre.address(""), "integracion", "wrong");
        for (int i = 0; i <= FORGIVEN; i++) {
            assertThat(guessing.get("queue").status()).isEqualTo(401);
        }
        ApiClient.Answer answer =
                ApiClient.of(RunningCentre.address(""), "integracion").get("queue");
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.json().getString("type")).endsWith("too-many-requests");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 30);
        assertThat(guessing.get("health").status()).isEqualTo(200);
    }

    @Test
    void aStrangerElsewhereLocksNobodyOutOfTheirOwnPlace() throws Exception {
        ApiClient own = ApiClient.of(RunningCentre.address(""), "integracion");
        assertThat(own.get("queue").status()).isEqualTo(200);
        ApiClient guessing = ApiClient.of(RunningCentre.address(""), "integracion", "wrong");
        for (int i = 0; i <= FORGIVEN; i++) {
            assertThat(guessing.get("queue", "X-Forwarded-For", "203.0.113.9").status())
                    .isEqualTo(401);
        }
        assertThat(guessing.get("queue", "X-Forwarded-For", "203.0.113.10").status())
                .as("from wherever")
                .isEqualTo(429);
        assertThat(own.get("queue").status()).isEqualTo(200);
    }

    @Test
    void behindTlsTheSessionIsForTlsOnly() throws Exception {
        HttpResponse<Void> secure = call("X-Forwarded-Proto", "https");
        assertThat(secure.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
        assertThat(secure.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("JSESSIONID=")
                .containsIgnoringCase("; secure")
                .containsIgnoringCase("; httponly")
                .containsIgnoringCase("; samesite=lax");
        HttpResponse<Void> plain = call("X-Forwarded-Proto", "http");
        assertThat(plain.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(plain.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .doesNotContainIgnoringCase("; secure");
    }

    private static HttpResponse<Void> call(String header, String value) throws Exception {
        URI page = RunningCentre.address("desk.xhtml");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(page).header(header, value).build(), BodyHandlers.discarding());
    }
}
