package mx.gob.edomex.catgem.administration;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.channel.OpeningHours.Span;

/** The hours of a week as people type them, a line a day: {@code 08:00-14:00, 15:00-20:00}; an empty line is closed. */
final class WeekText {

    private static final Pattern SPAN = Pattern.compile("(\\d{1,2}:\\d{2})\\s*[-–]\\s*(\\d{1,2}:\\d{2})");

    private WeekText() {}

    /**
     * @param lines by day; a missing one is closed
     * @throws HoursRefused when a line is no hours, or two of one day overlap
     */
    static Map<DayOfWeek, List<Span>> read(Map<DayOfWeek, String> lines) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Span> spans = spans(lines.getOrDefault(day, ""));
            if (!spans.isEmpty()) {
                week.put(day, spans);
            }
        }
        return week;
    }

    private static List<Span> spans(String line) {
        List<Span> spans = new ArrayList<>();
        for (String part : line.strip().split("\\s*[,;]\\s*")) {
            if (!part.isBlank()) {
                spans.add(span(part.strip()));
            }
        }
        spans.sort(Comparator.comparing(Span::opens));
        for (int i = 1; i < spans.size(); i++) {
            Span before = spans.get(i - 1);
            boolean overMidnight = !before.closes().isAfter(before.opens());
            if (overMidnight || spans.get(i).opens().isBefore(before.closes())) {
                throw new HoursRefused();
            }
        }
        return spans;
    }

    static Span span(String text) {
        Matcher span = SPAN.matcher(text);
        if (!span.matches()) {
            throw new HoursRefused();
        }
        return new Span(time(span.group(1)), time(span.group(2)));
    }

    /** Midnight at the end of a day is written 24:00 by many. */
    private static LocalTime time(String text) {
        try {
            return "24:00".equals(text) ? LocalTime.MIDNIGHT : LocalTime.parse(text.length() == 4 ? "0" + text : text);
        } catch (DateTimeException e) {
            throw new HoursRefused();
        }
    }

    static String write(List<Span> spans) {
        return spans.stream()
                .map(span -> span.opens() + "-" + (span.closes().equals(LocalTime.MIDNIGHT) ? "24:00" : span.closes()))
                .collect(Collectors.joining(", "));
    }

    /** As the ledger takes it. */
    static List<String> codes(Map<DayOfWeek, List<Span>> week) {
        return week.entrySet().stream()
                .flatMap(day -> day.getValue().stream()
                        .map(span -> (day.getKey().name().substring(0, 3) + "." + span.opens() + "-" + span.closes())
                                .replace(":", "")))
                .toList();
    }
}
