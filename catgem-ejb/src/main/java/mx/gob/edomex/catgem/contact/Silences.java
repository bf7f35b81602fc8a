package mx.gob.edomex.catgem.contact;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.workforce.AdvisorCapacity;

/**
 * The citizen has the word and does not take it (ROUTING, silent chat). First the contact stops weighing, so that the
 * advisor can attend others; then the citizen is asked; then the conversation ends. A reply goes to the same advisor
 * while the points fit, else into the line with its age. Who is in danger is never hurried.
 */
@Stateless
@PermitAll
public class Silences {

    private static final String SILENCE = "SILENCE";

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Contacts contacts;

    @Inject
    Endings endings;

    @Inject
    AdvisorCapacity capacity;

    @Inject
    CitizenSide citizenSide;

    @Inject
    LastAdvisors lastAdvisors;

    @Inject
    EventLedger ledger;

    @Inject
    Event<ContactReturned> returned;

    @Inject
    Clock clock;

    /** Contacts for which something is due, each to {@link #proceed} with in a transaction of its own. */
    public List<ContactId> due() {
        return Sql.on(
                        entities,
                        """
                        select c.id from contact c join channel_rule r on r.channel = c.channel
                          join leg l on l.contact_id = c.id and l.number = c.leg
                        where r.quiet_seconds is not null
                          and not exists (select 1 from event e where e.contact_id = c.id and e.code = 'EMERGENCY')
                          and (c.state = 'IN_PROGRESS' and c.delivered_at is not null
                                 and c.last_advisor_at > coalesce(c.last_citizen_at, c.connected_at)
                                 and c.last_advisor_at <= cast(:now as timestamptz) - make_interval(secs => r.quiet_seconds)
                            or c.state = 'WAITING_FOR_CITIZEN' and (
                                 l.quiet_since is null
                                   and c.awaiting_since <= cast(:now as timestamptz) - make_interval(secs => r.quiet_seconds)
                              or c.asked_at is null
                                   and c.awaiting_since <= cast(:now as timestamptz) - make_interval(secs => r.ask_seconds)
                              or c.asked_at
                                   <= cast(:now as timestamptz) - make_interval(secs => r.end_seconds - r.ask_seconds)))
                        order by c.last_advisor_at
                        """)
                .set("now", clock.instant())
                .list(row -> row.contact("id"));
    }

    /** The next thing that is due, if it still is. */
    public void proceed(ContactId id) {
        Contact contact = contacts.locked(id);
        Optional<SilenceRule> found = SilenceRule.of(entities, contact.channel());
        if (found.isEmpty()) {
            return;
        }
        SilenceRule rule = found.get();
        Instant now = clock.instant();
        if (contact.state() == ContactState.IN_PROGRESS) {
            awaitTheAnswered(contact, rule, now);
        } else if (contact.state() == ContactState.WAITING_FOR_CITIZEN) {
            Leg leg = contacts.leg(contact);
            if (!leg.isQuiet() && rule.isQuiet(contact.awaitingSince(), now)) {
                capacity.release(contact.advisor(), leg.quieten(now));
                ledger.fact(id, "CITIZEN_QUIET", Actor.SYSTEM, now, null, Map.of());
            } else if (contact.askedAt() == null && rule.isToAsk(contact.awaitingSince(), now)) {
                ask(contact, rule, now);
            } else if (contact.askedAt() != null && rule.isToEnd(contact.askedAt(), now)) {
                end(contact);
            }
        }
    }

    /** Who was told the answer and says nothing has the word, also when the advisor forgot to say so. */
    private void awaitTheAnswered(Contact contact, SilenceRule rule, Instant now) {
        if (contact.deliveredAt() != null && contact.advisorSpokeLast() && rule.isQuiet(contact.lastAdvisorAt(), now)) {
            contacts.changed(contact, contact.awaitCitizen(now), "AWAITS_CITIZEN", Actor.SYSTEM, now, SILENCE);
        }
    }

    private void ask(Contact contact, SilenceRule rule, Instant now) {
        contact.asked(now);
        String occasion = Long.toString(contact.awaitingSince().toEpochMilli());
        citizenSide.askIfThere(contact, rule.left(), occasion);
        ledger.fact(contact.id(), "CITIZEN_ASKED", Actor.SYSTEM, now, null, Map.of());
    }

    /** Whoever had an answer is classified by the advisor; without one, silence is all there is to classify. */
    private void end(Contact contact) {
        citizenSide.silenceEnds(contact);
        endings.finish(contact, Actor.SYSTEM, SILENCE);
        if (contact.deliveredAt() == null) {
            endings.close(contact, SILENCE, Actor.SYSTEM);
        }
    }

    /** The citizen wrote after all. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void broken(Contact contact, Actor citizen, Instant at) {
        if (wakes(contact)) {
            contacts.changed(contact, contact.resume(), "CITIZEN_REPLIED", citizen, at, null);
            return;
        }
        String advisor = contact.advisor();
        contacts.leg(contact).end("NO_ROOM", at);
        contacts.changed(
                contact,
                contact.returnToQueue(),
                "CITIZEN_REPLIED",
                citizen,
                at,
                "NO_ROOM",
                Map.of("advisor", advisor));
        contact.prefer(advisor, at.plus(lastAdvisors.patience()));
        citizenSide.left(contact);
        returned.fire(new ContactReturned(contact.id()));
    }

    /**
     * The advisor works on without waiting; does nothing when nobody is awaited.
     *
     * @throws NoRoomForContact when its points do not fit any more
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void resumed(Contact contact, Actor advisor) {
        if (contact.state() != ContactState.WAITING_FOR_CITIZEN) {
            return;
        }
        if (!wakes(contact)) {
            throw new NoRoomForContact(contact.id());
        }
        contacts.changed(contact, contact.resume(), "RESUMED", advisor, clock.instant(), null);
    }

    private boolean wakes(Contact contact) {
        Leg leg = contacts.leg(contact);
        if (leg.isQuiet() && !capacity.takeUp(contact.advisor(), leg.points())) {
            return false;
        }
        leg.wake();
        return true;
    }

    /** The times of a channel; see the columns of {@code channel_rule}. */
    private record SilenceRule(int quietSeconds, int askSeconds, int endSeconds) {
        static Optional<SilenceRule> of(EntityManager entities, Enum<?> channel) {
            return Sql.on(
                            entities,
                            """
                            select quiet_seconds, ask_seconds, end_seconds from channel_rule
                            where channel = :channel and quiet_seconds is not null
                            """)
                    .set("channel", channel)
                    .first(row -> new SilenceRule(
                            row.number("quiet_seconds"), row.number("ask_seconds"), row.number("end_seconds")));
        }

        boolean isQuiet(Instant since, Instant now) {
            return !since.plusSeconds(quietSeconds).isAfter(now);
        }

        boolean isToAsk(Instant since, Instant now) {
            return !since.plusSeconds(askSeconds).isAfter(now);
        }

        /** Counted from the question, so that nobody is cut off unasked because the centre was away. */
        boolean isToEnd(Instant asked, Instant now) {
            return !asked.plus(left()).isAfter(now);
        }

        Duration left() {
            return Duration.ofSeconds(endSeconds - askSeconds);
        }
    }
}
