package mx.gob.edomex.catgem.evidence.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A text and the signatures under it (C2SP signed-note): the text ends with a line break, an empty line follows, then one
 * line a signature: an em dash, the key's name, and in base64 the four bytes of the key's id before the signature.
 *
 * @param text with its last line break
 */
record SignedNote(String text, List<Line> signatures) {

    private static final String DASH = "\u2014 ";

    /** @param bytes key id and signature */
    @SuppressWarnings("ArrayRecordComponent") // never compared by value
    record Line(String name, byte[] bytes) {

        @Override
        public String toString() {
            return DASH + name + " " + Base64.getEncoder().encodeToString(bytes) + "\n";
        }
    }

    SignedNote {
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("a note ends with a line break");
        }
        signatures = List.copyOf(signatures);
    }

    /** @throws IllegalArgumentException when it is no signed note */
    static SignedNote parse(String note) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n")) {
            throw new IllegalArgumentException("no signed note");
        }
        List<Line> lines = new ArrayList<>();
        for (String line : note.substring(end + 2).split("\n")) {
            int space = line.lastIndexOf(' ');
            if (!line.startsWith(DASH) || space <= DASH.length()) {
                throw new IllegalArgumentException("no line of a signature");
            }
            byte[] bytes = Base64.getDecoder().decode(line.substring(space + 1));
            if (bytes.length < 5) {
                throw new IllegalArgumentException("a signature too short");
            }
            lines.add(new Line(line.substring(DASH.length(), space), bytes));
        }
        return new SignedNote(note.substring(0, end + 1), lines);
    }

    SignedNote and(Line signature) {
        List<Line> all = new ArrayList<>(signatures);
        all.add(signature);
        return new SignedNote(text, all);
    }

    byte[] textBytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** As it is stored, mailed and signed. */
    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(note::append);
        return note.toString();
    }
}
