package mx.gob.edomex.catgem.web.api;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mx.gob.edomex.catgem.contact.FolioCard;
import mx.gob.edomex.catgem.evidence.Basis;
import mx.gob.edomex.catgem.evidence.PinnedVersion;
import mx.gob.edomex.catgem.evidence.StepKind;
import mx.gob.edomex.catgem.evidence.TimelineEntry;

/**
 * One contact with its clocks, legs and steps; like {@link ContactSummary} without anything a citizen said or is.
 *
 * @param procedure the version of the procedure it is held to; absent while it has none
 */
@JsonbPropertyOrder({"contact", "clocks", "procedure", "legs", "steps"})
public record ContactDetail(
        ContactSummary contact, Clocks clocks, Procedure procedure, List<Leg> legs, List<Step> steps) {

    /** @param answerSeconds indicator 3: from the advisor's connection to the answer; absent while there is none */
    @JsonbPropertyOrder({
        "receivedAt",
        "queuedAt",
        "offeredAt",
        "connectedAt",
        "consultedAt",
        "deliveredAt",
        "closedAt",
        "waitedSeconds",
        "targetSeconds",
        "answerSeconds",
        "answerExcluded"
    })
    public record Clocks(
            Instant receivedAt,
            Instant queuedAt,
            Instant offeredAt,
            Instant connectedAt,
            Instant consultedAt,
            Instant deliveredAt,
            Instant closedAt,
            long waitedSeconds,
            int targetSeconds,
            Long answerSeconds,
            boolean answerExcluded) {

        static Clocks of(FolioCard.Clocks clocks) {
            Duration answer = clocks.answer();
            return new Clocks(
                    clocks.received(),
                    clocks.queued(),
                    clocks.offered(),
                    clocks.connected(),
                    clocks.consulted(),
                    clocks.delivered(),
                    clocks.closed(),
                    clocks.waited().toSeconds(),
                    clocks.targetSeconds(),
                    answer == null ? null : Long.valueOf(answer.toSeconds()),
                    clocks.answerExcluded());
        }
    }

    /** Code and number of a procedure version. */
    @JsonbPropertyOrder({"code", "version"})
    public record Procedure(String code, int version) {}

    /** A stretch of the contact with one advisor. */
    @JsonbPropertyOrder({"number", "advisor", "connectedAt", "endedAt", "endReason"})
    public record Leg(int number, String advisor, Instant connectedAt, Instant endedAt, String endReason) {}

    /** @param k position among the steps of the contact, from 1 without gaps */
    @JsonbPropertyOrder({"k", "code", "act", "name", "kind", "basis", "outcome", "leg", "staff", "at"})
    public record Step(
            int k,
            String code,
            String act,
            String name,
            StepKind kind,
            Basis basis,
            String outcome,
            Integer leg,
            String staff,
            Instant at) {

        static Step of(TimelineEntry entry) {
            return new Step(
                    entry.k(),
                    entry.stepCode(),
                    entry.code(),
                    entry.stepName(),
                    entry.stepKind(),
                    entry.basis(),
                    entry.outcome(),
                    entry.leg(),
                    entry.staff(),
                    entry.at());
        }
    }

    static ContactDetail of(FolioCard card, References references, Instant now) {
        PinnedVersion version = card.version();
        return new ContactDetail(
                ContactSummary.of(card.contact(), references, now),
                Clocks.of(card.clocks()),
                version == null ? null : new Procedure(version.procedure(), version.number()),
                card.legs().stream()
                        .map(leg ->
                                new Leg(leg.number(), leg.advisor(), leg.connectedAt(), leg.endedAt(), leg.endReason()))
                        .toList(),
                card.timeline().stream()
                        .filter(TimelineEntry::step)
                        .map(Step::of)
                        .toList());
    }
}
