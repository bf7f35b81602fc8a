package mx.gob.edomex.catgem.web.quality;

import jakarta.inject.Inject;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.export.Export.Fact;
import mx.gob.edomex.catgem.quality.ConformityFilter;
import mx.gob.edomex.catgem.quality.ConformityReports;
import mx.gob.edomex.catgem.shared.Installation;

/**
 * A page about the executions of a period. Everything asked for is in the address, so that what an auditor saw can be
 * kept and sent; a date that is none counts as not given, and then the month so far is shown.
 */
abstract class PeriodView implements Serializable {

    @Inject
    transient ConformityReports reports;

    @Inject
    transient Installation installation;

    @Inject
    transient Clock clock;

    private String from;
    private String to;
    private String procedure;
    private String shift;
    private transient List<String> procedures;
    private transient List<ConformityReports.Choice> shifts;

    public ConformityFilter getFilter() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), installation.timeZone());
        LocalDate last = date(to, today);
        LocalDate first = date(from, last.withDayOfMonth(1));
        String chosen = getProcedures().contains(procedure) ? procedure : null;
        String during = getShifts().stream().anyMatch(one -> one.code().equals(shift)) ? shift : null;
        return first.isAfter(last)
                ? new ConformityFilter(last, first, chosen, during)
                : new ConformityFilter(first, last, chosen, during);
    }

    public List<String> getProcedures() {
        if (procedures == null) {
            procedures = reports.procedures();
        }
        return procedures;
    }

    public List<ConformityReports.Choice> getShifts() {
        if (shifts == null) {
            shifts = reports.shifts(QualityWords.language());
        }
        return shifts;
    }

    private static LocalDate date(String text, LocalDate otherwise) {
        try {
            return text == null || text.isBlank() ? otherwise : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return otherwise;
        }
    }

    /** The address of a list, about the same period, of what is asked for beside it. */
    static String link(String page, ConformityFilter filter, Map<String, ?> asked) {
        Map<String, Object> all = new TreeMap<>(asked);
        all.putIfAbsent("from", filter.from());
        all.putIfAbsent("to", filter.to());
        if (filter.procedure() != null) {
            all.putIfAbsent("procedure", filter.procedure());
        }
        if (filter.shift() != null) {
            all.putIfAbsent("shift", filter.shift());
        }
        return page + ".xhtml?"
                + all.entrySet().stream()
                        .filter(one -> one.getValue() != null)
                        .map(one -> one.getKey() + "="
                                + URLEncoder.encode(one.getValue().toString(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    /** What the head of each export says of its period. */
    List<Fact> facts(int n) {
        ConformityFilter filter = getFilter();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(QualityWords.text("export.period"), filter.from() + " – " + filter.to()));
        facts.add(new Fact(
                QualityWords.text("export.procedure"),
                filter.procedure() == null ? QualityWords.text("filter.all") : filter.procedure()));
        facts.add(new Fact(
                QualityWords.text("export.shift"),
                filter.shift() == null ? QualityWords.text("filter.day") : filter.shift()));
        facts.add(new Fact(QualityWords.text("export.n"), n));
        return facts;
    }

    Map<String, String> refs() {
        ConformityFilter filter = getFilter();
        Map<String, String> refs = new TreeMap<>();
        refs.put("from", filter.from().toString());
        refs.put("to", filter.to().toString());
        if (filter.procedure() != null) {
            refs.put("procedure", filter.procedure());
        }
        if (filter.shift() != null) {
            refs.put("shift", filter.shift());
        }
        return refs;
    }

    static String known(String asked) {
        return asked == null || asked.isBlank() ? null : asked;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    public String getProcedure() {
        return procedure;
    }

    public void setProcedure(String procedure) {
        this.procedure = procedure;
    }

    public String getShift() {
        return shift;
    }

    public void setShift(String shift) {
        this.shift = shift;
    }
}
