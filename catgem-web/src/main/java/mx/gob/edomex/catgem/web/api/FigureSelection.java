package mx.gob.edomex.catgem.web.api;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.report.Cut;
import mx.gob.edomex.catgem.report.Grouping;
import mx.gob.edomex.catgem.report.Window;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.LocalDay;

/** The query of {@code GET /figures}; without a window it is about today, as the centre counts days. */
record FigureSelection(Window window, Cut cut, Grouping grouping) {

    static final Set<String> PARAMETERS =
            Set.of("from", "to", "by", "channel", "entryPoint", "topic", "language", "priority", "advisor");
    static final int MOST_DAYS = 400;
    /** Lines of a quarter of an hour would otherwise be tens of thousands. */
    static final int MOST_DAYS_BY_INTERVAL = 62;

    /** @throws Refusal when a parameter is unknown or wrong */
    static FigureSelection read(MultivaluedMap<String, String> parameters, Instant now, ZoneId zone) {
        QueryReader query = new QueryReader(parameters, PARAMETERS);
        Instant from = query.instant("from");
        Instant to = query.instant("to");
        Grouping by = query.choice("by", Grouping.class);
        Grouping grouping = by == null ? Grouping.NONE : by;
        Cut cut = new Cut(
                name(query.choice("channel", Channel.class)),
                query.text("entryPoint"),
                query.text("topic"),
                name(query.choice("language", Language.class)),
                name(query.choice("priority", Priority.class)),
                query.text("advisor"));
        query.requireSound();
        LocalDay today = LocalDay.of(now, zone);
        Instant begin = from == null ? today.start() : from;
        Instant end = to == null ? today.end() : to;
        int most = grouping.isInterval() ? MOST_DAYS_BY_INTERVAL : MOST_DAYS;
        if (!begin.isBefore(end)) {
            throw Refusal.invalid(FieldFault.of("to", "order"));
        } else if (Duration.between(begin, end).compareTo(Duration.ofDays(most)) > 0) {
            throw Refusal.invalid(FieldFault.of("to", "span", most));
        }
        return new FigureSelection(new Window(begin, end), cut, grouping);
    }

    boolean isAboutPeople() {
        return grouping == Grouping.ADVISOR || cut.advisor() != null;
    }

    private static String name(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
