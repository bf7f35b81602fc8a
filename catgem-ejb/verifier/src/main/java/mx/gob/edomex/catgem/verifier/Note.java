package mx.gob.edomex.catgem.verifier;

import java.util.ArrayList;
import java.util.List;

/** A signed note (C2SP signed-note): a text, an empty line, and a line a signature. */
record Note(String text, List<Line> lines) {

    /** Key id and signature, under the key's name. */
    @SuppressWarnings("ArrayRecordComponent") // never compared by value
    record Line(String name, byte[] bytes) {}

    private static final String DASH = "\u2014 ";

    static Note parse(String note, String what) throws Malformed {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n") || note.length() > 10_000_000) {
            throw new Malformed(what);
        }
        List<Line> lines = new ArrayList<>();
        for (String line : note.substring(end + 2, note.length() - 1).split("\n", -1)) {
            int space = line.lastIndexOf(' ');
            if (!line.startsWith(DASH) || space <= DASH.length()) {
                throw new Malformed(what);
            }
            byte[] bytes = Hashes.base64(line.substring(space + 1), what);
            if (bytes.length < 5) {
                throw new Malformed(what);
            }
            lines.add(new Line(line.substring(DASH.length(), space), bytes));
        }
        if (lines.size() > 100) {
            throw new Malformed(what);
        }
        return new Note(note.substring(0, end + 1), lines);
    }
}
