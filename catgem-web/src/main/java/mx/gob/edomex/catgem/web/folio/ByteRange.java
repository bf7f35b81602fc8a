package mx.gob.edomex.catgem.web.folio;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bytes that a player asks for (RFC 9110, section 14.1.2), so that it can begin anywhere.
 *
 * @param first the first of them, from 0
 * @param last the last of them; before {@code first} when what was asked for is not there
 */
record ByteRange(long first, long last) {

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /**
     * @param asked the header {@code Range}, or null
     * @return null for the whole: nothing was asked, or something that need not be understood
     */
    static ByteRange of(String asked, long length) {
        Matcher range = ONE.matcher(asked == null ? "" : asked);
        if (!range.matches() || asked.equals("bytes=-")) {
            return null;
        }
        if (range.group(1).isEmpty()) {
            return new ByteRange(Math.max(0, length - Long.parseLong(range.group(2))), length - 1);
        }
        long first = Long.parseLong(range.group(1));
        long last = range.group(2).isEmpty() ? length - 1 : Long.parseLong(range.group(2));
        return last < first && !range.group(2).isEmpty() ? null : new ByteRange(first, Math.min(last, length - 1));
    }

    boolean isThere() {
        return first <= last;
    }

    long length() {
        return last - first + 1;
    }
}
