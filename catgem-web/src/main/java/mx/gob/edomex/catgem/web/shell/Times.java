package mx.gob.edomex.catgem.web.shell;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import mx.gob.edomex.catgem.shared.Installation;

/** Times and spans in words: stored in UTC, read in the centre's own time zone. */
@Named
@ApplicationScoped
public class Times {
    @Inject
    Installation installation;

    @Inject
    Clock clock;

    private ZoneId zone;

    @PostConstruct
    void read() {
        zone = installation.timeZone();
    }

    /** For clocks that run in the page; empty when there is nothing to count from. */
    public String millis(Instant instant) {
        return instant == null ? "" : Long.toString(instant.toEpochMilli());
    }

    /** Hour and minute, with the day before it when it is not today. */
    public String brief(Instant instant) {
        if (instant == null) {
            return "";
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        boolean sameDay = LocalDate.ofInstant(instant, zone).equals(today);
        return format(instant, sameDay ? "HH:mm" : "dd/MM HH:mm");
    }

    public String full(Instant instant) {
        return instant == null ? "" : format(instant, "dd/MM/yyyy HH:mm:ss");
    }

    /** A day without a time. */
    public String day(LocalDate date) {
        return date == null
                ? ""
                : DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT).format(date);
    }

    /** Minutes and seconds between the two, as in 1:05; empty when one is missing. */
    public String between(Instant from, Instant to) {
        return from == null || to == null ? "" : span(Duration.between(from, to).toSeconds());
    }

    /** @param seconds null shows a dash: there is nothing to average yet */
    public String span(Number seconds) {
        if (seconds == null) {
            return "–";
        }
        long all = Math.max(0, seconds.longValue());
        return all < 3600
                ? String.format(Locale.ROOT, "%d:%02d", all / 60, all % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", all / 3600, all / 60 % 60, all % 60);
    }

    /** A file's size as people say it. */
    public String size(int bytes) {
        return bytes < 1024 * 1024
                ? Math.max(1, bytes / 1024) + " kB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1024.0 / 1024.0);
    }

    private String format(Instant instant, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(instant.atZone(zone));
    }
}
