package mx.gob.edomex.catgem.channel.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/**
 * Undoes base64 and quoted-printable (RFC 2045 §6) and never fails: what a broken encoder left is better shown in
 * part than refused. An unknown encoding is taken as none.
 */
final class TransferEncoding {

    private TransferEncoding() {}

    static byte[] decode(byte[] encoded, String encoding) {
        String name = encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
        if (name.startsWith("base64")) {
            return base64(encoded);
        }
        return name.startsWith("quoted") ? quotedPrintable(encoded) : encoded;
    }

    /** Ignores foreign characters, stops at the first padding, drops an incomplete last group. */
    static byte[] base64(byte[] encoded) {
        byte[] clean = new byte[encoded.length];
        int length = 0;
        for (byte b : encoded) {
            if (b == '=') {
                break;
            }
            boolean letter = b > 0 && Character.isLetterOrDigit(b);
            if (letter || b == '+' || b == '/') {
                clean[length++] = b;
            }
        }
        int usable = length % 4 == 1 ? length - 1 : length;
        return Base64.getDecoder().decode(new String(clean, 0, usable, StandardCharsets.US_ASCII));
    }

    static byte[] quotedPrintable(byte[] encoded) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(encoded.length);
        int i = 0;
        while (i < encoded.length) {
            if (encoded[i] != '=') {
                out.write(encoded[i++]);
                continue;
            }
            int lineEnd = softBreak(encoded, i + 1);
            if (lineEnd > 0) {
                i = lineEnd;
            } else if (i + 2 < encoded.length && hex(encoded[i + 1]) >= 0 && hex(encoded[i + 2]) >= 0) {
                out.write(hex(encoded[i + 1]) * 16 + hex(encoded[i + 2]));
                i += 3;
            } else {
                out.write(encoded[i++]);
            }
        }
        return out.toByteArray();
    }

    private static int softBreak(byte[] bytes, int from) {
        int i = from;
        while (i < bytes.length && (bytes[i] == ' ' || bytes[i] == '\t')) {
            i++;
        }
        if (i < bytes.length && bytes[i] == '\r') {
            i++;
        }
        if (i == bytes.length) {
            return i > from ? i : -1;
        }
        return bytes[i] == '\n' ? i + 1 : -1;
    }

    private static int hex(byte b) {
        return Character.digit(b, 16);
    }
}
