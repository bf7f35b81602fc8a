package mx.gob.edomex.catgem.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.contact.Dispatch.Batch;
import mx.gob.edomex.catgem.contact.Dispatch.Match;
import mx.gob.edomex.catgem.contact.Dispatch.OfferMade;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.NewJson;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * Makes offers, many with as few questions as one: what a batch costs is the time between an advisor's readiness and the
 * offer, and bounds the offers a second. What may be offered, what an offer changes and what the ledger has of it is said by
 * the database's own {@code offer_contacts} (V317), so that it is one question.
 */
@ApplicationScoped
public class Offers {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Contacts contacts;

    @Inject
    Interruptions interruptions;

    @Inject
    EventLedger ledger;

    @Inject
    Signals signals;

    @Inject
    Clock clock;

    private record Asked(Match match, OfferId offer) {

        JsonObjectBuilder row(int place) {
            JsonObjectBuilder row = NewJson.object()
                    .add("place", place)
                    .add("contact", match.contact().toString())
                    .add("epoch", match.epoch())
                    .add("advisor", match.advisor())
                    .add("offer", offer.toString());
            return match.decision() == null ? row : row.add("decision", match.decision());
        }

        OfferMade made(Instant until) {
            return new OfferMade(offer, match.contact(), match.advisor(), until);
        }
    }

    /** @param until when the offer's time is over; null when it was not made */
    private record Answer(Asked asked, boolean waits, Instant until) {

        boolean isMade() {
            return until != null;
        }
    }

    /**
     * Offers each contact to its advisor where both still are as believed.
     *
     * @throws IllegalStateException when the lease is with another node: nothing is changed
     */
    Batch make(List<Match> matches, long leaseEpoch) {
        Instant now = clock.instant();
        List<Answer> answers = ask(withRoom(matches), leaseEpoch, now);
        List<Answer> made = answers.stream().filter(Answer::isMade).toList();
        if (!made.isEmpty()) {
            tell(made);
            recordOthers(matches, made, now);
        }
        return new Batch(
                made.stream().map(one -> one.asked().made(one.until())).toList(),
                answers.stream()
                        .filter(one -> !one.waits())
                        .map(one -> one.asked().match().contact())
                        .collect(Collectors.toSet()));
    }

    private List<Answer> ask(List<Match> matches, long leaseEpoch, Instant now) {
        List<Asked> asked = matches.stream()
                .map(match -> new Asked(match, OfferId.random()))
                .toList();
        JsonArrayBuilder rows = NewJson.array();
        for (int place = 0; place < asked.size(); place++) {
            rows.add(asked.get(place).row(place));
        }
        List<Answer> answers = Sql.on(
                        entities,
                        "select * from offer_contacts(:epoch, cast(:matches as json), cast(:now as timestamptz))")
                .set("epoch", leaseEpoch)
                .set("matches", rows.build().toString())
                .set("now", now)
                .list(row -> new Answer(
                        asked.get(row.number("place")),
                        row.flag("waits"),
                        row.flag("offered") ? row.instant("until") : null));
        if (answers.size() != asked.size()) {
            throw new IllegalStateException("the matcher's lease is with another node");
        }
        return answers;
    }

    private void tell(List<Answer> made) {
        // The desks before the lists: an offer is waited for.
        made.forEach(one -> signals.toDesk(
                one.asked().match().advisor(),
                DeskSignal.Kind.OFFER,
                one.asked().match().contact()));
        made.forEach(one ->
                signals.toAll(DeskSignal.Kind.CONTACT, one.asked().match().contact()));
        signals.toAll(DeskSignal.Kind.QUEUE, null);
    }

    /** Without those for which mails were to make room and do not; that is rare, and costs questions of its own. */
    private List<Match> withRoom(List<Match> matches) {
        if (matches.stream().allMatch(match -> match.interrupts().isEmpty())) {
            return matches;
        }
        // All contacts before any advisor, as every other command locks them.
        Map<ContactId, Contact> locked = contacts.locked(matches.stream()
                .flatMap(match -> Stream.concat(Stream.of(match.contact()), match.interrupts().stream()))
                .toList());
        Map<Channel, ChannelRule> rules = ChannelRule.all(entities);
        List<Match> fitting = new ArrayList<>();
        for (Match match : matches) {
            Contact contact = locked.get(match.contact());
            boolean waits = contact != null && contact.waits(match.epoch());
            if (match.interrupts().isEmpty() || !waits || hasRoom(match, locked, rules.get(contact.channel()))) {
                fitting.add(match);
            }
        }
        return fitting;
    }

    private boolean hasRoom(Match match, Map<ContactId, Contact> locked, ChannelRule rule) {
        List<Contact> mails = match.interrupts().stream()
                .map(locked::get)
                .filter(Objects::nonNull)
                .toList();
        return interruptions.makeRoom(match.advisor(), rule.points(), mails, match.contact());
    }

    /** What was decided with those made and did not come to be: the decisions after it were made as if it had. */
    private void recordOthers(List<Match> matches, List<Answer> made, Instant now) {
        Set<Match> kept = made.stream().map(one -> one.asked().match()).collect(Collectors.toSet());
        for (int place = 0; place < matches.size(); place++) {
            Match match = matches.get(place);
            if (match.seenAs() != null && !kept.contains(match)) {
                Map<String, String> refs = Map.of(
                        "contact", match.contact().toString(),
                        "advisor", match.advisor(),
                        "class", match.seenAs().key(),
                        "place", Integer.toString(place));
                ledger.system("OFFER_NOT_MADE", Actor.SYSTEM, now, null, refs);
            }
        }
    }
}
