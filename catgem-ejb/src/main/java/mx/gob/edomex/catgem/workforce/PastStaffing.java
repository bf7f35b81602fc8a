package mx.gob.edomex.catgem.workforce;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.TimeSpan;
import mx.gob.edomex.catgem.workforce.Skills.Kind;
import mx.gob.edomex.catgem.workforce.Skills.Skill;
import mx.gob.edomex.catgem.workforce.StaffedAdvisor.OpenMail;

/**
 * Who was at work and with which skills, from the ledger: STANDING and SKILLS, which migration V210 has the database write
 * whenever a transaction changed either.
 */
@ApplicationScoped
public class PastStaffing {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Installation installation;

    /**
     * A moment of the past.
     *
     * @param snapshot which transactions it could see, as PostgreSQL writes a snapshot
     * @param before an event that was written after the moment
     * @param occupiedAt the moment the occupancies were of; null: there were none
     */
    public record Moment(String snapshot, long before, Instant occupiedAt) {}

    /** Everyone with a desk open, as {@link Staffing} would have read them then; colleagues with the same skills share them. */
    public List<StaffedAdvisor> at(Moment moment) {
        Occupancies occupancies = occupancies(moment);
        Map<String, Skills> known = new HashMap<>();
        return Sql.on(
                        entities,
                        """
                        select cast(s.refs as text) as standing, cast(k.refs - 'advisor' as text) as skills from advisor a
                        cross join lateral (
                          select e.refs from event e where e.code = 'STANDING' and e.refs ->> 'advisor' = a.username
                            and e.id < :before and pg_visible_in_snapshot(e.xact, cast(:snapshot as pg_snapshot))
                          order by e.id desc limit 1) s
                        cross join lateral (
                          select e.refs from event e where e.code = 'SKILLS' and e.refs ->> 'advisor' = a.username
                            and e.id < :before and pg_visible_in_snapshot(e.xact, cast(:snapshot as pg_snapshot))
                          order by e.id desc limit 1) k
                        where s.refs ->> 'present' = 'true' order by a.username
                        """)
                .set("before", moment.before())
                .set("snapshot", moment.snapshot())
                .list(row -> advisor(
                        object(row.text("standing")),
                        known.computeIfAbsent(row.text("skills"), text -> new Skills(skills(object(text)))),
                        occupancies));
    }

    /**
     * What an advisor could attend from a moment on.
     *
     * @param reserve whether they were a coordinator by then; null: they were not at work since that is on record
     */
    public record Learned(Instant at, String username, String name, Boolean reserve, List<Skill> skills) {}

    /**
     * What everyone could attend when the span began, and what they could from later moments on in it, in the order of time.
     * Who is missing was not on record yet.
     */
    public List<Learned> learned(TimeSpan span) {
        return Sql.on(
                        entities,
                        """
                        select greatest(e.at, :from) as at, u.username, u.display_name, cast(e.refs - 'advisor' as text) as skills,
                          (select s.refs ->> 'reserve' from event s where s.code = 'STANDING' and s.refs ->> 'advisor' = u.username
                             and s.at < :to and s.refs ->> 'present' = 'true' order by s.id desc limit 1) as reserve
                        from app_user u join event e on e.code = 'SKILLS' and e.refs ->> 'advisor' = u.username
                        where e.at < :to and (e.at >= :from or e.id = (
                          select max(l.id) from event l where l.code = 'SKILLS' and l.refs ->> 'advisor' = u.username
                            and l.at < :from))
                        order by e.id
                        """)
                .set("from", span.from())
                .set("to", span.to())
                .list(row -> new Learned(
                        row.instant("at"),
                        row.text("username"),
                        row.text("display_name"),
                        row.text("reserve") == null ? null : Boolean.valueOf(row.text("reserve")),
                        skills(object(row.text("skills")))));
    }

    private static StaffedAdvisor advisor(JsonObject standing, Skills skills, Occupancies occupancies) {
        String username = standing.getString("advisor");
        return new StaffedAdvisor(
                username,
                flag(standing, "available"),
                flag(standing, "offered"),
                flag(standing, "reserve"),
                Integer.parseInt(standing.getString("free")),
                Instant.EPOCH.plus(Long.parseLong(standing.getString("idle")), ChronoUnit.MICROS),
                occupancies.of(username),
                flag(standing, "mailOpen"),
                mails(standing),
                skills);
    }

    private static boolean flag(JsonObject standing, String name) {
        return Boolean.parseBoolean(standing.getString(name));
    }

    private static List<OpenMail> mails(JsonObject standing) {
        List<OpenMail> mails = new ArrayList<>();
        for (int place = 1; standing.containsKey("mail" + place); place++) {
            String[] mail = standing.getString("mail" + place).split(":", -1);
            mails.add(new OpenMail(ContactId.of(mail[0]), Integer.parseInt(mail[1])));
        }
        return List.copyOf(mails);
    }

    private static List<Skill> skills(JsonObject skills) {
        return skills.entrySet().stream()
                .map(one -> {
                    String[] name = one.getKey().split("\\.", 2);
                    String[] counts = ((JsonString) one.getValue()).getString().split(":", -1);
                    return new Skill(
                            Kind.valueOf(name[0]),
                            name[1],
                            Integer.parseInt(counts[0]),
                            instant(counts[1]),
                            instant(counts[2]));
                })
                .toList();
    }

    private static Instant instant(String millis) {
        return "-".equals(millis) ? null : Instant.ofEpochMilli(Long.parseLong(millis));
    }

    private static JsonObject object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    /** As {@link Staffing#occupancies}, from the events that begin and end the legs. */
    private Occupancies occupancies(Moment moment) {
        if (moment.occupiedAt() == null) {
            return Occupancies.NONE;
        }
        return new Occupancies(
                moment.occupiedAt(),
                Sql.on(
                                entities,
                                """
                        select b.staff as advisor,
                          cast(sum(extract(epoch from least(coalesce(ended.at, :now), :now) - b.at))
                            / greatest(extract(epoch from cast(:now as timestamptz) - min(b.at)), 1) as double precision) as occupancy
                        from event b left join lateral (
                          select e.at from event e where e.contact_id = b.contact_id and e.id > b.id and e.id < :before
                            and e.kind = 'STATE' and e.leg = b.leg
                            and e.state_to not in ('IN_PROGRESS', 'ON_HOLD', 'WAITING_FOR_CITIZEN', 'AFTER_CALL_WORK')
                            and pg_visible_in_snapshot(e.xact, cast(:snapshot as pg_snapshot))
                          order by e.id limit 1) ended on true
                        where b.kind = 'STATE' and b.code in ('ACCEPTED', 'BEGUN') and b.at >= :midnight and b.at < :now
                          and b.id < :before and pg_visible_in_snapshot(b.xact, cast(:snapshot as pg_snapshot))
                        group by b.staff
                        """)
                        .set("now", moment.occupiedAt())
                        .set(
                                "midnight",
                                LocalDay.of(moment.occupiedAt(), installation.timeZone())
                                        .start())
                        .set("before", moment.before())
                        .set("snapshot", moment.snapshot())
                        .list(row -> Map.entry(row.text("advisor"), Math.min(1.0, row.decimal("occupancy"))))
                        .stream()
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
