package mx.gob.edomex.catgem.verifier;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the records tell, one after another: that none of a file is missing, and that steps are of their procedure. */
final class Story {

    /** Of a gap not every record is told: whoever made the bundle says how wide it is. */
    private static final int TOLD = 1_000;

    private final Findings findings;
    private final Map<String, Set<String>> procedures;
    private final Set<String> subjects;
    private final String audit;
    private final Map<String, Set<Long>> steps = new HashMap<>();
    private final Map<String, Long> next = new TreeMap<>();
    private final Set<String> missing = new HashSet<>();

    /**
     * @param subjects whose files they are; null when the records are those of a day
     * @param audit whose own acts may stand among them; null when there is none
     */
    Story(Findings findings, Map<String, Set<String>> procedures, Set<String> subjects, String audit) {
        this.findings = findings;
        this.procedures = procedures;
        this.subjects = subjects;
        this.audit = audit;
        if (subjects != null) {
            subjects.forEach(subject -> next.put(subject, 1L));
        }
    }

    void read(Map<String, Object> leaf, int line) {
        procedure(leaf);
        if (subjects == null) {
            return;
        }
        Object owner = leaf.get("contact") == null ? leaf.get("execution") : leaf.get("contact");
        if (owner == null
                && audit != null
                && leaf.get("refs") instanceof Map<?, ?> refs
                && audit.equals(refs.get("audit"))) {
            return;
        }
        if (!(owner instanceof String file) || !subjects.contains(file)) {
            findings.add(Fault.LEAF_FOREIGN, line);
            return;
        }
        if (leaf.get("n") instanceof Long n) {
            long first = next.get(file);
            for (long wanted = first; wanted < n && wanted - first < TOLD; wanted++) {
                lacks(file, wanted);
            }
            next.put(file, n + 1);
        } else {
            findings.add(Fault.MALFORMED, "leaves.jsonl " + line);
        }
        if ("STEP".equals(leaf.get("kind")) && leaf.get("k") instanceof Long k) {
            String execution = String.valueOf(leaf.get("execution"));
            if (!steps.computeIfAbsent(execution, id -> new HashSet<>()).add(k)) {
                findings.add(Fault.STEP_DOUBLE, k);
            }
        }
    }

    private void procedure(Map<String, Object> leaf) {
        if (!(leaf.get("procedure") instanceof String hash)) {
            return;
        }
        Set<String> codes = procedures.get(hash);
        if (codes == null) {
            if (missing.add(hash)) {
                findings.add(Fault.PROCEDURE_MISSING, hash);
            }
        } else if (leaf.get("step") instanceof String step && !codes.contains(step)) {
            findings.add(Fault.STEP_UNKNOWN, step, hash);
        }
    }

    private void lacks(String file, long n) {
        findings.add(Fault.LEAF_MISSING, audit == null ? n : file + "/" + n);
    }

    /**
     * The steps of an execution are counted without a gap, so that one that was taken away shows; and of every folio of a
     * sample there is something.
     */
    void end() {
        if (audit != null) {
            next.forEach((file, n) -> {
                if (n == 1) {
                    lacks(file, 1);
                }
            });
        }
        for (Set<Long> counted : steps.values()) {
            for (long k = 1; k <= counted.size(); k++) {
                if (!counted.contains(k)) {
                    findings.add(Fault.STEP_MISSING, k);
                    break;
                }
            }
        }
    }
}
