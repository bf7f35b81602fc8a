package mx.gob.edomex.catgem.iso;

import java.time.LocalDate;
import java.util.List;

/**
 * An edition of the standard with what answers each of the clauses that this system answers.
 *
 * @param day local, as of which it stands
 */
public record ClauseMap(Edition edition, LocalDate day, List<Clause> clauses) {

    /** @param code as in {@code 2015_AMD1} */
    public record Edition(String code, String name) {}

    /**
     * @param number of the clause in its edition
     * @param words our own, never the standard's
     */
    public record Clause(String number, String words, List<Evidence> evidence) {

        public Light light() {
            return Light.worst(evidence.stream().map(Evidence::light).toList());
        }
    }

    /** A source with its colour and the figures that made it. */
    public record Evidence(EvidenceSource source, Light light, EvidenceFigures figures) {}

    public long count(Light light) {
        return clauses.stream().filter(one -> one.light() == light).count();
    }
}
