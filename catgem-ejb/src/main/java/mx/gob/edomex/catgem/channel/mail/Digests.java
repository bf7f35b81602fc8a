package mx.gob.edomex.catgem.channel.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import mx.gob.edomex.catgem.shared.Sha256;

/** Fingerprints by which a mail is known again. */
final class Digests {

    private Digests() {}

    static byte[] sha256(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Of the body and of the headers that do not change under way: a second delivery has other Received lines but is
     * the same mail.
     */
    static byte[] content(byte[] raw) {
        int body = bodyStart(raw);
        ByteArrayOutputStream lasting = new ByteArrayOutputStream(raw.length);
        String headers = new String(raw, 0, body, StandardCharsets.ISO_8859_1);
        for (String name : new String[] {"from", "to", "subject", "date", "message-id"}) {
            for (String line : headers.split("\r?\n(?![ \t])")) {
                if (line.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
                    lasting.writeBytes(line.getBytes(StandardCharsets.ISO_8859_1));
                }
            }
        }
        lasting.write(raw, body, raw.length - body);
        return Sha256.of(lasting.toByteArray());
    }

    private static int bodyStart(byte[] raw) {
        for (int i = 0; i + 1 < raw.length; i++) {
            boolean emptyLine = raw[i] == '\n'
                    && (raw[i + 1] == '\n' || (i + 2 < raw.length && raw[i + 1] == '\r' && raw[i + 2] == '\n'));
            if (emptyLine) {
                return i + 1;
            }
        }
        return 0;
    }
}
