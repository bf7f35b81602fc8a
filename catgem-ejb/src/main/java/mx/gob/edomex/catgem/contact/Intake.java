package mx.gob.edomex.catgem.contact;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.Basis;
import mx.gob.edomex.catgem.evidence.StepKind;
import mx.gob.edomex.catgem.evidence.StepRecorder;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.MatterId;
import mx.gob.edomex.catgem.shared.Sql;

/** Opens the contact of an arrival: the database half of T1. The caller then sends the token and acknowledges. */
@Stateless
@PermitAll
public class Intake {

    /** An arrival this much older than its class's newest token would stand out of order in the class's queue. */
    private static final Duration ORDER_TOLERANCE = Duration.ofSeconds(1);

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Contacts contacts;

    @Inject
    StepRecorder steps;

    @Inject
    SearchRows searchRows;

    @Inject
    LastAdvisors lastAdvisors;

    @Inject
    Callbacks callbacks;

    @Inject
    Overflows overflows;

    @Inject
    Clock clock;

    /**
     * Opens the contact unless it is open already; a callback whose time has come enters the line.
     *
     * @return what to put into the queue, also for a contact opened before and still waiting (its token may have been
     *     lost with the connection; a duplicate is harmless); empty when there is nothing to put
     */
    public Optional<ContactQueued> open(ContactId id) {
        Instant now = clock.instant();
        if (insert(id, now)) {
            Contact contact = contacts.locked(id);
            begin(contact, now);
        } else if (callbacks.isAsked(id)) {
            callbacks.enter(id);
        }
        return queued(id);
    }

    private boolean insert(ContactId id, Instant now) {
        MatterId ownMatter = MatterId.named("matter", id.toString());
        Sql.on(
                        entities,
                        """
                        insert into matter (id, topic, opened_at)
                        select :matter, topic, :now from arrival where contact_id = :id and matter_id is null
                        on conflict do nothing
                        """)
                .set("matter", ownMatter)
                .set("now", now)
                .set("id", id)
                .update();
        boolean inserted = Sql.on(
                                entities,
                                """
                                insert into contact (id, folio, channel, direction, entry_point, language, topic, priority,
                                                     subject_id, matter_id, title_sealed, state, first_queued_at,
                                                     last_citizen_at, created_at)
                                select contact_id, :folio, channel, direction, entry_point, language, topic, priority,
                                       subject_id, coalesce(matter_id, :matter), title_sealed, 'QUEUED',
                                       least(received_at, :now), least(received_at, :now), :now
                                from arrival where contact_id = :id
                                on conflict (id) do nothing
                                """)
                        .set("folio", Folio.next())
                        .set("matter", ownMatter)
                        .set("now", now)
                        .set("id", id)
                        .update()
                > 0;
        Sql.on(entities, "update arrival set opened = true where contact_id = :id and not opened")
                .set("id", id)
                .update();
        return inserted;
    }

    private void begin(Contact contact, Instant now) {
        StateChange change = new StateChange(ContactState.CREATED, ContactState.QUEUED);
        contacts.changed(contact, change, "QUEUED", Actor.SYSTEM, now, null, contacts.figuresNeed(contact));
        steps.begin(contact.id(), contact.channel().procedure(), now);
        noticeVersion(contact.id())
                .ifPresent(version -> steps.record(
                        contact.id(),
                        Act.NOTICE,
                        StepKind.END,
                        Basis.MEASURED,
                        Actor.SYSTEM,
                        contact.firstQueuedAt(),
                        null,
                        null,
                        Map.of("noticeVersion", version)));
        steps.done(contact.id(), Act.ENTERS_QUEUE, Basis.MEASURED, Actor.SYSTEM, contact.firstQueuedAt());
        searchRows.rebuild(contact);
        if (callbacks.isAsked(contact.id())) {
            callbacks.schedule(contact, Actor.SYSTEM);
            return;
        }
        if (overflows.turnedAway(contact, now)) {
            return;
        }
        lastAdvisors.of(contact).ifPresent(last -> contact.prefer(last.advisor(), last.until()));
        if (isOutOfOrder(contact)) {
            contact.leaveLine();
        }
    }

    /** Also moves the class's newest age on; the row's lock makes the comparison exact among parallel consumers. */
    private boolean isOutOfOrder(Contact contact) {
        Instant newest = Sql.on(
                        entities,
                        """
                        insert into service_class as c (key, newest_token_at) values (:key, :age)
                        on conflict (key) do update set newest_token_at = greatest(c.newest_token_at, excluded.newest_token_at)
                        returning newest_token_at
                        """)
                .set("key", contact.serviceClass().key())
                .set("age", contact.firstQueuedAt())
                .first(row -> row.instant("newest_token_at"))
                .orElseThrow();
        return contact.firstQueuedAt().isBefore(newest.minus(ORDER_TOLERANCE));
    }

    private Optional<String> noticeVersion(ContactId id) {
        return Sql.on(
                        entities,
                        "select notice_version from arrival where contact_id = :id and notice_version is not null")
                .set("id", id)
                .first(row -> row.text("notice_version"));
    }

    private Optional<ContactQueued> queued(ContactId id) {
        return Sql.on(
                        entities,
                        """
                        select language, topic, channel, priority, first_queued_at, epoch, returned
                        from contact where id = :id and state = 'QUEUED'
                        """)
                .set("id", id)
                .first(row -> new ContactQueued(
                        id,
                        ServiceClass.of(row.text("language") + "." + row.text("topic") + "." + row.text("channel") + "."
                                + row.text("priority")),
                        row.instant("first_queued_at"),
                        row.number("epoch"),
                        row.flag("returned")));
    }
}
