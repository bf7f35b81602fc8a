package mx.gob.edomex.catgem.channel.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Fingerprints by which a mail is known again. */
final class Digests {

    private Digests() {}

    static byte[] sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8), 0);
    }

    /**
     * Of the body and of the headers that do not change under way: a second delivery has other Received lines but is
     * the same mail.
     */
    static byte[] content(byte[] raw) {
        int body = bodyStart(raw);
        MessageDigest digest = newDigest();
        String headers = new String(raw, 0, body, StandardCharsets.ISO_8859_1);
        for (String name : new String[] {"from", "to", "subject", "date", "message-id"}) {
            for (String line : headers.split("\r?\n(?![ \t])")) {
                if (line.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
                    digest.update(line.getBytes(StandardCharsets.ISO_8859_1));
                }
            }
        }
        digest.update(raw, body, raw.length - body);
        return digest.digest();
    }

    private static byte[] sha256(byte[] bytes, int from) {
        MessageDigest digest = newDigest();
        digest.update(bytes, from, bytes.length - from);
        return digest.digest();
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

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
