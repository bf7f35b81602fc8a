package mx.gob.edomex.catgem.administration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.workforce.Skills;
import mx.gob.edomex.catgem.workforce.Skills.Kind;

/** Advisors by skill: the levels of many people seen and changed together, and until when a skill counts. */
@Stateless
@RolesAllowed(Roles.SUPERVISOR)
public class SkillMatrix {

    /** Lines of one page: a form of more fields than a thousand is refused by the server. */
    public static final int PAGE = 30;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    CurrentStaff staff;

    @Inject
    EventLedger ledger;

    @Inject
    Clock clock;

    /**
     * One advisor.
     *
     * @param levels by code, 1 to 5; who lacks the skill has none
     * @param mark names these levels for {@link #save}
     */
    public record Line(String username, String name, Map<String, Integer> levels, String mark) {}

    /** @param total lines there are on all pages */
    public record Sheet(List<String> codes, List<Line> lines, int total) {}

    /** A skill that does not count for ever. */
    public record Limited(String username, String name, Kind kind, String code, LocalDate from, LocalDate until) {}

    /**
     * @param text part of the name or user name, or empty
     * @param page from 0
     */
    public Sheet read(Kind kind, String text, int page) {
        List<Line> all = Sql.on(
                        entities,
                        """
                        select a.username, u.display_name,
                          (select string_agg(s.code || '=' || s.level, ',') from advisor_skill s
                           where s.username = a.username and s.kind = :kind) as levels
                        from advisor a join app_user u using (username)
                        join user_role r on r.username = a.username and r.role = 'advisor'
                        where u.enabled and (:text = '' or search_fold(u.display_name || ' ' || a.username)
                          like '%' || search_fold(:text) || '%')
                        order by a.username
                        """)
                .set("kind", kind)
                .set("text", text == null ? "" : text.strip())
                .list(row -> line(row.text("username"), row.text("display_name"), levels(row.text("levels"))));
        return new Sheet(
                codes(kind), all.stream().skip((long) page * PAGE).limit(PAGE).toList(), all.size());
    }

    private List<String> codes(Kind kind) {
        return switch (kind) {
            case CHANNEL -> Arrays.stream(Channel.values()).map(Enum::name).toList();
            case LANGUAGE -> Arrays.stream(Language.values()).map(Enum::name).toList();
            case TOPIC ->
                Sql.on(entities, "select code from topic where active order by code <> 'GENERAL', code")
                        .list(row -> row.text("code"));
        };
    }

    /**
     * Saves all or nothing.
     *
     * @param wanted by user name and code; 0 takes the skill away, and codes that are missing stay as they are
     * @param seen marks of the lines as the caller read them
     * @return how many advisors were changed
     * @throws ChangedMeanwhile when somebody else changed one of them since
     * @throws SkillsMissing when one would be left without any skill of the kind
     * @throws LevelNotValid when a level is not from 0 to 5, or the skill is unknown
     */
    public int save(Kind kind, Map<String, Map<String, Integer>> wanted, Map<String, String> seen) {
        List<String> codes = codes(kind);
        int changed = 0;
        for (Map.Entry<String, Map<String, Integer>> one : new TreeMap<>(wanted).entrySet()) {
            Map<String, Integer> before = locked(kind, one.getKey());
            Map<String, Integer> after = new TreeMap<>(before);
            one.getValue().forEach((code, level) -> {
                if (level < 0 || level > Skills.EXPERT || !codes.contains(code)) {
                    throw new LevelNotValid();
                }
                after.put(code, level);
            });
            after.values().removeIf(level -> level == 0);
            if (!after.equals(before)) {
                if (!Mark.of(before).equals(seen.get(one.getKey()))) {
                    throw new ChangedMeanwhile();
                }
                if (after.isEmpty()) {
                    throw new SkillsMissing();
                }
                write(kind, one.getKey(), before, after);
                changed++;
            }
        }
        return changed;
    }

    private Map<String, Integer> locked(Kind kind, String username) {
        if (!Sql.on(entities, "select username from advisor where username = :username for update")
                .set("username", username)
                .exists()) {
            throw new AccountUnknown();
        }
        return levels(Sql.on(
                        entities,
                        """
                        select coalesce(string_agg(code || '=' || level, ','), '') as levels from advisor_skill
                        where username = :username and kind = :kind
                        """)
                .set("username", username)
                .set("kind", kind)
                .first(row -> row.text("levels"))
                .orElse(""));
    }

    private void write(Kind kind, String username, Map<String, Integer> before, Map<String, Integer> after) {
        Refs refs = Refs.of("account", username);
        Map<String, Integer> all = new TreeMap<>(before);
        all.putAll(after);
        all.keySet().forEach(code -> {
            int was = before.getOrDefault(code, 0);
            int is = after.getOrDefault(code, 0);
            refs.changed("skill." + kind + "." + code, Integer.toString(was), Integer.toString(is));
            if (is == 0) {
                Sql.on(
                                entities,
                                "delete from advisor_skill where username = :username and kind = :kind and code = :code")
                        .set("username", username)
                        .set("kind", kind)
                        .set("code", code)
                        .update();
            } else if (is != was) {
                Sql.on(
                                entities,
                                """
                                insert into advisor_skill (username, kind, code, level)
                                values (:username, :kind, :code, :level)
                                on conflict (username, kind, code) do update set level = excluded.level
                                """)
                        .set("username", username)
                        .set("kind", kind)
                        .set("code", code)
                        .set("level", is)
                        .update();
            }
        });
        record("ADMIN_SKILLS_CHANGED", refs);
    }

    /** Skills that begin or end some day, the first to end first. */
    public List<Limited> limited() {
        return Sql.on(
                        entities,
                        """
                        select s.username, u.display_name, s.kind, s.code,
                          to_char(s.valid_from at time zone i.time_zone, 'YYYY-MM-DD') as valid_from,
                          to_char(s.valid_until at time zone i.time_zone - interval '1 second', 'YYYY-MM-DD') as valid_until
                        from advisor_skill s join app_user u using (username) cross join installation i
                        where u.enabled and (s.valid_from is not null or s.valid_until is not null)
                        order by s.valid_until nulls last, s.username, s.kind, s.code
                        """)
                .list(row -> new Limited(
                        row.text("username"),
                        row.text("display_name"),
                        row.constant("kind", Kind.class),
                        row.text("code"),
                        day(row.text("valid_from")),
                        day(row.text("valid_until"))));
    }

    /**
     * From the beginning of the one day to the end of the other, in the centre's time zone; null: always, or for ever.
     *
     * @throws ValidityNotValid when the first day comes after the last one
     * @throws ChangedMeanwhile when the advisor has no such skill
     */
    public void limit(String username, Kind kind, String code, LocalDate from, LocalDate until) {
        if (from != null && until != null && until.isBefore(from)) {
            throw new ValidityNotValid();
        }
        int changed = Sql.on(
                        entities,
                        """
                        update advisor_skill set
                          valid_from = cast(cast(:from as date) as timestamp) at time zone (select time_zone from installation),
                          valid_until = cast(cast(:until as date) + 1 as timestamp)
                                        at time zone (select time_zone from installation)
                        where username = :username and kind = :kind and code = :code
                        """)
                .set("from", text(from))
                .set("until", text(until))
                .set("username", username)
                .set("kind", kind)
                .set("code", code)
                .update();
        if (changed == 0) {
            throw new ChangedMeanwhile();
        }
        record(
                "ADMIN_SKILL_LIMITED",
                Refs.of("account", username)
                        .with("skill", kind + ":" + code)
                        .with("validFrom", from == null ? "-" : text(from))
                        .with("validUntil", until == null ? "-" : text(until)));
    }

    private void record(String code, Refs refs) {
        ledger.system(
                code, new Actor(staff.username(), Roles.SUPERVISOR, Source.SCREEN), clock.instant(), null, refs.map());
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static Line line(String username, String name, Map<String, Integer> levels) {
        return new Line(username, name, new LinkedHashMap<>(levels), Mark.of(levels));
    }

    private static Map<String, Integer> levels(String list) {
        Map<String, Integer> levels = new TreeMap<>();
        if (list != null && !list.isEmpty()) {
            for (String one : list.split(",", -1)) {
                String[] parts = one.split("=", 2);
                levels.put(parts[0], Integer.valueOf(parts[1]));
            }
        }
        return levels;
    }
}
