package mx.gob.edomex.catgem.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import mx.gob.edomex.catgem.shared.Sha256;

/**
 * Writes a value as RFC 8785 canonical JSON, so that equal values have equal bytes and equal hashes: keys in order of
 * their UTF-16 code units, no white space, the shortest escapes. Numbers are integers within 2^53; others are refused
 * because their spelling would need the number rules of ECMAScript, which no record of ours uses.
 */
public final class CanonicalJson {

    private static final long SAFE = 1L << 53;

    private final StringBuilder text = new StringBuilder();

    private CanonicalJson() {}

    /** @param value null, Boolean, Integer, Long, String, Collection or Map with String keys, nested at will */
    public static String of(Object value) {
        CanonicalJson json = new CanonicalJson();
        json.write(value);
        return json.text.toString();
    }

    /** SHA-256 of the text's UTF-8 bytes. */
    public static byte[] sha256(String canonical) {
        return Sha256.of(canonical.getBytes(StandardCharsets.UTF_8));
    }

    private void write(Object value) {
        if (value == null || value instanceof Boolean) {
            text.append(value);
        } else if (value instanceof Integer || value instanceof Long) {
            number(((Number) value).longValue());
        } else if (value instanceof String string) {
            string(string);
        } else if (value instanceof Collection<?> items) {
            array(items);
        } else if (value instanceof Map<?, ?> members) {
            object(members);
        } else {
            throw new IllegalArgumentException("not a canonical JSON value: " + value.getClass());
        }
    }

    private void number(long number) {
        if (number > SAFE || number < -SAFE) {
            throw new IllegalArgumentException("beyond 2^53: " + number);
        }
        text.append(number);
    }

    private void array(Collection<?> items) {
        text.append('[');
        String separator = "";
        for (Object item : items) {
            text.append(separator);
            write(item);
            separator = ",";
        }
        text.append(']');
    }

    private void object(Map<?, ?> members) {
        // String.compareTo is by UTF-16 code unit, the order that RFC 8785 §3.2.3 asks for.
        Map<String, Object> sorted = new TreeMap<>();
        members.forEach((key, member) -> sorted.put((String) key, member));
        text.append('{');
        String separator = "";
        for (Map.Entry<String, Object> member : sorted.entrySet()) {
            text.append(separator);
            string(member.getKey());
            text.append(':');
            write(member.getValue());
            separator = ",";
        }
        text.append('}');
    }

    private void string(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            escape(string.charAt(i));
        }
        text.append('"');
    }

    private void escape(char c) {
        switch (c) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                if (c < ' ') {
                    text.append(String.format("\\u%04x", (int) c));
                } else {
                    text.append(c);
                }
            }
        }
    }
}
