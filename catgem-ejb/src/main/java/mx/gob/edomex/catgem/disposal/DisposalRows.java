package mx.gob.edomex.catgem.disposal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import mx.gob.edomex.catgem.evidence.ActRows;

/** The record of each act upon a disposal. */
@ApplicationScoped
public class DisposalRows extends ActRows {

    void record(DisposalId id, String act, Map<String, String> refs) {
        Map<String, String> all = new HashMap<>(refs);
        all.put("disposal", id.toString());
        enter(act, now(), null, all);
    }
}
