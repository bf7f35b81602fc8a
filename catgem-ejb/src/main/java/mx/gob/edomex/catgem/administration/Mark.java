package mx.gob.edomex.catgem.administration;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import mx.gob.edomex.catgem.shared.Sha256;

/** Names a state of a form, so that a page can say what it has seen without sending it back. */
final class Mark {

    private Mark() {}

    /** @param state a record or sorted map, whose text is the same on every node */
    static String of(Object state) {
        return HexFormat.of().formatHex(Sha256.of(state.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
