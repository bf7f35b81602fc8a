package mx.gob.edomex.catgem.web.quality;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.export.Export;
import mx.gob.edomex.catgem.export.Export.Fact;
import mx.gob.edomex.catgem.export.ExportFormat;
import mx.gob.edomex.catgem.export.Exports;
import mx.gob.edomex.catgem.iso.IsoReport;
import mx.gob.edomex.catgem.iso.IsoReports;
import mx.gob.edomex.catgem.iso.IsoWords;
import mx.gob.edomex.catgem.iso.Reference;
import mx.gob.edomex.catgem.knowledge.EntryHistory;
import mx.gob.edomex.catgem.knowledge.EntryHistory.EntryLine;
import mx.gob.edomex.catgem.quality.ConformityReport;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.web.shell.Downloads;
import mx.gob.edomex.catgem.web.shell.Person;
import mx.gob.edomex.catgem.web.shell.Times;

/** The seven reports for a period, a moment, a folio or an entry; what was asked for is in the address. */
@Named
@ViewScoped
public class IsoView extends PeriodView {

    /** Rows of a table on the screen. */
    private static final int MOST = 200;

    @Inject
    transient IsoReports isoReports;

    @Inject
    transient EntryHistory history;

    @Inject
    transient Exports exports;

    @Inject
    transient Person person;

    @Inject
    transient Times times;

    private String report;
    private String at;
    private String folio;
    private String entry;
    private transient Export content;
    private transient List<Shown> tables;
    private transient List<EntryLine> entries;

    /** A table as it is on the screen; {@code all} rows are in the file. */
    public record Shown(String name, List<String> columns, List<List<?>> rows, int all) {}

    /** Those that the reader may see. */
    public List<IsoReport> getAll() {
        return Stream.of(IsoReport.values())
                .filter(one -> !one.isOfContacts() || isReadingContacts())
                .toList();
    }

    public boolean isReadingContacts() {
        return person.isReadingContacts();
    }

    /** The one asked for, or null. */
    public IsoReport getChosen() {
        return getAll().stream()
                .filter(one -> one.name().equals(report))
                .findFirst()
                .orElse(null);
    }

    public List<EntryLine> getEntries() {
        if (entries == null) {
            entries = history.entries(QualityWords.language());
        }
        return entries;
    }

    public String title(IsoReport one) {
        return words().of("title", one);
    }

    public String answers(IsoReport one) {
        return words().of("answers", one);
    }

    private static IsoWords words() {
        return IsoWords.in(QualityWords.language());
    }

    /** Whether there is enough to make tables of it; ISO-02 is a bundle. */
    public boolean isListed(IsoReport one) {
        return one != IsoReport.ISO_02 && (one != IsoReport.ISO_06 || getKnownFolio() != null || known(entry) != null);
    }

    /** The folio as it is written, or null when it is none. */
    public String getKnownFolio() {
        try {
            return known(folio) == null ? null : Folio.parse(folio).value();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    public boolean isFolioWrong() {
        return known(folio) != null && getKnownFolio() == null;
    }

    private Instant moment() {
        try {
            return known(at) == null
                    ? clock.instant()
                    : LocalDateTime.parse(at).atZone(installation.timeZone()).toInstant();
        } catch (DateTimeException e) {
            return clock.instant();
        }
    }

    /** As a field for date and time wants it, local to the centre. */
    public String getMoment() {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT)
                .format(moment().atZone(installation.timeZone()));
    }

    /** The report asked for; null where there is nothing to list. */
    public Export getContent() {
        IsoReport chosen = getChosen();
        if (content == null && chosen != null && isListed(chosen)) {
            content = of(chosen);
        }
        return content;
    }

    private Export of(IsoReport one) {
        LocalDate first = getFilter().from();
        LocalDate last = getFilter().to();
        return switch (one) {
            case ISO_01 -> isoReports.masterList(moment(), QualityWords.language());
            case ISO_03 -> conformity();
            case ISO_04 -> isoReports.objectives(first, last, QualityWords.language());
            case ISO_05 -> isoReports.agencies(first, last, QualityWords.language());
            case ISO_06 ->
                getKnownFolio() == null
                        ? isoReports.told(entry, QualityWords.language())
                        : isoReports.toldIn(Folio.parse(folio), QualityWords.language());
            case ISO_07 -> isoReports.reviews(first, last, QualityWords.language());
            case ISO_02 -> throw new IllegalArgumentException("a bundle is no list");
        };
    }

    private Export conformity() {
        ConformityReport found = reports.of(getFilter(), QualityWords.language());
        List<Fact> facts = new ArrayList<>(facts(found.total().executions()));
        facts.add(new Fact(words().text("fact.formulas"), IsoReports.FORMULAS));
        Export export = ConformityExport.of(found, facts, refs());
        return new Export(
                IsoReport.ISO_03.name(),
                IsoReport.ISO_03.code() + " " + title(IsoReport.ISO_03),
                export.language(),
                export.facts(),
                export.refs(),
                export.tables());
    }

    public List<Shown> getTables() {
        if (tables == null) {
            tables = getContent().tables().stream().map(IsoView::shown).toList();
        }
        return tables;
    }

    private static Shown shown(Export.Table table) {
        List<List<?>> rows = new ArrayList<>();
        int[] all = {0};
        table.rows().each(row -> {
            if (all[0]++ < MOST) {
                rows.add(row);
            }
        });
        return new Shown(table.name(), table.columns(), rows, all[0]);
    }

    /** A cell in words. */
    public String text(Object cell) {
        return cell == null
                ? "–"
                : cell instanceof Instant moment
                        ? times.full(moment)
                        : cell instanceof LocalDate day ? times.day(day) : cell.toString();
    }

    /** Where a cell leads, or empty. */
    public String href(Object cell) {
        if (!(cell instanceof Reference to)) {
            return "";
        }
        return switch (to.kind()) {
            case PROCEDURE -> person.isReadingProcedures() ? "procedure.xhtml?id=" + to.id() : "";
            case ENTRY -> person.isReadingEntries() ? entry(to) : "";
            case FOLIO -> isReadingContacts() ? "folio.xhtml?folio=" + to.id() : "";
            case REVIEW -> "review.xhtml?id=" + to.id();
            case ROUTING -> person.isSteering() ? "routing.xhtml" : "";
        };
    }

    private static String entry(Reference to) {
        return to.id().isEmpty()
                ? "entry.xhtml"
                : "entry.xhtml?code=" + to.id() + (to.version() == null ? "" : "&version=" + to.version());
    }

    /** The address of this page with that report. */
    public String here(IsoReport one) {
        Map<String, Object> asked = new HashMap<>();
        asked.put("report", one);
        asked.put("at", known(at));
        asked.put("folio", known(folio));
        asked.put("entry", known(entry));
        return link("iso", getFilter(), asked);
    }

    /** The page that answers the same with more about it; empty when the reader may not go there. */
    public String drill(IsoReport one) {
        return switch (one) {
            case ISO_01 -> person.isReadingProcedures() ? "procedures.xhtml" : "";
            case ISO_02 -> getKnownFolio() == null ? "evidence.xhtml" : "folio.xhtml?folio=" + getKnownFolio();
            case ISO_03 -> link("conformity", getFilter(), Map.of());
            case ISO_04 -> "objectives.xhtml";
            case ISO_05 -> person.isReadingEntries() ? "entry.xhtml" : "";
            case ISO_06 ->
                getKnownFolio() != null
                        ? "folio.xhtml?folio=" + getKnownFolio()
                        : known(entry) == null ? "entry.xhtml" : "entry.xhtml?code=" + entry;
            case ISO_07 -> "reviews.xhtml";
        };
    }

    public List<ExportFormat> getFormats() {
        return List.of(ExportFormat.values());
    }

    public void export(IsoReport one, ExportFormat format) throws IOException {
        if (getAll().contains(one) && isListed(one)) {
            Downloads.send(exports.write(of(one), format, person.getRole()));
        }
    }

    public String getReport() {
        return report;
    }

    public void setReport(String report) {
        this.report = report;
    }

    public String getAt() {
        return at;
    }

    public void setAt(String at) {
        this.at = at;
    }

    public String getFolio() {
        return folio;
    }

    public void setFolio(String folio) {
        this.folio = folio;
    }

    public String getEntry() {
        return entry;
    }

    /** What has not the shape of a code is none. */
    public void setEntry(String entry) {
        this.entry = entry == null || !entry.matches("[A-Z]{2,4}-[0-9]{2,3}") ? null : entry;
    }
}
