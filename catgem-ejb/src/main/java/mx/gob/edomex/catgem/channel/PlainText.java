package mx.gob.edomex.catgem.channel;

import java.util.regex.Pattern;

/** Text of strangers without what a reader cannot see. */
public final class PlainText {
    // Control characters, and those that turn the direction of text so that it reads as something else.
    private static final Pattern UNWANTED =
            Pattern.compile("[\\p{Cc}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069&&[^\\n\\t]]");

    private PlainText() {}

    public static String of(String text) {
        return text == null ? "" : UNWANTED.matcher(text).replaceAll("");
    }
}
