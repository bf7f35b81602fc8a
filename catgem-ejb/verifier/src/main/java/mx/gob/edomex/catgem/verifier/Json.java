package mx.gob.edomex.catgem.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads JSON that must be in the canonical form of RFC 8785, with whole numbers only: any other spelling of the same
 * value is refused, so that one value has one hash.
 */
final class Json {

    private static final int DEPTH = 20;

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** Map, List, String, Long, Boolean, or null inside of one. */
    static Object parse(String text, String what) throws Malformed {
        Json json = new Json(text);
        try {
            Object value = json.value(0);
            if (json.at == text.length() && text.contentEquals(written(value, new StringBuilder()))) {
                return value;
            }
        } catch (Malformed | RuntimeException e) {
            // said below, with the place
        }
        throw new Malformed(what);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(String text, String what) throws Malformed {
        if (parse(text, what) instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new Malformed(what);
    }

    private Object value(int depth) throws Malformed {
        if (depth > DEPTH) {
            throw new Malformed("");
        }
        char c = text.charAt(at);
        return switch (c) {
            case '{' -> members(depth);
            case '[' -> items(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Object word(String word, Object value) throws Malformed {
        if (!text.startsWith(word, at)) {
            throw new Malformed("");
        }
        at += word.length();
        return value;
    }

    private Long number() {
        int start = at;
        while (at < text.length() && (text.charAt(at) == '-' || Character.isDigit(text.charAt(at)))) {
            at++;
        }
        return Long.valueOf(text.substring(start, at));
    }

    private Map<String, Object> members(int depth) throws Malformed {
        Map<String, Object> members = new TreeMap<>();
        at++;
        if (text.charAt(at) == '}') {
            at++;
            return members;
        }
        while (true) {
            String name = string();
            take(':');
            members.put(name, value(depth + 1));
            if (text.charAt(at) == '}') {
                at++;
                return members;
            }
            take(',');
        }
    }

    private List<Object> items(int depth) throws Malformed {
        List<Object> items = new ArrayList<>();
        at++;
        if (text.charAt(at) == ']') {
            at++;
            return items;
        }
        while (true) {
            items.add(value(depth + 1));
            if (text.charAt(at) == ']') {
                at++;
                return items;
            }
            take(',');
        }
    }

    private void take(char c) throws Malformed {
        if (text.charAt(at) != c) {
            throw new Malformed("");
        }
        at++;
    }

    private String string() throws Malformed {
        take('"');
        StringBuilder string = new StringBuilder();
        while (text.charAt(at) != '"') {
            char c = text.charAt(at++);
            string.append(c == '\\' ? escaped() : c);
        }
        at++;
        return string.toString();
    }

    private char escaped() {
        char c = text.charAt(at++);
        return switch (c) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                at += 4;
                yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            default -> c;
        };
    }

    private static StringBuilder written(Object value, StringBuilder out) {
        if (value instanceof Map<?, ?> members) {
            char separator = '{';
            for (Map.Entry<?, ?> member : members.entrySet()) {
                quoted((String) member.getKey(), out.append(separator)).append(':');
                written(member.getValue(), out);
                separator = ',';
            }
            return out.append(members.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> items) {
            char separator = '[';
            for (Object item : items) {
                written(item, out.append(separator));
                separator = ',';
            }
            return out.append(items.isEmpty() ? "[]" : "]");
        } else if (value instanceof String string) {
            return quoted(string, out);
        }
        return out.append(value);
    }

    private static StringBuilder quoted(String string, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            int known = "\"\\\b\f\n\r\t".indexOf(c);
            if (known >= 0) {
                out.append('\\').append("\"\\bfnrt".charAt(known));
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"');
    }
}
