package mx.gob.edomex.catgem.verifier;

import java.util.ArrayList;
import java.util.List;

/** What the auditor holds from elsewhere: keys that are trusted, and checkpoints that came another way. */
record Trust(List<Key> keys, List<Note> checkpoints) {

    static Trust none() {
        return new Trust(new ArrayList<>(), new ArrayList<>());
    }

    boolean isPinned() {
        return !keys.isEmpty();
    }
}
