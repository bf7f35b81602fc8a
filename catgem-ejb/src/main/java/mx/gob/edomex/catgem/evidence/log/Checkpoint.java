package mx.gob.edomex.catgem.evidence.log;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * What a log was at some moment (C2SP tlog-checkpoint): one line each for its origin, the number of its leaves and the
 * root over them.
 *
 * @param origin names mode and installation, so that a try-out never passes for the real centre
 */
@SuppressWarnings("ArrayRecordComponent") // never compared by value
record Checkpoint(String origin, long size, byte[] root) {

    Checkpoint {
        if (size < 0 || root.length != TreeHash.LENGTH || origin.isBlank()) {
            throw new IllegalArgumentException("no checkpoint");
        }
    }

    /** @throws IllegalArgumentException when the note says something else */
    static Checkpoint of(SignedNote note) {
        String[] lines = note.text().split("\n", -1);
        if (lines.length < 4 || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException("no checkpoint");
        }
        return new Checkpoint(
                lines[0], Long.parseLong(lines[1]), Base64.getDecoder().decode(lines[2]));
    }

    SignedNote unsigned() {
        return new SignedNote(origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n", List.of());
    }

    boolean sameAs(Checkpoint other) {
        return origin.equals(other.origin) && size == other.size && Arrays.equals(root, other.root);
    }
}
