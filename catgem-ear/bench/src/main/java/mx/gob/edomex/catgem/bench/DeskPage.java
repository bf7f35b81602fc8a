package mx.gob.edomex.catgem.bench;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The desk's page of one advisor: signs in, runs commands and holds the fragments last received (server.js). */
final class DeskPage {
    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]* value=\"([^\"]+)\"");
    private static final Pattern CHANNEL = Pattern.compile("desk\\?[0-9a-f-]{36}");
    /** PrimeFaces sends it along with every postback, for the content security policy. */
    private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");

    private static final Pattern UPDATE =
            Pattern.compile("<update id=\"([^\"]+)\"><!\\[CDATA\\[(.*?)]]></update>", Pattern.DOTALL);
    private static final Pattern OPEN = Pattern.compile("data-contact=\"([0-9a-f-]{36})\"");

    private final Browser browser;
    private final Map<String, String> fragments = new ConcurrentHashMap<>();
    private String viewState;
    private String channel;
    private String nonce;

    DeskPage(Browser browser) {
        this.browser = browser;
    }

    /** Asks for the desk, is shown the login, fills it in and is taken to the desk. */
    void open(String username, String password) throws IOException, InterruptedException {
        browser.get("desk.xhtml");
        String page = browser.post("j_security_check", Map.of("j_username", username, "j_password", password))
                .body();
        viewState = found(VIEW_STATE.matcher(page), 1);
        nonce = found(NONCE.matcher(page), 1);
        channel = found(CHANNEL.matcher(page), 0);
    }

    /** Path of the socket that tells this page what changed. */
    String socketPath() {
        return "jakarta.faces.push/" + channel;
    }

    /**
     * One postback.
     *
     * @return the fragments that came
     * @throws IOException also when the centre refused the command, or did not run it
     */
    Set<String> call(String command, Map<String, String> parameters) throws IOException, InterruptedException {
        String id = "do" + Character.toUpperCase(command.charAt(0)) + command.substring(1);
        Map<String, String> form = new LinkedHashMap<>();
        form.put("jakarta.faces.partial.ajax", "true");
        form.put("jakarta.faces.source", id);
        form.put("jakarta.faces.partial.execute", id);
        form.put(id, id);
        form.put("desk", "desk");
        form.put("contact", openContact());
        form.putAll(parameters);
        form.put("jakarta.faces.ViewState", viewState);
        form.put("primefaces.nonce", nonce);
        String answer = browser.post(
                        "desk.xhtml", form, "Faces-Request", "partial/ajax", "X-Requested-With", "XMLHttpRequest")
                .body();
        Set<String> updated = new HashSet<>();
        Matcher update = UPDATE.matcher(answer);
        while (update.find()) {
            if (update.group(1).contains("ViewState")) {
                viewState = update.group(2);
            } else {
                fragments.put(update.group(1), update.group(2));
                updated.add(update.group(1));
            }
        }
        if (!answer.contains("&#34;done&#34;:true") || answer.contains("<error>")) {
            // What the page says of it stands at the end, after the fragments.
            throw new IOException(command + " was not done: " + answer.substring(Math.max(0, answer.length() - 300)));
        }
        return updated;
    }

    String fragment(String id) {
        return fragments.getOrDefault(id, "");
    }

    /** Id of the contact in the middle of the desk, or empty. */
    String openContact() {
        Matcher open = OPEN.matcher(fragment("head"));
        return open.find() ? open.group(1) : "";
    }

    private static String found(Matcher matcher, int group) throws IOException {
        if (!matcher.find()) {
            throw new IOException("this is not the desk");
        }
        return matcher.group(group);
    }
}
