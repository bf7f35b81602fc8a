package mx.gob.edomex.catgem.report;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.shared.Sql;

/** Counts over the read model as of one moment; whoever may ask is the business of its callers. */
final class Counting {

    /** Below this many answered surveys a satisfaction is not shown, unless the setting says otherwise. */
    private static final int MINIMUM_ANSWERS = 30;

    private static final String COLUMNS = Arrays.stream(Measure.values())
            .filter(measure -> !measure.isShare())
            .map(Measure::columns)
            .collect(Collectors.joining(", "));

    private final EntityManager entities;
    private final ZoneId zone;
    private final Instant now;

    Counting(EntityManager entities, ZoneId zone, Instant now) {
        this.entities = entities;
        this.zone = zone;
        this.now = now;
    }

    FigureTable table(Window window, Cut cut, Grouping grouping) {
        int minimum = minimumAnswers();
        String key = grouping == Grouping.NONE ? "" : " group by 1";
        String text = "select " + grouping.key() + " as key, " + COLUMNS + " from contact_fact f where "
                + condition(cut) + key;
        Map<String, Map<Measure, Figure>> lines = new TreeMap<>();
        bound(text, window, cut)
                .list(row -> Map.entry(row.text("key"), figures(row, minimum)))
                .forEach(line -> lines.put(line.getKey(), line.getValue()));
        new StaffTime(entities, zone, now)
                .occupancy(window, cut, grouping)
                .forEach((one, figure) ->
                        lines.computeIfAbsent(one, unseen -> nothing()).put(Measure.OCCUPANCY, figure));
        return new FigureTable(
                window,
                cut,
                grouping,
                now,
                upTo(),
                lines.entrySet().stream()
                        .map(line -> new FigureTable.Line(line.getKey(), line.getValue()))
                        .toList());
    }

    /** A key under which advisors were there and no contact came. */
    private static Map<Measure, Figure> nothing() {
        Map<Measure, Figure> figures = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            figures.put(measure, Figure.of(measure, 0, null, 0));
        }
        return figures;
    }

    FigureContacts contacts(Measure measure, FigureContacts.Part part, Window window, Cut cut, int page) {
        String which = measure.population()
                + switch (part) {
                    case ALL -> "";
                    case COUNTED -> " and coalesce(" + verdict(measure) + ", false)";
                    case NOT_COUNTED -> " and not coalesce(" + verdict(measure) + ", false)";
                };
        String from =
                " from contact_fact f join contact c on c.id = f.contact_id where " + condition(cut) + " and " + which;
        int total = bound("select count(*) as n" + from, window, cut)
                .first(row -> row.number("n"))
                .orElse(0);
        List<FigureContacts.Line> lines = bound(
                        "select c.folio, f.channel, f.topic, f.advisor, f.queued_at, f.ended_as, f.outcome, "
                                + (measure.isTime() ? measure.part() : "cast(null as double precision)")
                                + " as seconds, "
                                + (measure.isRate() ? "coalesce(" + verdict(measure) + ", false)" : "true")
                                + " as counted" + from
                                + " order by f.queued_at desc, f.contact_id limit :size offset :skip",
                        window,
                        cut)
                .set("size", FigureContacts.PAGE)
                .set("skip", page * FigureContacts.PAGE)
                .list(row -> new FigureContacts.Line(
                        row.text("folio"),
                        row.text("channel"),
                        row.text("topic"),
                        row.text("advisor"),
                        row.instant("queued_at"),
                        row.text("ended_as"),
                        row.text("outcome"),
                        row.decimalOrNull("seconds"),
                        row.flag("counted")));
        return new FigureContacts(measure, part, window, cut, page, total, lines);
    }

    UpdateFigure updates(Window window) {
        return Sql.on(
                        entities,
                        """
                        select count(*) as n, count(published_at) as published,
                               count(*) filter (where published_at - registered_at <= interval '2 minutes') as in_time,
                               count(*) filter (where published_at is null
                                 and cast(:now as timestamptz) - registered_at > interval '2 minutes') as open_late,
                               cast(avg(extract(epoch from published_at - registered_at)) as double precision) as mean
                        from update_fact where registered_at >= :from and registered_at < :to
                        """)
                .set("from", window.from())
                .set("to", window.to())
                .set("now", now)
                .first(row -> new UpdateFigure(
                        row.number("n"),
                        row.number("published"),
                        row.number("in_time"),
                        row.number("open_late"),
                        row.decimalOrNull("mean")))
                .orElseThrow();
    }

    /** Up to when the ledger has been taken in. */
    Instant upTo() {
        return Sql.on(entities, "select updated_at from projection where name = 'FIGURES'")
                .first(row -> row.instant("updated_at"))
                .orElseThrow();
    }

    private static String verdict(Measure measure) {
        return measure.isRate() ? measure.part() : "true";
    }

    private static Map<Measure, Figure> figures(Sql.Row row, int minimum) {
        Map<Measure, Figure> figures = nothing();
        for (Measure measure : Measure.values()) {
            if (measure.isShare()) {
                continue;
            }
            int needed = measure == Measure.SATISFACTION || measure == Measure.SATISFACTION_BY_MAIL ? minimum : 1;
            figures.put(
                    measure,
                    Figure.of(
                            measure,
                            row.big(measure.populationColumn()),
                            row.decimalOrNull(measure.valueColumn()),
                            needed));
        }
        return figures;
    }

    private static String condition(Cut cut) {
        StringBuilder text = new StringBuilder("f.queued_at >= :from and f.queued_at < :to");
        dimensions(cut)
                .forEach((column, value) ->
                        text.append(" and f.").append(column).append(" = :").append(column));
        return text.toString();
    }

    private Sql bound(String text, Window window, Cut cut) {
        Sql sql = Sql.on(entities, text).set("from", window.from()).set("to", window.to());
        if (text.contains(":now")) {
            sql.set("now", now);
        }
        if (text.contains(":zone")) {
            sql.set("zone", zone.getId());
        }
        dimensions(cut).forEach(sql::set);
        return sql;
    }

    private static Map<String, String> dimensions(Cut cut) {
        Map<String, String> set = new LinkedHashMap<>();
        set.put("channel", cut.channel());
        set.put("entry_point", cut.entryPoint());
        set.put("topic", cut.topic());
        set.put("language", cut.language());
        set.put("priority", cut.priority());
        set.put("advisor", cut.advisor());
        set.values().removeIf(value -> value == null || value.isBlank());
        return set;
    }

    private int minimumAnswers() {
        return Sql.on(entities, "select value from setting where name = 'survey.minimum-answers'")
                .first(row -> Integer.parseInt(row.text("value")))
                .orElse(MINIMUM_ANSWERS);
    }
}
