package mx.gob.edomex.catgem.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.correction.FindingState;

/**
 * An audit with everything about it.
 *
 * @param team the lead first
 * @param population contacts in scope as they stand now
 * @param sample null until it is on record
 * @param items empty until they are drawn
 * @param tallies by procedure and step, what was most often found first
 * @param marks what was said and not taken back, in the order of the sample
 * @param leading whether the reader leads it
 */
public record AuditCard(
        AuditId id,
        String number,
        String title,
        AuditState state,
        Scope scope,
        LocalDate plannedFrom,
        LocalDate plannedTo,
        boolean late,
        List<Person> team,
        boolean leading,
        int population,
        Sample sample,
        List<Item> items,
        List<Tally> tallies,
        List<Mark> marks,
        String conclusion,
        Instant reportedAt,
        List<History> history) {

    /** Somebody by user name and name. */
    public record Person(String username, String name) {}

    /** What was committed before the draw. */
    public record Sample(
            String algorithm,
            int population,
            String hash,
            String seed,
            int size,
            SamplePlan.Basis basis,
            Integer share,
            String grounds,
            String recordedBy,
            Instant recordedAt) {}

    /**
     * A folio of the sample.
     *
     * @param verdict the gravest that was said; null until something was
     */
    public record Item(
            UUID id,
            int ordinal,
            String folio,
            String procedure,
            Instant closedAt,
            String auditor,
            String auditorName,
            Verdict verdict,
            int marks) {}

    /**
     * Where something was found.
     *
     * @param step null: of the contact as a whole
     */
    public record Tally(String procedure, String step, String stepName, int findings, int observations) {}

    /**
     * Something said of a folio.
     *
     * @param takenBack when, or null
     * @param candidate of a finding, once it is reported: OPEN, DISMISSED or JOINED; else null
     * @param reason why it was dismissed
     * @param finding what it became part of, or null
     */
    public record Mark(
            UUID id,
            int ordinal,
            UUID item,
            String folio,
            Verdict verdict,
            String step,
            String stepName,
            String note,
            String by,
            Instant at,
            Instant takenBack,
            String candidate,
            String reason,
            UUID finding,
            String findingNumber,
            FindingState findingState) {}

    /** One act upon it. */
    public record History(String act, String words, String by, Instant at) {}

    public UUID key() {
        return id.value();
    }

    public long examined() {
        return items.stream().filter(item -> item.verdict() != null).count();
    }

    /** Folios of which that is the gravest thing said. */
    public long with(Verdict verdict) {
        return items.stream().filter(item -> item.verdict() == verdict).count();
    }

    /** Percent of the folios examined in which nothing is against the procedure; null before there is one. */
    public Double conforming() {
        return examined() == 0 ? null : Double.valueOf(100.0 * (examined() - with(Verdict.FINDING)) / examined());
    }

    public List<Mark> findings() {
        return marks.stream().filter(mark -> mark.verdict() == Verdict.FINDING).toList();
    }

    public List<Mark> observations() {
        return marks.stream()
                .filter(mark -> mark.verdict() == Verdict.OBSERVATION)
                .toList();
    }

    public long undecided() {
        return findings().stream()
                .filter(mark -> "OPEN".equals(mark.candidate()))
                .count();
    }
}
