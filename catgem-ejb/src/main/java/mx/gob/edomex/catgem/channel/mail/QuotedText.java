package mx.gob.edomex.catgem.channel.mail;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import mx.gob.edomex.catgem.channel.FoldedText;

/** Finds where a mail's own words end and the quoted mail or the signature begins. */
final class QuotedText {

    private static final Pattern SEPARATOR = Pattern.compile(
            "\\s*(-{2,}\\s*(Mensaje original|Original Message|Mensaje reenviado|Forwarded message)\\s*-{2,}|_{20,})\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ATTRIBUTION = Pattern.compile(
            "\\s*>?\\s*(El|On|En|Le)\\s.{5,200}(escribió|wrote|a écrit)\\s*:\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern HEADER_FROM = Pattern.compile("\\s*\\*?(De|From):\\*?\\s+\\S.*");
    private static final Pattern HEADER_NEXT =
            Pattern.compile("\\s*\\*?(Enviado|Enviado el|Sent|Fecha|Date|Para|To):\\*?\\s.*");

    private QuotedText() {}

    /** Leaves the text whole when nothing would be left to show, or when answers stand between the quoted lines. */
    static FoldedText fold(String text) {
        List<String> lines = Arrays.asList(text.split("\n", -1));
        for (int i = 0; i < lines.size(); i++) {
            if (beginsRest(lines, i)) {
                String shown = String.join("\n", lines.subList(0, i)).strip();
                String folded =
                        String.join("\n", lines.subList(i, lines.size())).strip();
                return shown.isEmpty() ? new FoldedText(text, "") : new FoldedText(shown, folded);
            }
        }
        return new FoldedText(text, "");
    }

    private static boolean beginsRest(List<String> lines, int i) {
        String line = lines.get(i);
        if (line.equals("--") || line.equals("-- ") || SEPARATOR.matcher(line).matches()) {
            return true;
        }
        if (HEADER_FROM.matcher(line).matches()) {
            return i + 1 < lines.size() && HEADER_NEXT.matcher(lines.get(i + 1)).matches();
        }
        if (ATTRIBUTION.matcher(line).matches()) {
            return onlyQuotes(lines, i + 1);
        }
        // Long attributions are broken over two lines.
        if (i + 1 < lines.size()
                && ATTRIBUTION.matcher(line + " " + lines.get(i + 1)).matches()) {
            return onlyQuotes(lines, i + 2);
        }
        return line.startsWith(">") && onlyQuotes(lines, i);
    }

    private static boolean onlyQuotes(List<String> lines, int from) {
        return lines.subList(from, lines.size()).stream().allMatch(line -> line.isBlank() || line.startsWith(">"));
    }
}
