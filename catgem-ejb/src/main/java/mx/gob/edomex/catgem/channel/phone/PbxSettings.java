package mx.gob.edomex.catgem.channel.phone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/**
 * The centre's exchange, from system properties or else the environment ({@code CATGEM_PBX_URL} and so on). Without an
 * address there is none.
 *
 * @param url of its REST interface, as {@code http://host:8088/ari}; null when switched off
 * @param application name under which the dialplan hands over calls
 * @param endpoint how an advisor's telephone is named there, {@code {advisor}} standing for the user name
 * @param socket where it takes SIP by WebSocket, as {@code ws://host:8088/ws}; null: no telephones in browsers
 * @param sounds folder that it has as {@code sounds/catgem}; null: it plays only what it brings along
 */
record PbxSettings(
        URI url, String user, String password, String application, String endpoint, URI socket, Path sounds) {

    private static final String PREFIX = "CATGEM_PBX_";

    static PbxSettings fromEnvironment() {
        String url = value("URL", null);
        String socket = value("SOCKET", null);
        String sounds = value("SOUNDS", null);
        return new PbxSettings(
                url == null ? null : URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url),
                value("USER", "catgem"),
                passwordOfNow(),
                value("APPLICATION", "catgem"),
                value("ENDPOINT", "PJSIP/{advisor}"),
                socket == null ? null : URI.create(socket),
                sounds == null ? null : Path.of(sounds));
    }

    boolean isOn() {
        return url != null;
    }

    boolean hasSoftphones() {
        return isOn() && socket != null;
    }

    boolean takesSounds() {
        return isOn() && sounds != null;
    }

    /** @param telephone a user name, for the one on the desk; else an endpoint as it is named there */
    String endpointOf(String telephone) {
        return telephone.startsWith("PJSIP/") ? telephone : endpoint.replace("{advisor}", telephone);
    }

    /** Below the address; what stands between is encoded already. */
    URI at(String path) {
        return URI.create(url + path);
    }

    /** Where the exchange tells its events. */
    URI events() {
        String socket = url.toString().replaceFirst("^http", "ws");
        return URI.create(socket + "/events?app=" + encoded(application));
    }

    String authorization() {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Without the password. */
    @Override
    public String toString() {
        return url + " as " + user;
    }

    /** A file keeps it out of the list of processes. */
    private static String passwordOfNow() {
        String file = value("PASSWORD_FILE", null);
        try {
            return file == null
                    ? value("PASSWORD", "")
                    : Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the password of the exchange cannot be read", e);
        }
    }

    private static String value(String name, String otherwise) {
        String found = System.getProperty(PREFIX + name, System.getenv(PREFIX + name));
        return found == null || found.isBlank() ? otherwise : found.strip();
    }
}
