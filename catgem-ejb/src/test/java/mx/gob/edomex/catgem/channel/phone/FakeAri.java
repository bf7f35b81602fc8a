package mx.gob.edomex.catgem.channel.phone;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * As much of Asterisk's REST interface as the application uses, within the test: enough HTTP and WebSocket for one client,
 * channels and bridges in memory. {@link ExchangeContract} keeps it honest beside the real one.
 */
final class FakeAri implements Town, AutoCloseable {

    private static final String PASSWORD = "only-here";
    private static final String HANDSHAKE = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final String EAR = "@ear of ";
    private static final String CONFIGURED = "/asterisk/config/dynamic/res_pjsip/";

    /** One telephone call as the exchange sees it. */
    private static final class Line {
        private final String id;
        private final String caller;
        private final String dialled;
        private final Map<String, String> marks = new HashMap<>();
        private String state = "Ring";
        private boolean inApplication;
        private boolean watched;

        Line(String id, String caller, String dialled) {
            this.id = id;
            this.caller = caller;
            this.dialled = dialled;
        }
    }

    private final ServerSocket server;
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Map<String, Set<String>> bridges = new LinkedHashMap<>();
    private final Map<String, Recording> recordings = new LinkedHashMap<>();
    private final Set<String> playbacks = new HashSet<>();
    private final Map<String, Desk> desks = new HashMap<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    /** Every command, as it came: method and path. */
    final List<String> commands = new CopyOnWriteArrayList<>();

    /** What was added to its configuration, by kind and name. */
    final Map<String, String> configured = new ConcurrentHashMap<>();

    /** Who hears what is said through an ear: none, or out for the line it is at. */
    final Map<String, String> whispers = new ConcurrentHashMap<>();

    private OutputStream listener;
    private final Map<String, String> refused = new HashMap<>();
    private boolean promptsLast;
    private boolean down;

    FakeAri() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread(this::accept);
    }

    @Override
    public PbxSettings settings() {
        return new PbxSettings(
                URI.create("http://127.0.0.1:" + server.getLocalPort() + "/ari"),
                "catgem",
                PASSWORD,
                "catgem",
                "PJSIP/{advisor}@phones",
                URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/ws"),
                null);
    }

    /** Prompts go on until {@link #promptEnds}. */
    synchronized void holdPrompts() {
        promptsLast = true;
    }

    synchronized boolean isPlaying(ExchangeEvent.PromptOver prompt) {
        return playbacks.contains(prompt.id());
    }

    synchronized void promptEnds() {
        List.copyOf(playbacks).forEach(this::ended);
    }

    /** The line with the application breaks; calls stay as they are. */
    synchronized void cut() {
        for (Socket socket : sockets) {
            quietly(socket::close);
        }
        sockets.clear();
        listener = null;
    }

    /** The machine of the exchange is gone, with all calls, until {@code false}. */
    synchronized void down(boolean gone) {
        down = gone;
        if (gone) {
            lines.clear();
            bridges.clear();
            playbacks.clear();
            cut();
        }
    }

    /** Whatever has this in its path is answered with this status. */
    synchronized void refuse(String path, int status) {
        refused.put(path, Integer.toString(status));
    }

    /** A recording that was there before is there still. */
    synchronized void keeps(String recording) {
        Recording kept = new Recording("");
        kept.ends();
        recordings.put(recording, kept);
    }

    /** As it should again. */
    synchronized void obey() {
        refused.clear();
    }

    synchronized boolean isHeard() {
        return listener != null;
    }

    @Override
    public synchronized Set<String> bridged(String bridge) {
        return Set.copyOf(bridges.getOrDefault(bridge, Set.of()));
    }

    synchronized Set<String> bridges() {
        return Set.copyOf(bridges.keySet());
    }

    synchronized Set<String> channels() {
        return Set.copyOf(lines.keySet());
    }

    synchronized String mark(String channel) {
        return lines.get(channel).marks.get("CATGEM_ID");
    }

    @Override
    public synchronized String phones(String dialled, String callerNumber) {
        Line line = new Line("fake-" + UUID.randomUUID(), callerNumber, dialled);
        lines.put(line.id, line);
        enter(line);
        return line.id;
    }

    /** As the dialplan does: whom nobody takes now waits, and is given again. */
    private void enter(Line line) {
        if (listener != null) {
            line.inApplication = true;
            tell(event("StasisStart", line)
                    .add("args", Json.createArrayBuilder().add("inbound").add(line.dialled)));
        }
    }

    @Override
    public synchronized void presses(String citizen, String key) {
        tell(event("ChannelDtmfReceived", lines.get(citizen)).add("digit", key).add("duration_ms", 100));
    }

    @Override
    public synchronized void hangsUp(String citizen) {
        gone(citizen, 16);
    }

    @Override
    public synchronized boolean isOnTheLine(String citizen) {
        return lines.containsKey(citizen);
    }

    @Override
    public synchronized void desk(String advisor, Desk how) {
        desks.put(advisor, how);
    }

    @Override
    public synchronized void deskHangsUp(String advisor) {
        lines.values().stream()
                .filter(line -> line.dialled.equals("@" + advisor))
                .map(line -> line.id)
                .toList()
                .forEach(id -> gone(id, 16));
    }

    @Override
    public synchronized boolean isTalking(String advisor) {
        return lines.values().stream().anyMatch(line -> line.dialled.equals("@" + advisor) && line.state.equals("Up"));
    }

    private void gone(String channel, int cause) {
        Line line = lines.remove(channel);
        if (line == null) {
            return;
        }
        bridges.values().forEach(bridge -> bridge.remove(channel));
        lines.values().stream()
                .filter(other -> other.dialled.equals(EAR + channel))
                .map(other -> other.id)
                .toList()
                .forEach(ear -> gone(ear, 16));
        if (line.inApplication) {
            tell(event("StasisEnd", line));
        }
        if (line.watched) {
            tell(event("ChannelDestroyed", line).add("cause", cause));
        }
    }

    private void ended(String playback) {
        if (playbacks.remove(playback)) {
            tell(Json.createObjectBuilder()
                    .add("type", "PlaybackFinished")
                    .add("playback", Json.createObjectBuilder().add("id", playback)));
        }
    }

    private static JsonObjectBuilder event(String type, Line line) {
        return Json.createObjectBuilder().add("type", type).add("channel", channel(line));
    }

    private static JsonObjectBuilder channel(Line line) {
        boolean citizen = line.inApplication && !line.dialled.startsWith("@");
        return Json.createObjectBuilder()
                .add("id", line.id)
                .add("state", line.state)
                .add("caller", Json.createObjectBuilder().add("name", "").add("number", line.caller))
                .add(
                        "dialplan",
                        Json.createObjectBuilder()
                                .add("app_name", line.inApplication ? "Stasis" : "MusicOnHold")
                                .add("app_data", citizen ? "catgem,inbound," + line.dialled : ""))
                .add(
                        "channelvars",
                        Json.createObjectBuilder().add("CATGEM_ID", line.marks.getOrDefault("CATGEM_ID", "")));
    }

    // The interface

    private synchronized String[] answer(String method, String path, Map<String, String> query, String body) {
        String[] parts = path.split("/", -1);
        for (Map.Entry<String, String> one : refused.entrySet()) {
            if (path.contains(one.getKey())) {
                return new String[] {one.getValue(), ""};
            }
        }
        if (parts[1].equals("channels")) {
            return channels(method, parts, query);
        } else if (parts[1].equals("bridges")) {
            return bridges(method, parts, query);
        } else if (parts[1].equals("recordings")) {
            return recordings(method, parts);
        } else if (parts[1].equals("playbacks")) {
            boolean there = playbacks.contains(parts[2]);
            if (method.equals("DELETE")) {
                ended(parts[2]);
            }
            return there ? ok("{}") : status(404);
        } else if (parts[1].equals("applications")) {
            if (query.containsKey("eventSource")) {
                Line line = lines.get(query.get("eventSource").substring("channel:".length()));
                if (line == null) {
                    return status(422);
                }
                line.watched = true;
            }
            return ok("{}");
        } else if (path.equals("/asterisk/ping")) {
            return ok("{}");
        } else if (path.startsWith(CONFIGURED)) {
            String what = path.substring(CONFIGURED.length());
            if (method.equals("DELETE")) {
                return status(configured.remove(what) == null ? 404 : 204);
            }
            configured.put(what, body);
            return ok("[]");
        }
        return status(404);
    }

    private String[] channels(String method, String[] parts, Map<String, String> query) {
        if (parts.length == 2) {
            JsonArrayBuilder all = Json.createArrayBuilder();
            lines.values().forEach(line -> all.add(channel(line)));
            return ok(all.build().toString());
        }
        String id = parts[2];
        if (query.containsKey("endpoint")) {
            return call(id, query.get("endpoint"));
        }
        Line line = lines.get(id);
        if (line == null) {
            return status(404);
        }
        if (method.equals("DELETE")) {
            gone(id, 16);
        } else if (parts[3].equals("answer")) {
            line.state = "Up";
        } else if (parts[3].equals("variable")) {
            line.marks.put(query.get("variable"), query.get("value"));
        } else if (parts[3].equals("snoop")) {
            return hears(parts[4], id, query.get("whisper"));
        } else if (parts[3].equals("play")) {
            String playback = parts[4];
            playbacks.add(playback);
            if (!promptsLast) {
                ended(playback);
            }
        }
        return status(204);
    }

    private String[] call(String id, String endpoint) {
        if (lines.containsKey(id)) {
            return status(409);
        }
        String advisor = endpoint.replaceFirst("PJSIP/", "").replaceFirst("@.*", "");
        if (!endpoint.endsWith("@phones") && !configured.containsKey("endpoint/" + advisor)) {
            return status(400);
        }
        Line line = new Line(id, "", "@" + advisor);
        line.watched = true;
        lines.put(id, line);
        switch (desks.getOrDefault(advisor, Desk.PICKS_UP)) {
            case BUSY -> gone(id, 17);
            case SILENT -> line.state = "Ringing";
            default -> {
                line.state = "Up";
                line.inApplication = true;
                tell(event("StasisStart", line)
                        .add("args", Json.createArrayBuilder().add("advisor")));
            }
        }
        return ok(channel(line).build().toString());
    }

    private String[] hears(String ear, String channel, String whisper) {
        if (lines.containsKey(ear)) {
            return status(409);
        }
        Line line = new Line(ear, "", EAR + channel);
        line.state = "Up";
        line.inApplication = true;
        lines.put(ear, line);
        whispers.put(ear, whisper);
        tell(event("StasisStart", line).add("args", Json.createArrayBuilder().add("ear")));
        return ok(channel(line).build().toString());
    }

    private String[] bridges(String method, String[] parts, Map<String, String> query) {
        if (parts.length == 2) {
            JsonArrayBuilder all = Json.createArrayBuilder();
            bridges.keySet().forEach(id -> all.add(Json.createObjectBuilder().add("id", id)));
            return ok(all.build().toString());
        }
        String id = parts[2];
        if (method.equals("DELETE")) {
            recordings.values().stream().filter(one -> one.bridge.equals(id)).forEach(Recording::ends);
            return status(bridges.remove(id) == null ? 404 : 204);
        }
        if (parts.length > 3 && parts[3].equals("record")) {
            if (!bridges.containsKey(id)) {
                return status(404);
            }
            boolean fresh = recordings.putIfAbsent(query.get("name"), new Recording(id)) == null;
            return status(fresh ? 201 : 409);
        }
        if (parts.length == 3) {
            bridges.computeIfAbsent(id, key -> new HashSet<>());
            return ok("{}");
        }
        List<String> joining = List.of(query.get("channel").split(",", -1));
        if (!lines.keySet().containsAll(joining)) {
            return status(400);
        }
        bridges.values().forEach(bridge -> bridge.removeAll(joining));
        bridges.get(id).addAll(joining);
        return status(204);
    }

    /** What is going on stands among what is stored too, as on the real one. */
    private String[] recordings(String method, String[] parts) {
        if (parts.length == 3) {
            JsonArrayBuilder all = Json.createArrayBuilder();
            recordings
                    .keySet()
                    .forEach(name -> all.add(Json.createObjectBuilder().add("name", name)));
            return ok(all.build().toString());
        }
        Recording one = recordings.get(parts[3]);
        if (one == null || (parts[2].equals("live") && !one.live)) {
            return status(404);
        } else if (parts.length == 5 && parts[4].equals("pause")) {
            one.turn(method.equals("DELETE"));
        } else if (parts.length == 5) {
            return ok(one.wav());
        } else if (method.equals("DELETE")) {
            recordings.remove(parts[3]);
            return status(204);
        }
        return ok("{}");
    }

    /** Half loud and half silent, 8,000 samples a second while it goes on. */
    private static final class Recording {
        private final String bridge;
        private boolean live = true;
        private boolean on = true;
        private long since = System.nanoTime();
        private long nanos;

        Recording(String bridge) {
            this.bridge = bridge;
        }

        void turn(boolean goesOn) {
            long now = System.nanoTime();
            nanos += on ? now - since : 0;
            since = now;
            on = goesOn;
        }

        void ends() {
            turn(false);
            live = false;
        }

        String wav() {
            int samples = (int) (nanos / 125_000);
            ByteBuffer file = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
            file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * samples);
            file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
            file.putShort((short) 1)
                    .putShort((short) 1)
                    .putInt(8000)
                    .putInt(16000)
                    .putShort((short) 2);
            file.putShort((short) 16)
                    .put("data".getBytes(StandardCharsets.US_ASCII))
                    .putInt(2 * samples);
            for (int i = 0; i < samples; i++) {
                file.putShort((short) (i % 8 < 4 ? 9000 : 0));
            }
            return new String(file.array(), StandardCharsets.ISO_8859_1);
        }
    }

    private static String[] ok(String body) {
        return new String[] {"200", body};
    }

    private static String[] status(int code) {
        return new String[] {Integer.toString(code), ""};
    }

    // HTTP and WebSocket, as much as it takes

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                sockets.add(socket);
                thread(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream());
                OutputStream out = socket.getOutputStream()) {
            for (List<String> head = head(in); !head.isEmpty(); head = head(in)) {
                String[] request = head.get(0).split(" ", -1);
                Map<String, String> headers = headers(head);
                byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
                URI uri = URI.create(request[1]);
                String basic = "Basic "
                        + Base64.getEncoder().encodeToString(("catgem:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
                if (down) {
                    return;
                } else if (!basic.equals(headers.get("authorization"))) {
                    write(out, "401", "");
                } else if (headers.containsKey("sec-websocket-key")) {
                    listen(in, out, headers.get("sec-websocket-key"));
                    return;
                } else {
                    String path = uri.getRawPath().substring("/ari".length());
                    commands.add(request[0] + " " + path);
                    String[] answer = answer(request[0], path, query(uri), new String(body, StandardCharsets.UTF_8));
                    write(out, answer[0], answer[1]);
                }
            }
        } catch (IOException e) {
            // cut, or the test is over
        } finally {
            sockets.remove(socket);
        }
    }

    private void listen(InputStream in, OutputStream out, String key) throws IOException {
        String accept = Base64.getEncoder().encodeToString(sha1(key + HANDSHAKE));
        out.write(
                ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                                + accept + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        out.flush();
        synchronized (this) {
            if (listener != null) {
                tell(Json.createObjectBuilder().add("type", "ApplicationReplaced"));
            }
            listener = out;
            lines.values().stream()
                    .filter(line -> line.dialled.charAt(0) != '@' && !line.inApplication)
                    .forEach(this::enter);
        }
        try {
            hear(in, out);
        } finally {
            synchronized (this) {
                if (listener == out) {
                    listener = null;
                }
            }
        }
    }

    /** A client says nothing but pings, and that it goes. */
    private void hear(InputStream in, OutputStream out) throws IOException {
        for (int first = in.read(); first >= 0 && (first & 0xf) != 8; first = in.read()) {
            int length = in.read() & 0x7f;
            in.readNBytes(4 + length);
            if ((first & 0xf) == 9) {
                synchronized (this) {
                    out.write(new byte[] {(byte) 0x8a, 0});
                    out.flush();
                }
            }
        }
    }

    private void tell(JsonObjectBuilder event) {
        if (listener == null) {
            return;
        }
        JsonObject said = event.add("application", "catgem").build();
        byte[] text = said.toString().getBytes(StandardCharsets.UTF_8);
        try {
            byte[] head = text.length < 126
                    ? new byte[] {(byte) 0x81, (byte) text.length}
                    : new byte[] {(byte) 0x81, 126, (byte) (text.length >> 8), (byte) text.length};
            listener.write(ByteBuffer.allocate(head.length + text.length)
                    .put(head)
                    .put(text)
                    .array());
            listener.flush();
        } catch (IOException e) {
            listener = null;
        }
    }

    private static List<String> head(InputStream in) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                if (line.isEmpty()) {
                    return lines;
                }
                lines.add(line.toString());
                line.setLength(0);
            } else if (next != '\r') {
                line.append((char) next);
            }
        }
        return List.of();
    }

    private static Map<String, String> headers(List<String> head) {
        Map<String, String> headers = new HashMap<>();
        for (String line : head.subList(1, head.size())) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new HashMap<>();
        if (uri.getRawQuery() != null) {
            for (String pair : uri.getRawQuery().split("&", -1)) {
                int equals = pair.indexOf('=');
                query.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    private static void write(OutputStream out, String status, String body) throws IOException {
        int length = body.length(); // each character a byte
        String head =
                "HTTP/1.1 " + status + " -\r\n" + (status.equals("204") ? "" : "Content-Length: " + length + "\r\n");
        out.write((head + "\r\n" + body).getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static byte[] sha1(String text) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "fake-ari");
        thread.setDaemon(true);
        thread.start();
    }

    private interface Closing {
        void close() throws IOException;
    }

    private static void quietly(Closing closing) {
        try {
            closing.close();
        } catch (IOException e) {
            // it is closed
        }
    }

    @Override
    public void close() {
        quietly(server::close);
        cut();
    }
}
