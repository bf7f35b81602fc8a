package mx.gob.edomex.catgem.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
import mx.gob.edomex.catgem.workforce.AdvisorCapacity;

/**
 * Makes offers, many with as few statements as one: what a batch costs is the time between an advisor's readiness and the
 * offer, and bounds the offers a second.
 */
@ApplicationScoped
public class Offers {

    /** How long the rules of the channels are believed, as the matcher believes those of the routing. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Contacts contacts;

    @Inject
    AdvisorCapacity capacity;

    @Inject
    Interruptions interruptions;

    @Inject
    EventLedger ledger;

    @Inject
    Signals signals;

    @Inject
    Clock clock;

    private volatile Believed rules = new Believed(Map.of(), Instant.EPOCH);

    private record Believed(Map<Channel, ChannelRule> rules, Instant readAt) {}

    private record Made(Match match, Offer offer, Contacts.Changed changed) {
        OfferMade told() {
            return new OfferMade(offer.id(), match.contact(), match.advisor(), offer.expiresAt());
        }
    }

    /** Offers each contact to its advisor where both still are as believed. */
    Batch make(List<Match> matches) {
        // All contacts before any advisor, as every other command locks them.
        Map<ContactId, Contact> locked = contacts.locked(matches.stream()
                .flatMap(match -> Stream.concat(Stream.of(match.contact()), match.interrupts().stream()))
                .toList());
        Map<Channel, ChannelRule> rules = rules(clock.instant());
        Map<String, Integer> points = new HashMap<>();
        List<Match> waiting = new ArrayList<>();
        Set<ContactId> stale = new HashSet<>();
        for (Match match : matches) {
            Contact contact = locked.get(match.contact());
            if (contact == null || !contact.waits(match.epoch())) {
                stale.add(match.contact());
            } else if (points.putIfAbsent(match.advisor(), taken(match, rules.get(contact.channel()))) == null) {
                waiting.add(match);
            }
        }
        Set<String> held = capacity.holdToRing(points);
        Instant now = clock.instant();
        List<Made> made = waiting.stream()
                .filter(match -> held.contains(match.advisor()) && hasRoom(match, locked, rules))
                .map(match -> make(match, locked.get(match.contact()), rules, now))
                .toList();
        if (!made.isEmpty()) {
            keep(made, now);
            recordOthers(matches, made, now);
        }
        return new Batch(made.stream().map(Made::told).toList(), stale);
    }

    /** Who must interrupt a mail takes the points with it, and is locked here like all others. */
    private static int taken(Match match, ChannelRule rule) {
        return match.interrupts().isEmpty() ? rule.points() : 0;
    }

    private boolean hasRoom(Match match, Map<ContactId, Contact> locked, Map<Channel, ChannelRule> rules) {
        if (match.interrupts().isEmpty()) {
            return true;
        }
        List<Contact> mails = match.interrupts().stream()
                .map(locked::get)
                .filter(Objects::nonNull)
                .toList();
        int points = rules.get(locked.get(match.contact()).channel()).points();
        return interruptions.makeRoom(match.advisor(), points, mails, match.contact());
    }

    private Made make(Match match, Contact contact, Map<Channel, ChannelRule> rules, Instant now) {
        ChannelRule rule = rules.get(contact.channel());
        StateChange change = contact.offerTo(match.advisor(), now);
        Offer offer = new Offer(
                OfferId.random(), contact, match.advisor(), rule.points(), now, now.plusSeconds(rule.offerSeconds()));
        Map<String, String> refs = Map.of("offer", offer.id().toString(), "advisor", match.advisor());
        return new Made(match, offer, new Contacts.Changed(contact, change, refs));
    }

    /** One statement each for offers and ledger, however many they are. */
    private void keep(List<Made> made, Instant now) {
        JsonArrayBuilder rows = NewJson.array();
        made.forEach(one -> rows.add(one.offer().row(one.match().decision())));
        Sql.on(
                        entities,
                        """
                        insert into offer (id, contact_id, number, epoch, advisor, points, made_at, expires_at, decision)
                        select o.id, o.contact_id, o.number, o.epoch, o.advisor, o.points, o.made_at, o.expires_at,
                               cast(o.decision as jsonb)
                        from json_to_recordset(cast(:offers as json))
                          as o (id uuid, contact_id uuid, number int, epoch int, advisor text, points int,
                                made_at timestamptz, expires_at timestamptz, decision text)
                        """)
                .set("offers", rows.build().toString())
                .update();
        // The desks before the lists: an offer is waited for.
        made.forEach(one -> signals.toDesk(
                one.match().advisor(), DeskSignal.Kind.OFFER, one.match().contact()));
        contacts.changed(made.stream().map(Made::changed).toList(), "OFFERED", Actor.SYSTEM, now);
    }

    /** What was decided with those made and did not come to be: the decisions after it were made as if it had. */
    private void recordOthers(List<Match> matches, List<Made> made, Instant now) {
        Set<Match> kept = made.stream().map(Made::match).collect(Collectors.toSet());
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

    private Map<Channel, ChannelRule> rules(Instant now) {
        Believed believed = rules;
        // A clock that was set back must not keep old rules in force.
        if (now.isBefore(believed.readAt()) || !now.isBefore(believed.readAt().plus(FRESH))) {
            believed = new Believed(ChannelRule.all(entities), now);
            rules = believed;
        }
        return believed.rules();
    }
}
