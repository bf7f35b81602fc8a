package mx.gob.edomex.catgem.tests;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.time.Instant;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.dmr.ModelNode;

/** Sessions of browsers as the server keeps them. */
final class ServerSessions {

    private ServerSessions() {}

    /** Ends the session behind the browser's back, as its time-out would. */
    static void end(BrowserContext browser) throws IOException {
        run("invalidate-session", browser);
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
        return browser.cookies().stream()
                .filter(cookie -> "JSESSIONID".equals(cookie.name))
                .map(cookie -> cookie.value.replaceAll("\\..*", ""))
                .findFirst()
                .orElseThrow();
    }
}
