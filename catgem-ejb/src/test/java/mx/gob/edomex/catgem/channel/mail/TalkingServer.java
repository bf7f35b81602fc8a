package mx.gob.edomex.catgem.channel.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that hears every mail to its end and then says always the same. */
final class TalkingServer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final AtomicInteger mails = new AtomicInteger();
    private final List<String> senders = new CopyOnWriteArrayList<>();
    private final String verdict;
    private final String toNobody;

    TalkingServer(String verdict) throws IOException {
        this(verdict, "250 ok");
    }

    /** @param toNobody what it says to the empty envelope sender */
    TalkingServer(String verdict, String toNobody) throws IOException {
        this.verdict = verdict;
        this.toNobody = toNobody;
        Thread thread = new Thread(this::serve, "talking-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Envelope senders as they were said. */
    List<String> senders() {
        return List.copyOf(senders);
    }

    int mails() {
        return mails.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException e) {
                Thread.onSpinWait(); // a client that hangs up is nobody's fault
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        OutputStream out = client.getOutputStream();
        say(out, "220 here");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.toUpperCase(Locale.ROOT);
            if (command.startsWith("MAIL FROM:")) {
                senders.add(line.substring("MAIL FROM:".length()).strip());
            }
            if (command.startsWith("DATA")) {
                say(out, "354 go on");
                while (!".".equals(in.readLine())) {
                    // The mail itself is of no interest.
                }
                mails.incrementAndGet();
                say(out, verdict);
            } else if (command.startsWith("MAIL FROM:<>")) {
                say(out, toNobody);
            } else if (command.startsWith("QUIT")) {
                say(out, "221 bye");
                return;
            } else {
                say(out, "250 ok");
            }
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
