package mx.gob.edomex.catgem.tests;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.dmr.ModelNode;

/** Sessions of browsers as the server keeps them. */
final class ServerSessions {

    private ServerSessions() {}

    /** The server knows the session no more, as after a restart. */
    static void forget(BrowserContext browser) throws IOException {
        run("invalidate-session", browser);
    }

    /** Ends the session behind the browser's back, as its time-out would. */
    static void end(BrowserContext browser) throws IOException, SQLException {
        try (Connection connection = RunningCentre.centre().database().connect();
                PreparedStatement expire = connection.prepareStatement(
                        "update session_pass set used_at = '-infinity' where digest = sha256(convert_to(?, 'UTF8'))")) {
            expire.setString(1, cookie(browser, "CATGEM_PASS").value);
            expire.executeUpdate();
        }
        forget(browser);
    }

    /** When the browser last asked for anything; from here its time-out counts. */
    static Instant lastUsed(BrowserContext browser) throws IOException {
        return Instant.ofEpochMilli(
                run("get-session-last-accessed-time-millis", browser).asLong());
    }

    private static ModelNode run(String operation, BrowserContext browser) throws IOException {
        ModelNode request = new ModelNode();
        request.get("operation").set(operation);
        request.get("address")
                .add("deployment", "catgem.ear")
                .add("subdeployment", "catgem-web.war")
                .add("subsystem", "undertow");
        request.get("session-id").set(id(browser));
        int port = RunningCentre.centre().settings().ports().management();
        try (ModelControllerClient client = ModelControllerClient.Factory.create("127.0.0.1", port)) {
            ModelNode answer = client.execute(request);
            if (!"success".equals(answer.get("outcome").asString())) {
                throw new IllegalStateException(answer.toString());
            }
            return answer.get("result");
        }
    }

    /** Without the node's name behind the dot. */
    private static String id(BrowserContext browser) {
        return cookie(browser, "JSESSIONID").value.replaceAll("\\..*", "");
    }

    static Cookie cookie(BrowserContext browser, String name) {
        return browser.cookies().stream()
                .filter(cookie -> name.equals(cookie.name))
                .findFirst()
                .orElseThrow();
    }
}
