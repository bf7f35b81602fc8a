package mx.gob.edomex.catgem.workforce;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.TimeSpan;
import mx.gob.edomex.catgem.workforce.Skills.Kind;
import mx.gob.edomex.catgem.workforce.Skills.Skill;
import mx.gob.edomex.catgem.workforce.StaffedAdvisor.OpenMail;

/** Who is at work and with which skills, for the routing. */
@Stateless
@PermitAll
public class Staffing {

    private static final int FIELDS = 5;

    /** With what the look could see, which is told even where nobody is at work (migration V250). */
    private static final String EVERYBODY =
            """
            select cast(now.snapshot as text) as snapshot, a.*
            from (select pg_current_snapshot() as snapshot) now left join staff_at_work a on a.present order by a.username
            """;

    private static final String WRITTEN =
            """
            select cast(now.snapshot as text) as snapshot, a.* from (select pg_current_snapshot() as snapshot) now
            left join staff_written(cast(:horizon as xid8), string_to_array(:asked, ',')) a on true order by a.username
            """;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Roster roster;

    @Inject
    Installation installation;

    /**
     * Everyone with a desk open. Of their mails those are interrupted first that were so least often, then those whose
     * citizens have waited least.
     *
     * @param occupancies from {@link #occupancies}
     */
    public List<StaffedAdvisor> atWork(Occupancies occupancies) {
        return since(null, List.of(), new HashMap<>()).present().stream()
                .map(advisor -> advisor.occupied(occupancies.of(advisor.username())))
                .toList();
    }

    /**
     * Advisors whose row was written, at least.
     *
     * @param snapshot what this look could see, as PostgreSQL writes a snapshot; for the next one and for a later replay
     * @param present those with a desk open, as not occupied at all
     * @param gone user names of the others
     */
    public record Changes(String snapshot, List<StaffedAdvisor> present, List<String> gone) {}

    /**
     * What was written since an earlier look. A row of a transaction that the earlier look could not see has a number at or
     * after the oldest that was running then, so nothing is missed; what is read twice does no harm. All that the routing
     * goes by writes the advisor's row (migration V195). For a look outside of any transaction.
     *
     * @param earlier the earlier look's snapshot; null: everyone with a desk open
     * @param asked who is read in any case
     * @param known skills by how the database writes them; colleagues with the same get the same object, by which the
     *     routing knows its groups
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Changes since(String earlier, Collection<String> asked, Map<String, Skills> known) {
        Sql sql = Sql.on(entities, earlier == null ? EVERYBODY : WRITTEN);
        if (earlier != null) {
            // Nothing of a transaction older than the oldest that was running then can still come to light.
            sql.set("horizon", earlier.substring(0, earlier.indexOf(':'))).set("asked", String.join(",", asked));
        }
        List<StaffedAdvisor> present = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        List<String> snapshots = sql.list(row -> {
            String username = row.text("username");
            if (username != null && row.flag("present")) {
                present.add(advisor(row, known));
            } else if (username != null) {
                gone.add(username);
            }
            return row.text("snapshot");
        });
        return new Changes(snapshots.get(0), present, gone);
    }

    private static StaffedAdvisor advisor(Sql.Row row, Map<String, Skills> known) {
        return new StaffedAdvisor(
                row.text("username"),
                row.flag("available"),
                row.flag("offered"),
                row.flag("reserve"),
                row.number("free"),
                row.instant("idle_since"),
                0,
                row.flag("mail_open"),
                mails(row.text("mails")),
                known.computeIfAbsent(Objects.requireNonNullElse(row.text("skills"), ""), Staffing::skills));
    }

    /** It breaks ties only and may be a minute old. */
    public Occupancies occupancies(Instant now) {
        return new Occupancies(
                now,
                Sql.on(
                                entities,
                                """
                        select l.advisor, cast(sum(extract(epoch from least(coalesce(l.ended_at, :now), :now) - l.connected_at))
                            / greatest(extract(epoch from cast(:now as timestamptz) - min(l.connected_at)), 1) as double precision)
                            as occupancy
                        from leg l where l.connected_at >= :midnight and l.connected_at < :now group by l.advisor
                        """)
                        .set("now", now)
                        .set(
                                "midnight",
                                LocalDay.of(now, installation.timeZone()).start())
                        .list(row -> Map.entry(row.text("advisor"), Math.min(1.0, row.decimal("occupancy"))))
                        .stream()
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** When the shift ends that the advisor is working by the roster; empty outside of any. */
    public Optional<Instant> shiftEnd(String username, Instant now) {
        ZoneId zone = installation.timeZone();
        LocalDate today = LocalDay.of(now, zone).date();
        return roster.dutiesOf(username, today.minusDays(1), today).stream()
                .map(duty -> duty.span(zone))
                .filter(span -> span.contains(now))
                .map(TimeSpan::to)
                .findFirst();
    }

    private static List<OpenMail> mails(String list) {
        return list == null
                ? List.of()
                : Arrays.stream(list.split(",", -1))
                        .map(mail -> mail.split("/", -1))
                        .map(mail -> new OpenMail(ContactId.of(mail[0]), Integer.parseInt(mail[1])))
                        .toList();
    }

    private static Skills skills(String list) {
        return new Skills(
                list.isEmpty()
                        ? List.of()
                        : Arrays.stream(list.split(",", -1))
                                .map(Staffing::skill)
                                .toList());
    }

    private static Skill skill(String text) {
        String[] parts = text.split("/", FIELDS);
        return new Skill(
                Kind.valueOf(parts[0]), parts[1], Integer.parseInt(parts[2]), instant(parts[3]), instant(parts[4]));
    }

    private static Instant instant(String millis) {
        return "null".equals(millis) ? null : Instant.ofEpochMilli(Long.parseLong(millis));
    }
}
