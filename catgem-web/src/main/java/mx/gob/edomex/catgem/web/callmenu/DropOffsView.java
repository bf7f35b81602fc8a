package mx.gob.edomex.catgem.web.callmenu;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import mx.gob.edomex.catgem.channel.phone.flow.DropOffs;
import mx.gob.edomex.catgem.rules.FlowPublication;
import mx.gob.edomex.catgem.rules.RuleVersion;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.web.shell.Parameters;

/** Where calls leave a version of the menu, over some days; the last week and the version in force unless others are chosen. */
@Named
@RequestScoped
public class DropOffsView {

    private static final int DAYS = 7;

    @Inject
    HttpServletRequest request;

    @Inject
    DropOffs dropOffs;

    @Inject
    FlowPublication publication;

    @Inject
    Installation installation;

    @Inject
    Clock clock;

    private List<RuleVersion> versions;
    private List<DropOffs.Line> lines;
    private DropOffs.Total total;
    private int version;
    private LocalDate first;
    private LocalDate last;
    private boolean misread;

    @PostConstruct
    void read() {
        versions = publication.versions();
        int asked = MenuForm.parsed(Parameters.text(request, "version"));
        version = versions.stream()
                .filter(one -> one.version() == asked)
                .findFirst()
                .or(() -> versions.stream().filter(RuleVersion::inForce).findFirst())
                .orElse(versions.get(0))
                .version();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone());
        last = day("to", today);
        first = day("from", last.minusDays(DAYS - 1));
        if (first.isAfter(last)) {
            misread = true;
            first = last;
        }
    }

    private LocalDate day(String name, LocalDate otherwise) {
        String text = Parameters.text(request, name);
        try {
            return text.isEmpty() ? otherwise : LocalDate.parse(text);
        } catch (DateTimeException e) {
            misread = true;
            return otherwise;
        }
    }

    public List<RuleVersion> getVersions() {
        return versions;
    }

    public int getVersion() {
        return version;
    }

    public LocalDate getFirst() {
        return first;
    }

    public LocalDate getLast() {
        return last;
    }

    /** Whether a day was asked for that is none, or an end before the beginning. */
    public boolean isMisread() {
        return misread;
    }

    public Instant getFrom() {
        return first.atStartOfDay(zone()).toInstant();
    }

    /** Excluded. */
    public Instant getTo() {
        return last.plusDays(1).atStartOfDay(zone()).toInstant();
    }

    public String getQuery() {
        return "version=" + version + "&from=" + first + "&to=" + last;
    }

    public List<DropOffs.Line> getLines() {
        if (lines == null) {
            lines = dropOffs.of(version, getFrom(), getTo());
        }
        return lines;
    }

    public DropOffs.Total getTotal() {
        if (total == null) {
            total = dropOffs.total(version, getFrom(), getTo());
        }
        return total;
    }

    /** {@code 12 (8.3 %)}, of what all are. */
    public String share(int some, int all) {
        return all == 0 ? Integer.toString(some) : String.format(Locale.ROOT, "%d (%.1f %%)", some, 100.0 * some / all);
    }

    private ZoneId zone() {
        return installation.timeZone();
    }
}
