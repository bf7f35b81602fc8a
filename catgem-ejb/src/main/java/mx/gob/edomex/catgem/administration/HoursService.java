package mx.gob.edomex.catgem.administration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mx.gob.edomex.catgem.channel.EntryPoints;
import mx.gob.edomex.catgem.channel.OpeningHours;
import mx.gob.edomex.catgem.channel.OpeningHours.Span;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.shared.Sql;

/** Hours of the entry points, days with hours of their own, and holidays: looked at, tried, and changed. */
@Stateless
@RolesAllowed(Roles.SUPERVISOR)
public class HoursService {

    private static final int LONGEST_NOTE = 120;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    EntryPoints entryPoints;

    @Inject
    Installation installation;

    @Inject
    AdministrationLog log;

    @Inject
    Clock clock;

    /** What a change would do at once. */
    public record Effect(boolean openNow, boolean openThen, Instant opensThen, int waiting) {}

    /** A day of the state's calendar. */
    public record Holiday(LocalDate day, String nameEs, String nameEn) {}

    public List<HoursCard> list(Language reader) {
        String name = reader == Language.EN ? "name_en" : "name_es";
        return Sql.on(
                        entities,
                        "select p.code, p." + name
                                + " as name, p.channel, (select count(*) from contact c where c.entry_point = p.code"
                                + " and c.state = 'QUEUED' and c.closed_at is null) as waiting"
                                + " from entry_point p order by p.channel <> 'PHONE', p.channel, p.code")
                .list(row -> {
                    String code = row.text("code");
                    OpeningHours hours = entryPoints.hours(code);
                    boolean open = hours.isOpen(clock.instant());
                    return new HoursCard(
                            code,
                            row.text("name"),
                            row.text("channel"),
                            form(code),
                            exceptions(code),
                            open,
                            open ? null : hours.opensAt(clock.instant()).orElse(null),
                            row.number("waiting"));
                });
    }

    public HoursForm form(String code) {
        Map<DayOfWeek, String> week = new EnumMap<>(DayOfWeek.class);
        Sql.on(
                        entities,
                        """
                        select weekday, string_agg(to_char(opens, 'HH24:MI') || '-'
                                 || case when closes = '00:00' then '24:00' else to_char(closes, 'HH24:MI') end,
                                 ', ' order by opens) as line
                        from opening_week where entry_point = :code group by weekday
                        """)
                .set("code", code)
                .list(row -> Map.entry(DayOfWeek.of(row.number("weekday")), row.text("line")))
                .forEach(one -> week.put(one.getKey(), one.getValue()));
        return Sql.on(entities, "select always_open, keeps_holidays from entry_point where code = :code")
                .set("code", code)
                .first(row -> new HoursForm(row.flag("always_open"), row.flag("keeps_holidays"), week))
                .orElseThrow(HoursRefused::new);
    }

    /**
     * What the hours would do if they were saved now: whether it is open then, and who waits meanwhile.
     *
     * @throws HoursRefused when they cannot be read
     */
    public Effect effect(String code, HoursForm typed) {
        OpeningHours now = entryPoints.hours(code);
        OpeningHours then = new OpeningHours(
                typed.alwaysOpen() ? OpeningHours.always(now.zone()).week() : WeekText.read(typed.week()),
                typed.keepsHolidays() ? holidayDays() : Set.of(),
                now.exceptions(),
                now.zone());
        Instant moment = clock.instant();
        boolean open = then.isOpen(moment);
        return new Effect(
                now.isOpen(moment), open, open ? null : then.opensAt(moment).orElse(null), waiting(code));
    }

    /**
     * @param seen mark of the hours as the caller read them
     * @throws ChangedMeanwhile when they are others by now
     * @throws HoursRefused when they cannot be read, or none is left of a week that is not always open
     */
    public void save(String code, String seen, HoursForm typed) {
        Sql.on(entities, "select 1 from entry_point where code = :code for update")
                .set("code", code)
                .exists();
        HoursForm before = form(code);
        if (!before.mark().equals(seen)) {
            throw new ChangedMeanwhile();
        }
        Map<DayOfWeek, List<Span>> week = WeekText.read(typed.week());
        if (!typed.alwaysOpen() && week.isEmpty()) {
            throw new HoursRefused();
        }
        Sql.on(entities, "update entry_point set always_open = :always, keeps_holidays = :holidays where code = :code")
                .set("always", typed.alwaysOpen())
                .set("holidays", typed.keepsHolidays())
                .set("code", code)
                .update();
        Sql.on(entities, "delete from opening_week where entry_point = :code")
                .set("code", code)
                .update();
        week.forEach((day, spans) -> spans.forEach(span -> Sql.on(
                        entities,
                        """
                        insert into opening_week (entry_point, weekday, opens, closes)
                        values (:code, :day, cast(:opens as time), cast(:closes as time))
                        """)
                .set("code", code)
                .set("day", day.getValue())
                .set("opens", span.opens().toString())
                .set("closes", span.closes().toString())
                .update()));
        log.changed(
                "ADMIN_HOURS_CHANGED",
                Refs.of("item", code)
                        .changed("alwaysOpen", "" + before.alwaysOpen(), "" + typed.alwaysOpen())
                        .changed("keepsHolidays", "" + before.keepsHolidays(), "" + typed.keepsHolidays())
                        .changed("hours", WeekText.codes(WeekText.read(before.week())), WeekText.codes(week)));
    }

    /**
     * Gives one day hours of its own, or closes it.
     *
     * @param hours as in {@code 09:00-14:00}; empty: closed
     * @throws ExceptionRefused when the day is past or the reason is missing
     * @throws HoursRefused when the hours cannot be read
     */
    public void except(String code, String day, String hours, String note) {
        LocalDate date = day(day);
        String why = note == null ? "" : note.strip();
        if (date == null || date.isBefore(today()) || why.isEmpty() || why.length() > LONGEST_NOTE) {
            throw new ExceptionRefused();
        }
        Span span = hours == null || hours.isBlank() ? null : WeekText.span(hours.strip());
        int stored = Sql.on(
                        entities,
                        """
                        insert into opening_exception (entry_point, day, opens, closes, note)
                        select code, cast(:day as date), cast(:opens as time), cast(:closes as time), :note
                        from entry_point where code = :code
                        on conflict (entry_point, day) do update set opens = excluded.opens, closes = excluded.closes,
                          note = excluded.note
                        """)
                .set("code", code)
                .set("day", date.toString())
                .set("opens", span == null ? null : span.opens().toString())
                .set("closes", span == null ? null : span.closes().toString())
                .set("note", why)
                .update();
        if (stored == 0) {
            throw new ExceptionRefused();
        }
        log.changed(
                "ADMIN_EXCEPTION_SET",
                Refs.of("item", code)
                        .with("day", date.toString())
                        .with("hours", span == null ? "CLOSED" : span.opens() + "-" + span.closes()));
    }

    public void removeException(String code, String day) {
        int removed = Sql.on(
                        entities,
                        "delete from opening_exception where entry_point = :code and cast(day as text) = :day")
                .set("code", code)
                .set("day", day)
                .update();
        if (removed > 0) {
            log.changed("ADMIN_EXCEPTION_REMOVED", Refs.of("item", code).with("day", day));
        }
    }

    public List<Holiday> holidays() {
        return Sql.on(entities, "select cast(day as text) as day, name_es, name_en from holiday order by day")
                .list(row -> new Holiday(LocalDate.parse(row.text("day")), row.text("name_es"), row.text("name_en")));
    }

    /** @throws HolidayRefused when day or a name is missing */
    public void addHoliday(String day, String nameEs, String nameEn) {
        LocalDate date = day(day);
        if (date == null || !isName(nameEs) || !isName(nameEn)) {
            throw new HolidayRefused();
        }
        Sql.on(
                        entities,
                        """
                        insert into holiday (day, name_es, name_en) values (cast(:day as date), :es, :en)
                        on conflict (day) do update set name_es = excluded.name_es, name_en = excluded.name_en
                        """)
                .set("day", date.toString())
                .set("es", nameEs.strip())
                .set("en", nameEn.strip())
                .update();
        log.changed("ADMIN_HOLIDAY_SET", Refs.of("item", date.toString()));
    }

    public void removeHoliday(String day) {
        int removed = Sql.on(entities, "delete from holiday where cast(day as text) = :day")
                .set("day", day)
                .update();
        if (removed > 0) {
            log.changed("ADMIN_HOLIDAY_REMOVED", Refs.of("item", day));
        }
    }

    private List<HoursCard.ExceptionLine> exceptions(String code) {
        return Sql.on(
                        entities,
                        """
                        select cast(day as text) as day, coalesce(to_char(opens, 'HH24:MI') || '-' || to_char(closes, 'HH24:MI'), '')
                               as hours, note
                        from opening_exception where entry_point = :code order by day
                        """)
                .set("code", code)
                .list(row -> {
                    LocalDate day = LocalDate.parse(row.text("day"));
                    return new HoursCard.ExceptionLine(day, row.text("hours"), row.text("note"), day.isBefore(today()));
                });
    }

    private int waiting(String code) {
        return Sql.on(
                        entities,
                        """
                        select count(*) as n from contact where entry_point = :code and state = 'QUEUED' and closed_at is null
                        """)
                .set("code", code)
                .first(row -> row.number("n"))
                .orElse(0);
    }

    private Set<LocalDate> holidayDays() {
        return holidays().stream().map(Holiday::day).collect(java.util.stream.Collectors.toSet());
    }

    private static boolean isName(String text) {
        return text != null && !text.isBlank() && text.strip().length() <= LONGEST_NOTE;
    }

    private LocalDate today() {
        return LocalDay.of(clock.instant(), installation.timeZone()).date();
    }

    private static LocalDate day(String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
