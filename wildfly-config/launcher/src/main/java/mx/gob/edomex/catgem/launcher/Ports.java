package mx.gob.edomex.catgem.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The ports of one running centre: fixed numbers plus one offset, so that several can run side by side. */
public record Ports(int offset) {

    public int http() {
        return 8080 + offset;
    }

    public int management() {
        return 9990 + offset;
    }

    public int smtp() {
        return 3025 + offset;
    }

    public int imap() {
        return 3143 + offset;
    }

    public int database() {
        return 15432 + offset;
    }

    /**
     * Says which ports are taken before anything starts: WildFly would start all the same, with errors only in its log.
     *
     * @throws IllegalStateException naming every taken port and the way out
     */
    void requireFree() {
        String taken = byPurpose().entrySet().stream()
                .filter(entry -> !isFree(entry.getValue()))
                .map(entry -> entry.getValue() + " (" + entry.getKey() + ")")
                .collect(Collectors.joining(", "));
        if (!taken.isEmpty()) {
            throw new IllegalStateException("Already in use: port " + taken
                    + ". Stop what uses it, or shift every port with -Dcatgem.port.offset=N (now " + offset + ").");
        }
    }

    Map<String, Integer> byPurpose() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("http", http());
        ports.put("management", management());
        ports.put("SMTP", smtp());
        ports.put("IMAP", imap());
        ports.put("PostgreSQL", database());
        return ports;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** An offset under which every port is free now, for tests. */
    public static Ports free() {
        for (int offset = 21_000; offset < 40_000; offset += 500) {
            Ports ports = new Ports(offset);
            if (ports.byPurpose().values().stream().allMatch(Ports::isFree)) {
                return ports;
            }
        }
        throw new UncheckedIOException(new IOException("No free range of ports"));
    }
}
