package mx.gob.edomex.catgem.tests.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends a plain mail to the centre by SMTP (RFC 5321), without a library. */
final class Mails {

    private Mails() {}

    static void send(int port, String id, String subject) throws IOException {
        try (Socket socket = new Socket("localhost", port);
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            OutputStream out = socket.getOutputStream();
            expect(in, "220");
            say(out, in, "HELO citizen.example.org", "250");
            say(out, in, "MAIL FROM:<ciudadana@example.org>", "250");
            say(out, in, "RCPT TO:<catgem@catgem.local>", "250");
            say(out, in, "DATA", "354");
            String mail =
                    """
                    Message-ID: <%s@citizen.example.org>
                    Date: Mon, 02 Mar 2026 12:00:00 -0600
                    From: ciudadana@example.org
                    To: catgem@catgem.local
                    Subject: %s
                    Content-Type: text/plain; charset=us-ascii

                    Buen dia, donde pago el predial?
                    ."""
                            .formatted(id, subject);
            say(out, in, mail.replace("\n", "\r\n"), "250");
            say(out, in, "QUIT", "221");
        }
    }

    private static void say(OutputStream out, BufferedReader in, String line, String answer) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        expect(in, answer);
    }

    private static void expect(BufferedReader in, String answer) throws IOException {
        String line = in.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') {
            line = in.readLine();
        }
        if (line == null || !line.startsWith(answer)) {
            throw new IOException("the mail server said: " + line);
        }
    }
}
