package mx.gob.edomex.catgem.channel.phone;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a page says, as far as it tells for whom (RFC 3261). It is taken only in the plain form of the desk's own page:
 * what the exchange could read in another way, two messages in one among it, is nobody's.
 */
record SipMessage(String text) {

    private static final String END = "\r\n\r\n";
    /** Keeping alive, and the answer to it (RFC 5626, 4.4.1). */
    private static final List<String> ALIVE = List.of(END, "\r\n");

    private static final Pattern REQUEST = Pattern.compile("[A-Z]+ \\S+ SIP/2\\.0");
    private static final Pattern HEADER = Pattern.compile("([A-Za-z-]+)[ \t]*:[ \t]*([^\\p{Cntrl}]*)");
    private static final Pattern IN_A_CALL = Pattern.compile("(?:\"[^\"\\\\]*\" ?)?<[^<>\"]+>;tag=[^\\s;,<>\"]+");

    /** Nothing but being there, an answer, what belongs to a call that the exchange began, or else what names the account as its sender. */
    boolean isOf(String account) {
        if (ALIVE.contains(text)) {
            return true;
        }
        int end = text.indexOf(END);
        if (end < 0) {
            return false;
        }
        List<String> head = Arrays.asList(text.substring(0, end).split("\r\n", -1));
        List<String> headers = head.subList(1, head.size());
        if (!headers.stream().allMatch(line -> HEADER.matcher(line).matches())
                || !isOne(headers, text.substring(end + END.length()))) {
            return false;
        }
        String begin = head.get(0);
        return begin.startsWith("SIP/2.0 ") || (REQUEST.matcher(begin).matches() && isFrom(account, begin, headers));
    }

    private static boolean isOne(List<String> headers, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        List<String> said = values(headers, "content-length", "l");
        return said.equals(List.of(Integer.toString(length))) || (said.isEmpty() && length == 0);
    }

    private static boolean isFrom(String account, String begin, List<String> headers) {
        List<String> from = values(headers, "from", "f");
        List<String> to = values(headers, "to", "t");
        if (from.size() != 1 || to.size() != 1) {
            return false;
        }
        return from.get(0).matches("<sip:" + Pattern.quote(account) + "@[^<>\"]+>;tag=[^\\s;,<>\"]+")
                || (!begin.startsWith("REGISTER ")
                        && IN_A_CALL.matcher(to.get(0)).matches());
    }

    private static List<String> values(List<String> headers, String name, String shortName) {
        List<String> values = new ArrayList<>();
        for (String line : headers) {
            Matcher header = HEADER.matcher(line);
            if (header.matches()
                    && List.of(name, shortName).contains(header.group(1).toLowerCase(Locale.ROOT))) {
                values.add(header.group(2).strip());
            }
        }
        return values;
    }

    /** Without what it says. */
    @Override
    public String toString() {
        return "a message of " + text.length();
    }
}
