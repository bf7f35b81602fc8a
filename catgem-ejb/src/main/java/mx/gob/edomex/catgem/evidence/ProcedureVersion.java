package mx.gob.edomex.catgem.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A version of a procedure of the manual, as data. A contact is pinned to the version in force when it began.
 *
 * @param proposal shown as "propuesta" until three named people authorise it
 * @param sha256 hash of the canonical JSON in hexadecimal, null until it is authorised
 * @param sections purpose, scope, references, responsibilities, definitions in the centre's own words; empty for a
 *     version that a migration brought, whose sealed text has none
 */
public record ProcedureVersion(
        UUID id,
        String procedure,
        String nameEs,
        String nameEn,
        int number,
        String state,
        boolean proposal,
        Instant inForceFrom,
        Instant inForceTo,
        String sha256,
        List<ProcedureStep> steps,
        List<Precedence> precedences,
        Map<String, List<String>> earlyExits,
        Map<String, String> sections) {

    /** {@code before} must be done before {@code after}, both step codes. */
    public record Precedence(String before, String after) {}

    /**
     * One step of a version.
     *
     * @param limitSeconds from the advisor's connection to the step, or null
     * @param evidence type of what proves the step
     * @param declarable whether the advisor may declare it by hand
     * @param mandatoryFor the outcome that makes an optional step mandatory, or null
     */
    public record ProcedureStep(
            String code,
            Act act,
            int ordinal,
            String nameEs,
            String nameEn,
            String role,
            boolean mandatory,
            boolean repeats,
            Integer limitSeconds,
            String evidence,
            boolean declarable,
            String mandatoryFor) {}
}
