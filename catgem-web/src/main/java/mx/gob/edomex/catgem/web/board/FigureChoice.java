package mx.gob.edomex.catgem.web.board;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.report.Cut;
import mx.gob.edomex.catgem.report.Grouping;
import mx.gob.edomex.catgem.report.Window;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.LocalDay;

/** Which figures the page's address asks for. What cannot be read is today, and the page says so. */
@Named("chosen")
@RequestScoped
public class FigureChoice {

    static final Duration NOW = Duration.ofMinutes(30);
    static final int MOST_DAYS = 400;
    private static final int MOST_DAYS_BY_INTERVAL = 62;
    private static final List<String> PERIODS = List.of("now", "today", "yesterday", "week", "month", "days");

    @Inject
    HttpServletRequest request;

    @Inject
    Installation installation;

    @Inject
    Clock clock;

    private Instant now;
    private ZoneId zone;
    private String period;
    private Window window;
    private Grouping grouping;
    private boolean misread;

    @PostConstruct
    void read() {
        now = clock.instant();
        zone = installation.timeZone();
        period = PERIODS.contains(text("period")) ? text("period") : "today";
        try {
            window = exact() ? new Window(Instant.parse(text("from")), Instant.parse(text("to"))) : named();
            misread = window.length().toDays() > MOST_DAYS;
        } catch (DateTimeException | IllegalArgumentException e) {
            misread = true;
        }
        if (misread) {
            period = "today";
            window = today();
        }
        grouping = Arrays.stream(Grouping.values())
                .filter(one -> one.name().equals(text("by")))
                .findFirst()
                .orElse(window.length().compareTo(Duration.ofDays(2)) > 0 ? Grouping.DAY : Grouping.HOUR);
        if (grouping.isInterval() && window.length().toDays() > MOST_DAYS_BY_INTERVAL) {
            grouping = Grouping.DAY;
        }
    }

    /** An address with instants names a window for ever; one with days is what people type. */
    private boolean exact() {
        return text("from").contains("T");
    }

    private Window named() {
        LocalDate day = LocalDay.of(now, zone).date();
        return switch (period) {
            case "now" -> Window.last(NOW, now);
            case "yesterday" -> Window.days(day.minusDays(1), day.minusDays(1), zone);
            case "week" -> Window.days(day.minusDays(6), day, zone);
            case "month" -> Window.days(day.withDayOfMonth(1), day, zone);
            case "days" -> Window.days(LocalDate.parse(text("from")), LocalDate.parse(text("to")), zone);
            default -> today();
        };
    }

    private Window today() {
        LocalDate day = LocalDay.of(now, zone).date();
        return Window.days(day, day, zone);
    }

    public Window getWindow() {
        return window;
    }

    public Cut getCut() {
        return new Cut(
                orNull("channel"),
                orNull("entryPoint"),
                orNull("topic"),
                orNull("language"),
                orNull("priority"),
                orNull("advisor"));
    }

    public Grouping getGrouping() {
        return grouping;
    }

    public String getPeriod() {
        return exact() && !misread ? "days" : period;
    }

    /** First day, for a date field. */
    public String getFirstDay() {
        return LocalDate.ofInstant(window.from(), zone).toString();
    }

    /** Last day, included. */
    public String getLastDay() {
        return LocalDate.ofInstant(window.to().minusNanos(1), zone).toString();
    }

    /** Whether the address asked for a period that could not be understood. */
    public boolean isMisread() {
        return misread;
    }

    public String getTopic() {
        return text("topic");
    }

    public String getChannel() {
        return text("channel");
    }

    /** The same contacts for ever: window and filters as an address takes them. */
    public String getQuery() {
        return query(window, getCut());
    }

    static String query(Window window, Cut cut) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("from", window.from().toString());
        parts.put("to", window.to().toString());
        parts.put("channel", cut.channel());
        parts.put("entryPoint", cut.entryPoint());
        parts.put("topic", cut.topic());
        parts.put("language", cut.language());
        parts.put("priority", cut.priority());
        parts.put("advisor", cut.advisor());
        return parts.entrySet().stream()
                .filter(part -> part.getValue() != null)
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private String orNull(String name) {
        return text(name).isEmpty() ? null : text(name);
    }

    private String text(String name) {
        String value = request.getParameter(name);
        return value == null || value.length() > 100 ? "" : value.strip();
    }
}
