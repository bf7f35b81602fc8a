package mx.gob.edomex.catgem.knowledge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.knowledge.EntryHistory.EntryLine;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.Sql;

/** Entries that must be looked at again: overdue, due soon, or no longer valid. */
@Stateless
@RolesAllowed(Roles.INFORMATION)
public class EntryReviews {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    EntryHistory history;

    @Inject
    EventLedger ledger;

    @Inject
    WorkLog log;

    @Inject
    Installation installation;

    @Inject
    CurrentStaff staff;

    @Inject
    Signals signals;

    @Inject
    Clock clock;

    /** How urgent a review is; also its style. */
    public enum Urgency {
        /** Its validity has ended. */
        EXPIRED,
        OVERDUE,
        SOON
    }

    /** An entry on the list, and until when it should have been looked at. */
    public record DueReview(EntryLine entry, Urgency urgency, LocalDate day) {}

    /** What is due within the days that the setting {@code knowledge.review.days} says, the oldest first. */
    public List<DueReview> due(Language language) {
        LocalDate today = LocalDay.of(clock.instant(), installation.timeZone()).date();
        int ahead = Sql.on(entities, "select value from setting where name = 'knowledge.review.days'")
                .first(row -> Integer.valueOf(row.text("value")))
                .orElse(30);
        return history.entries(language).stream()
                .map(entry -> due(entry, today))
                .filter(review ->
                        review.urgency() != Urgency.SOON || !review.day().isAfter(today.plusDays(ahead)))
                .sorted(Comparator.comparing(DueReview::day)
                        .thenComparing(review -> review.entry().code()))
                .toList();
    }

    /** What should have been looked at again by now, or is no longer valid. */
    @RolesAllowed({Roles.INFORMATION, Roles.SUPERVISOR, Roles.AUDITOR, Roles.DIRECTION})
    public List<DueReview> stale(Language language) {
        LocalDate today = LocalDay.of(clock.instant(), installation.timeZone()).date();
        return history.entries(language).stream()
                .map(entry -> due(entry, today))
                .filter(review -> review.urgency() != Urgency.SOON)
                .toList();
    }

    private static DueReview due(EntryLine entry, LocalDate today) {
        LocalDate until = entry.validUntil();
        if (until != null && until.isBefore(today)) {
            return new DueReview(entry, Urgency.EXPIRED, until);
        }
        LocalDate day = until != null && until.isBefore(entry.reviewOn()) ? until : entry.reviewOn();
        return new DueReview(entry, day.isBefore(today) ? Urgency.OVERDUE : Urgency.SOON, day);
    }

    /**
     * Somebody asked the source again and nothing has changed; the text stays, the next review moves.
     *
     * @throws EntryUnknown when there is no such entry in force
     * @throws ReviewDayPast when the next review would not be in the future
     */
    public void confirm(String code, LocalDate next) {
        if (!next.isAfter(LocalDay.of(clock.instant(), installation.timeZone()).date())) {
            throw new ReviewDayPast(next);
        }
        int confirmed = Sql.on(
                        entities,
                        """
                        update knowledge_entry set review_on = cast(:next as date)
                        where code = :code and retired_at is null
                        """)
                .set("next", next.toString())
                .set("code", code)
                .update();
        if (confirmed == 0) {
            throw new EntryUnknown(code);
        }
        ledger.system(
                "ENTRY_REVIEWED",
                Actor.officer(staff.username()),
                clock.instant(),
                null,
                Map.of("entry", code, "reviewOn", next.toString()));
        log.write("REVIEW_CONFIRMED", code, next.toString());
        signals.toAll(DeskSignal.Kind.KNOWLEDGE_WORK, null);
    }
}
