package mx.gob.edomex.catgem.training;

import java.time.LocalDate;

/**
 * How somebody did in a training (capacitación) for a version of a procedure.
 *
 * @param heldOn local day; it counts from its first moment
 * @param score points of 100
 * @param passMark the points that were needed then; a later change of it moves no past evaluation
 * @param validUntil last local day on which it counts, or null
 */
public record Evaluation(LocalDate heldOn, int score, int passMark, LocalDate validUntil) {

    public boolean passed() {
        return score >= passMark;
    }

    boolean isValidOn(LocalDate day) {
        return passed() && (validUntil == null || !day.isAfter(validUntil));
    }
}
