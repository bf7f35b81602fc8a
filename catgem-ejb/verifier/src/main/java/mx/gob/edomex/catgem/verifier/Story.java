package mx.gob.edomex.catgem.verifier;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the records tell, one after another: that none of a file is missing, and that steps are of their procedure. */
final class Story {

    private final Findings findings;
    private final Map<String, Set<String>> procedures;
    private final String subject;
    private final Map<String, Set<Long>> steps = new HashMap<>();
    private final Set<String> missing = new HashSet<>();
    private long next = 1;

    /** @param subject whose file it is; null when the records are those of a day */
    Story(Findings findings, Map<String, Set<String>> procedures, String subject) {
        this.findings = findings;
        this.procedures = procedures;
        this.subject = subject;
    }

    void read(Map<String, Object> leaf, int line) {
        procedure(leaf);
        if (subject == null) {
            return;
        }
        Object owner = leaf.get("contact") == null ? leaf.get("execution") : leaf.get("contact");
        if (!subject.equals(owner)) {
            findings.add(Fault.LEAF_FOREIGN, line);
            return;
        }
        if (leaf.get("n") instanceof Long n) {
            for (; next < n && n - next < 1000; next++) {
                findings.add(Fault.LEAF_MISSING, next);
            }
            next = n + 1;
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

    /** The steps of an execution are counted without a gap, so that one that was taken away shows. */
    void end() {
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
