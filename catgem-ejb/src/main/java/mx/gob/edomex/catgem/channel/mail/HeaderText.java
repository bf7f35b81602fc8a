package mx.gob.edomex.catgem.channel.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads header values as people meant them: encoded words (RFC 2047), also when a letter is cut between two of them or
 * their charset is wrong, and bare 8-bit text.
 */
final class HeaderText {

    private static final Pattern WORD =
            Pattern.compile("=\\?([^?\\s*]{1,40})(?:\\*[^?\\s]*)?\\?([bBqQ])\\?([^?]*)\\?=");

    private HeaderText() {}

    /** @param raw one character a byte, as the header parser hands it over; null gives the empty text */
    static String decode(String raw) {
        if (raw == null) {
            return "";
        }
        String unfolded = raw.replaceAll("\r?\n[ \t]*", " ");
        Matcher words = WORD.matcher(unfolded);
        StringBuilder text = new StringBuilder();
        ByteArrayOutputStream pending = new ByteArrayOutputStream();
        String charset = null;
        int end = 0;
        while (words.find()) {
            String between = unfolded.substring(end, words.start());
            boolean adjoining = end > 0 && between.isBlank();
            if (!adjoining || !words.group(1).equalsIgnoreCase(charset)) {
                text.append(CharsetGuess.decode(pending.toByteArray(), charset));
                pending.reset();
            }
            if (!adjoining) {
                text.append(bare(between));
            }
            charset = words.group(1);
            pending.writeBytes(bytes(words.group(2), words.group(3)));
            end = words.end();
        }
        text.append(CharsetGuess.decode(pending.toByteArray(), charset));
        return CleanText.line(text.append(bare(unfolded.substring(end))).toString());
    }

    private static byte[] bytes(String encoding, String content) {
        byte[] raw = content.getBytes(StandardCharsets.ISO_8859_1);
        return encoding.equalsIgnoreCase("B")
                ? TransferEncoding.base64(raw)
                : TransferEncoding.quotedPrintable(content.replace('_', ' ').getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String bare(String text) {
        return CharsetGuess.decode(text.getBytes(StandardCharsets.ISO_8859_1), null);
    }
}
