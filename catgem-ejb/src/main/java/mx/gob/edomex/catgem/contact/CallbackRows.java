package mx.gob.edomex.catgem.contact;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mx.gob.edomex.catgem.channel.CallbackWindow;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Sql;

/** The rows of callbacks; every method joins the caller's transaction, which holds the contact's lock. */
@Dependent
public class CallbackRows {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    /**
     * A callback as stored.
     *
     * @param parkedAt since when its wait is paused, or null
     * @param attempts in all
     * @param tries since the citizen was last spoken to
     * @param askedBy user name of who asked for the citizen, or null
     */
    record Row(CallbackWindow window, Instant dueAt, Instant parkedAt, int attempts, int tries, String askedBy) {}

    boolean isAsked(ContactId contact) {
        return Sql.on(entities, "select 1 from callback where contact_id = :contact")
                .set("contact", contact)
                .exists();
    }

    Row of(ContactId contact) {
        return Sql.on(
                        entities,
                        """
                        select zone, window_from, window_to, due_at, parked_at, attempts, tries, asked_by
                        from callback where contact_id = :contact for update
                        """)
                .set("contact", contact)
                .first(row -> new Row(
                        new CallbackWindow(
                                row.instant("window_from"),
                                row.instant("window_to"),
                                CallbackWindow.zone(row.text("zone"))),
                        row.instant("due_at"),
                        row.instant("parked_at"),
                        row.number("attempts"),
                        row.number("tries"),
                        row.text("asked_by")))
                .orElseThrow();
    }

    /** One that is parked already stays so since it was. */
    void park(ContactId contact, CallbackWindow window, Instant dueAt, Instant now) {
        Sql.on(
                        entities,
                        """
                        update callback set zone = :zone, window_from = :from, window_to = :to, due_at = :due,
                               parked_at = coalesce(parked_at, :now)
                        where contact_id = :contact
                        """)
                .set("zone", window.zone().getId())
                .set("from", window.from())
                .set("to", window.to())
                .set("due", dueAt)
                .set("now", now)
                .set("contact", contact)
                .update();
    }

    void unpark(ContactId contact) {
        Sql.on(entities, "update callback set parked_at = null where contact_id = :contact")
                .set("contact", contact)
                .update();
    }

    /** @return attempts without an answer since the citizen was last spoken to, this one included */
    int attempted(ContactId contact, String advisor, Instant begunAt, Instant now, CallResult result) {
        boolean spoken = result == CallResult.ANSWERED || result == CallResult.ANOTHER_TIME;
        Row before = of(contact);
        int tries = spoken ? 0 : before.tries() + 1;
        Sql.on(entities, "update callback set attempts = attempts + 1, tries = :tries where contact_id = :contact")
                .set("tries", tries)
                .set("contact", contact)
                .update();
        Sql.on(
                        entities,
                        """
                        insert into callback_attempt (contact_id, number, advisor, begun_at, ended_at, result)
                        values (:contact, :number, :advisor, :begun, :now, :result)
                        """)
                .set("contact", contact)
                .set("number", before.attempts() + 1)
                .set("advisor", advisor)
                .set("begun", begunAt)
                .set("now", now)
                .set("result", result)
                .update();
        return tries;
    }

    Optional<Instant> legBegan(Contact contact) {
        return Sql.on(entities, "select connected_at from leg where contact_id = :contact and number = :leg")
                .set("contact", contact.id())
                .set("leg", contact.leg())
                .first(row -> row.instant("connected_at"));
    }

    /** Parked callbacks whose time has come; oldest first. */
    List<ContactId> due(Instant now) {
        return Sql.on(
                        entities,
                        """
                        select b.contact_id from callback b join contact c on c.id = b.contact_id
                        where b.parked_at is not null and b.due_at <= :now and c.state = 'CALLBACK_SCHEDULED'
                        order by b.due_at limit 500
                        """)
                .set("now", now)
                .list(row -> row.contact("contact_id"));
    }

    /** Callbacks that stand in line although their window is over. */
    List<ContactId> late(Instant now) {
        return Sql.on(
                        entities,
                        """
                        select b.contact_id from callback b join contact c on c.id = b.contact_id
                        where c.state = 'QUEUED' and c.to_call and c.closed_at is null and b.window_to <= :now
                        order by b.due_at limit 500
                        """)
                .set("now", now)
                .list(row -> row.contact("contact_id"));
    }
}
