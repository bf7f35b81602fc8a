package mx.gob.edomex.catgem.manual;

import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.evidence.ProcedureVersion;
import mx.gob.edomex.catgem.evidence.ProcedureVersion.Precedence;
import mx.gob.edomex.catgem.evidence.ProcedureVersion.ProcedureStep;

/**
 * What a version of a procedure says, sound or not.
 *
 * @param sections by the names in {@link #SECTIONS}
 * @param steps in their order; of an unsound text a step may have no act
 * @param earlyExits outcome to the codes of the steps it still owes
 * @param reason why it differs from the version before; not part of what is sealed
 */
public record ProcedureText(
        Map<String, String> sections,
        List<ProcedureStep> steps,
        List<Precedence> precedences,
        Map<String, List<String>> earlyExits,
        String reason) {

    /** The sections of the official layout that people write, in its order. */
    public static final List<String> SECTIONS =
            List.of("purpose", "scope", "references", "responsibilities", "definitions");

    static ProcedureText of(ProcedureVersion version, Map<String, String> sections, String reason) {
        return new ProcedureText(sections, version.steps(), version.precedences(), version.earlyExits(), reason);
    }

    ProcedureText with(String otherReason) {
        return new ProcedureText(sections, steps, precedences, earlyExits, otherReason);
    }

    /** Codes of the steps that must be done before the step. */
    public List<String> before(String code) {
        return precedences.stream()
                .filter(precedence -> precedence.after().equals(code))
                .map(Precedence::before)
                .sorted()
                .toList();
    }
}
