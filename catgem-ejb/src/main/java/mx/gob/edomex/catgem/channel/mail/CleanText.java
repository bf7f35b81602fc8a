package mx.gob.edomex.catgem.channel.mail;

/** Removes from a stranger's text what is invisible, forbidden in XML or only there to mislead the reader. */
final class CleanText {

    /** Characters kept of one body; the rest stays in the raw mail. */
    static final int MAX_BODY = 200_000;

    private static final int MAX_LINE = 500;

    private CleanText() {}

    /** A body: lines end in a line feed, at most two empty ones in a row. */
    static String body(String text) {
        String cut = text.length() > MAX_BODY ? text.substring(0, MAX_BODY) + "\n[…]" : text;
        String plain = visible(cut.replace("\r\n", "\n").replace('\r', '\n').replace('\u00a0', ' '));
        return plain.replaceAll("[ \t]+\n", "\n").replaceAll("\n{4,}", "\n\n\n").strip();
    }

    /** A header value: one line of at most 500 characters. */
    static String line(String text) {
        String cut = text.length() > 4 * MAX_LINE ? text.substring(0, 4 * MAX_LINE) : text;
        String single = visible(cut.replaceAll("[\\s\u00a0]+", " ")).strip();
        return single.length() > MAX_LINE ? single.substring(0, MAX_LINE - 1) + "…" : single;
    }

    private static String visible(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(CleanText::isVisible).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /**
     * Bidirectional overrides can make "gpj.exe" read "exe.jpg"; surrogates and controls break XML; the fold mark of
     * stored texts is a format character too.
     */
    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\n' || c == '\t';
            case Character.SURROGATE, Character.UNASSIGNED -> false;
            case Character.FORMAT -> c == '\u200d' || c > 0xffff;
            default -> true;
        };
    }
}
