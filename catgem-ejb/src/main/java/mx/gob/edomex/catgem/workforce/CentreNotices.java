package mx.gob.edomex.catgem.workforce;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.Sql;

/** What the centre tells every desk, from when to when; each advisor confirms having read it. */
@Stateless
@RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
public class CentreNotices {

    static final int LONGEST = 1000;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    EventLedger ledger;

    @Inject
    CurrentStaff staff;

    @Inject
    Signals signals;

    @Inject
    Clock clock;

    /**
     * A notice.
     *
     * @param read of the advisors, how many have confirmed it
     * @param advisors who attend, in all
     * @param current whether desks show it now
     */
    public record Notice(
            UUID id,
            String text,
            String authorName,
            Instant from,
            Instant to,
            boolean withdrawn,
            int read,
            int advisors,
            boolean current) {}

    /** @param readAt null: not yet */
    public record Reader(String name, Instant readAt) {}

    /**
     * From then on, until then, on every desk.
     *
     * @throws NoticeNotSound when the text is empty or too long, or the time is over or upside down
     */
    public UUID publish(String text, Instant from, Instant to) {
        Instant now = clock.instant();
        boolean sound = text != null && !text.isBlank() && text.strip().length() <= LONGEST;
        if (!sound || from == null || to == null || !from.isBefore(to) || !now.isBefore(to)) {
            throw new NoticeNotSound();
        }
        UUID id = UUID.randomUUID();
        Sql.on(
                        entities,
                        """
                        insert into centre_notice (id, text, author, from_at, to_at, created_at)
                        values (:id, :text, :author, :from, :to, :now)
                        """)
                .set("id", id)
                .set("text", text.strip())
                .set("author", staff.username())
                .set("from", from)
                .set("to", to)
                .set("now", now)
                .update();
        ledger.system("NOTICE_PUBLISHED", actor(), now, null, Map.of("notice", id.toString()));
        signals.toAll(DeskSignal.Kind.NOTICE, null);
        return id;
    }

    /** Takes it off the desks; what was read stays on record. */
    public void withdraw(UUID id) {
        Instant now = clock.instant();
        int withdrawn = Sql.on(
                        entities,
                        "update centre_notice set withdrawn_at = :now where id = :id and withdrawn_at is null")
                .set("now", now)
                .set("id", id)
                .update();
        if (withdrawn > 0) {
            ledger.system("NOTICE_WITHDRAWN", actor(), now, null, Map.of("notice", id.toString()));
            signals.toAll(DeskSignal.Kind.NOTICE, null);
        }
    }

    /** The newest notices, over or not. */
    public List<Notice> latest() {
        return notices("true", "limit 30");
    }

    /** Every advisor and when they confirmed the notice; who has not yet comes first. */
    public List<Reader> readers(UUID id) {
        return Sql.on(
                        entities,
                        """
                        select u.display_name, r.read_at from advisor a join app_user u on u.username = a.username
                        left join notice_receipt r on r.username = a.username and r.notice_id = :id
                        where u.enabled order by r.read_at is not null, u.display_name
                        """)
                .set("id", id)
                .list(row -> new Reader(row.text("display_name"), row.instant("read_at")));
    }

    /** What the caller has not confirmed yet, the oldest first. */
    @RolesAllowed(Roles.ADVISOR)
    public List<Notice> unread() {
        return notices(
                "n.withdrawn_at is null and n.from_at <= :now and n.to_at > :now and not exists (select 1"
                        + " from notice_receipt r where r.notice_id = n.id and r.username = :me)",
                "limit 10");
    }

    /** The caller has read it; a repeat does nothing. */
    @RolesAllowed(Roles.ADVISOR)
    public void confirm(UUID id) {
        int confirmed = Sql.on(
                        entities,
                        """
                        insert into notice_receipt (notice_id, username, read_at)
                        select id, :me, :now from centre_notice where id = :id on conflict do nothing
                        """)
                .set("me", staff.username())
                .set("now", clock.instant())
                .set("id", id)
                .update();
        if (confirmed > 0) {
            ledger.system(
                    "NOTICE_READ",
                    Actor.advisor(staff.username()),
                    clock.instant(),
                    null,
                    Map.of("notice", id.toString()));
        }
    }

    private List<Notice> notices(String condition, String limit) {
        Sql sql = Sql.on(
                        entities,
                        """
                        select n.id, n.text, u.display_name, n.from_at, n.to_at, n.withdrawn_at is not null as withdrawn,
                          (select count(*) from notice_receipt r where r.notice_id = n.id) as read,
                          (select count(*) from advisor a join app_user w on w.username = a.username
                           where w.enabled) as advisors,
                          n.withdrawn_at is null and n.from_at <= :now and n.to_at > :now as current
                        from centre_notice n join app_user u on u.username = n.author where
                        """
                                + condition + " order by n.created_at desc " + limit)
                .set("now", clock.instant());
        if (condition.contains(":me")) {
            sql.set("me", staff.username());
        }
        return sql.list(row -> new Notice(
                row.uuid("id"),
                row.text("text"),
                row.text("display_name"),
                row.instant("from_at"),
                row.instant("to_at"),
                row.flag("withdrawn"),
                row.number("read"),
                row.number("advisors"),
                row.flag("current")));
    }

    private Actor actor() {
        String role = staff.has(Roles.SUPERVISOR) ? Roles.SUPERVISOR : Roles.COORDINATOR;
        return new Actor(staff.username(), role, Source.SCREEN);
    }
}
