package mx.gob.edomex.catgem.verifier;

/** What the log was when it had so many leaves (C2SP tlog-checkpoint). */
@SuppressWarnings("ArrayRecordComponent") // never compared by value
record Checkpoint(String origin, long size, byte[] root) {

    static Checkpoint of(Note note, String what) throws Malformed {
        String[] lines = note.text().split("\n", -1);
        if (lines.length < 4 || lines[0].isBlank() || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            throw new Malformed(what);
        }
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), Hashes.hash(lines[2], what));
    }
}
