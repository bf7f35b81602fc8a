package mx.gob.edomex.catgem.replay;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.replay.ContactTrace.Line;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.TimeSpan;
import mx.gob.edomex.catgem.workforce.PastStaffing;
import mx.gob.edomex.catgem.workforce.Presence;
import mx.gob.edomex.catgem.workforce.PresenceHistory;
import mx.gob.edomex.catgem.workforce.SkillBook;
import mx.gob.edomex.catgem.workforce.SkillBook.Profile;
import mx.gob.edomex.catgem.workforce.Skills;
import mx.gob.edomex.catgem.workforce.Stay;

/** Reads days to replay from the ledger: who came, what became of them, and who was at work. */
@Stateless
@PermitAll
public class PastDays {

    private static final int SHOWN = 31;
    private static final int REMEMBERED = 7;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    PresenceHistory presences;

    @Inject
    SkillBook skills;

    @Inject
    PastStaffing staffing;

    @Inject
    Installation installation;

    @Inject
    Clock clock;

    /** A day of which there is something to replay. */
    public record Known(LocalDate date, int contacts) {}

    /** The last days on which somebody came, the newest first; today counts as far as it has come. */
    public List<Known> known() {
        return Sql.on(
                        entities,
                        """
                        select to_char(at at time zone cast(:zone as text), 'YYYY-MM-DD') as day, cast(count(*) as int) as contacts
                        from event where kind = 'STATE' and code = 'QUEUED' and state_from = 'CREATED' and at > :since
                        group by day order by day desc limit :most
                        """)
                .set("zone", installation.timeZone().getId())
                .set("since", clock.instant().minus(Duration.ofDays(92)))
                .set("most", SHOWN)
                .list(row -> new Known(LocalDate.parse(row.text("day")), row.number("contacts")));
    }

    /** The local day, with the hours before and after it as far as they have come. */
    public PastDay read(LocalDate date) {
        LocalDay day = new LocalDay(date, installation.timeZone());
        Instant now = clock.instant();
        Instant until = earlier(day.end().plus(PastDay.MARGIN), now);
        TimeSpan span = new TimeSpan(day.start().minus(PastDay.MARGIN), until);
        Map<ContactId, String> last = lastAdvisors(span);
        List<PastContact> contacts = traces(span).entrySet().stream()
                .map(one -> one.getValue().since(day.start(), until, last.get(one.getKey())))
                .flatMap(Optional::stream)
                .filter(contact -> span.contains(day.start().plus(contact.at())))
                .sorted(Comparator.comparing(PastContact::at))
                .toList();
        List<Stay> stays = presences.of(span);
        List<PastStaffing.Learned> learned = staffing.learned(span);
        return new PastDay(
                date,
                day.start(),
                Duration.between(day.start(), earlier(day.end(), now)),
                contacts,
                staff(learned, stays),
                learned.stream()
                        .map(one -> new PastDay.Learned(one.at(), one.username(), new Skills(one.skills())))
                        .toList(),
                stays);
    }

    /** Who was there, with the first skills on record of the day; where there are none, with those of today. */
    private List<Profile> staff(List<PastStaffing.Learned> learned, List<Stay> stays) {
        Map<String, Profile> staff = new TreeMap<>();
        skills.profiles().forEach(profile -> staff.put(profile.username(), profile));
        Set<String> there = stays.stream()
                .filter(stay -> stay.presence() != Presence.OFFLINE)
                .map(Stay::username)
                .collect(Collectors.toSet());
        Set<String> known = new HashSet<>();
        for (PastStaffing.Learned one : learned) {
            Profile today = staff.get(one.username());
            if (known.add(one.username()) && (today != null || there.contains(one.username()))) {
                boolean reserve = one.reserve() == null ? today != null && today.reserve() : one.reserve();
                staff.put(one.username(), new Profile(one.username(), one.name(), reserve, one.skills()));
            }
        }
        return List.copyOf(staff.values());
    }

    /** Codes of the active topics, the general one first. */
    public List<String> topics() {
        return Sql.on(entities, "select code from topic where active order by code <> 'GENERAL', code")
                .list(row -> row.text("code"));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private Map<ContactId, ContactTrace> traces(TimeSpan span) {
        Map<ContactId, ContactTrace> traces = new LinkedHashMap<>();
        Sql.on(
                        entities,
                        """
                        select e.contact_id, e.code, e.state_to, e.staff, e.at, e.refs ->> 'queuedAt' as queued_at,
                          (e.refs ->> 'language') || '.' || (e.refs ->> 'topic') || '.' || (e.refs ->> 'channel') || '.'
                            || (e.refs ->> 'priority') as class
                        from event e join (
                          select contact_id from event where kind = 'STATE' and code = 'QUEUED' and state_from = 'CREATED'
                            and refs ->> 'direction' = 'INBOUND' and at >= :from and at < :to) q using (contact_id)
                        where (e.kind = 'STATE' or e.code in ('ANSWERED', 'CITIZEN_QUIET')) and e.at < :to order by e.id
                        """)
                .set("from", span.from())
                .set("to", span.to())
                .list(row -> new Object() {
                    final ContactId contact = row.contact("contact_id");
                    final Line line = new Line(
                            row.text("code"),
                            row.text("state_to"),
                            row.text("staff"),
                            row.instant("at"),
                            row.text("class"),
                            row.text("queued_at"));
                })
                .forEach(one -> traces.computeIfAbsent(one.contact, key -> new ContactTrace())
                        .take(one.line));
        return traces;
    }

    /** Who knew the matter or the citizen of each contact when it came, as {@code LastAdvisors} would have said. */
    private Map<ContactId, String> lastAdvisors(TimeSpan span) {
        Map<ContactId, String> last = new HashMap<>();
        Sql.on(
                        entities,
                        """
                        select distinct on (c.id) c.id, l.advisor from contact c
                        join contact p on (p.matter_id = c.matter_id or p.subject_id = c.subject_id) and p.id <> c.id
                        join leg l on l.contact_id = p.id and l.connected_at < c.first_queued_at
                          and l.connected_at > c.first_queued_at - cast(:days as int) * interval '1 day'
                        where c.first_queued_at >= :from and c.first_queued_at < :to
                        order by c.id, l.connected_at desc
                        """)
                .set("days", REMEMBERED)
                .set("from", span.from())
                .set("to", span.to())
                .list(row -> Map.entry(row.contact("id"), row.text("advisor")))
                .forEach(one -> last.put(one.getKey(), one.getValue()));
        return last;
    }
}
