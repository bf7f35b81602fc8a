package mx.gob.edomex.catgem.tests;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mx.gob.edomex.catgem.launcher.Ports;

/** A citizen's mail account on the try-out's server, spoken to in plain SMTP and IMAP, as any program would. */
final class CitizenMailbox {
    private static final Pattern LITERAL = Pattern.compile("\\{(\\d+)}$");

    private final String address;
    private final String password;

    private CitizenMailbox(String address, String password) {
        this.address = address;
        this.password = password;
    }

    static CitizenMailbox ofTheDemo() {
        return new CitizenMailbox("ciudadana@example.org", "catgem-demo");
    }

    /** An account that the server made when the first mail for it came: its password is its address. */
    static CitizenMailbox of(String address) {
        return new CitizenMailbox(address, address);
    }

    /** @param mail header and body with line feeds; no line begins with a dot */
    void send(String mail) throws IOException {
        try (Line line = new Line(ports().smtp())) {
            line.answer();
            for (String command : List.of(
                    "HELO citizen.example.org",
                    "MAIL FROM:<" + address + ">",
                    "RCPT TO:<catgem@catgem.local>",
                    "DATA",
                    mail.replace("\n", "\r\n") + "\r\n.",
                    "QUIT")) {
                String answer = line.ask(command);
                if (answer.compareTo("4") >= 0) {
                    throw new IOException("the mail server said: " + answer);
                }
            }
        }
    }

    /** Of the mails in it; 0 while there is no such account. */
    int count() {
        try {
            return all().size();
        } catch (IOException e) {
            return 0;
        }
    }

    /** All mails as they lie there, long header lines unfolded. */
    List<String> all() throws IOException {
        try (Line line = new Line(ports().imap())) {
            line.answer();
            line.until("a", "LOGIN " + address + " " + password);
            int count = line.until("b", "SELECT INBOX").stream()
                    .filter(answer -> answer.endsWith("EXISTS"))
                    .mapToInt(answer -> Integer.parseInt(answer.split(" ")[1]))
                    .findFirst()
                    .orElse(0);
            List<String> mails = new ArrayList<>();
            for (int i = 1; i <= count; i++) {
                mails.add(line.literal("c" + i, "FETCH " + i + " BODY.PEEK[]").replaceAll("\r\n[ \t]+", " "));
            }
            return mails;
        }
    }

    private static Ports ports() {
        return RunningCentre.centre().settings().ports();
    }

    private static final class Line implements AutoCloseable {
        private final Socket socket;
        private final InputStream in;

        Line(int port) throws IOException {
            socket = new Socket("localhost", port);
            socket.setSoTimeout(60_000);
            in = new BufferedInputStream(socket.getInputStream());
        }

        String ask(String command) throws IOException {
            say(command);
            return answer();
        }

        List<String> until(String tag, String command) throws IOException {
            say(tag + " " + command);
            List<String> answers = new ArrayList<>();
            String answer = answer();
            while (!answer.startsWith(tag + " ")) {
                answers.add(answer);
                answer = answer();
            }
            if (!answer.startsWith(tag + " OK")) {
                throw new IOException("the mailbox said: " + answer);
            }
            return answers;
        }

        String literal(String tag, String command) throws IOException {
            say(tag + " " + command);
            Matcher size = LITERAL.matcher(answer());
            if (!size.find()) {
                throw new IOException("no mail came");
            }
            byte[] mail = in.readNBytes(Integer.parseInt(size.group(1)));
            String answer = answer();
            while (!answer.startsWith(tag + " ")) {
                answer = answer();
            }
            return new String(mail, StandardCharsets.UTF_8);
        }

        private void say(String command) throws IOException {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }

        String answer() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new IOException("the mail server hung up");
                }
                line.write(next);
            }
            return line.toString(StandardCharsets.UTF_8).stripTrailing();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
