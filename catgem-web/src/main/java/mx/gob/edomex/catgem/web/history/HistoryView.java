package mx.gob.edomex.catgem.web.history;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import mx.gob.edomex.catgem.report.History;
import mx.gob.edomex.catgem.report.HistoryImport;
import mx.gob.edomex.catgem.report.HistoryMonth;
import mx.gob.edomex.catgem.report.HistoryMonth.Choice;
import mx.gob.edomex.catgem.report.HistoryMonth.Line;
import mx.gob.edomex.catgem.report.HistoryService;
import mx.gob.edomex.catgem.report.ImportFault;
import mx.gob.edomex.catgem.web.shell.PageLanguage;
import mx.gob.edomex.catgem.web.shell.Parameters;
import mx.gob.edomex.catgem.web.shell.Refusals;

/** The years side by side, of one line or of both, and what is to be decided about them. */
@Named
@RequestScoped
public class HistoryView {

    private static final int LARGEST_FILE = 500_000;

    @Inject
    HistoryService service;

    @Inject
    HttpServletRequest request;

    @Inject
    PageLanguage language;

    @Inject
    Refusals refusals;

    private History history;
    private Part file;
    private List<ImportFault> faults = List.of();
    private String refused;

    public History getHistory() {
        if (history == null) {
            history = service.read();
        }
        return history;
    }

    /** Null for both lines together. */
    public Line getLine() {
        return "PHONE".equals(text("line")) ? Line.PHONE : "ONLINE".equals(text("line")) ? Line.ONLINE : null;
    }

    public String getLineCode() {
        return getLine() == null ? "TOTAL" : getLine().name();
    }

    public List<Integer> getMonths() {
        return IntStream.rangeClosed(1, 12).boxed().toList();
    }

    public String month(int month) {
        return Month.of(month).getDisplayName(TextStyle.FULL_STANDALONE, language.getLocale());
    }

    public Integer used(int year, int month) {
        return getHistory().used(getLine(), year, month);
    }

    /** Why a cell needs a second look: {@code open, corrected, excluded, accepted}, or an empty text. */
    public String mark(int year, int month) {
        return lines().stream()
                .map(line -> getHistory().at(line, year, month))
                .filter(one -> one != null && (one.isOpen() || one.decision() != null))
                .map(one -> one.isOpen()
                        ? "open"
                        : switch (one.decision().choice()) {
                            case ACCEPT -> "accepted";
                            case EXCLUDE -> "excluded";
                            case CORRECT -> "corrected";
                        })
                .findFirst()
                .orElse("");
    }

    private List<Line> lines() {
        return getLine() == null ? List.of(Line.values()) : List.of(getLine());
    }

    public String number(Number value) {
        return value == null ? "–" : String.format(language.getLocale(), "%,d", value.longValue());
    }

    public String total(int year) {
        return number(getHistory().total(getLine(), year));
    }

    public int missing(int year) {
        return getHistory().missing(getLine(), year);
    }

    public String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("d MMMM yyyy", language.getLocale()));
    }

    public List<HistoryMonth> getDoubtful() {
        return getHistory().doubtful();
    }

    public long getOpen() {
        return getDoubtful().stream().filter(HistoryMonth::isOpen).count();
    }

    public String getChart() {
        return new YearsChart(language.getLocale()).json(getHistory(), getLine(), this::mark);
    }

    public boolean isEditor() {
        return request.isUserInRole("supervisor");
    }

    public String bring() {
        if (file == null || file.getSize() == 0) {
            faults = List.of(new ImportFault(0, ImportFault.Kind.EMPTY_FILE, ""));
            return null;
        }
        if (file.getSize() > LARGEST_FILE) {
            faults = List.of(new ImportFault(0, ImportFault.Kind.TOO_LONG, ""));
            return null;
        }
        try (InputStream content = file.getInputStream()) {
            return bring(String.valueOf(file.getSubmittedFileName()), content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String bringExample() {
        return bring("monthly-contacts-2014-2016.csv", service.example());
    }

    private String bring(String name, byte[] content) {
        HistoryImport result = service.bring(name, content);
        faults = new ArrayList<>(result.faults());
        return faults.isEmpty()
                ? "/history.xhtml?faces-redirect=true&done=imported&added=" + result.added() + "&known="
                        + result.known()
                : null;
    }

    public String decide() {
        refused = refusals.of(() -> {
            String[] key = text("month").split("-", 3);
            Choice choice = Choice.valueOf(text("choice"));
            String corrected = text("corrected").replaceAll("[,. ]", "");
            service.decide(
                    Line.valueOf(key[0]),
                    Integer.parseInt(key[1]),
                    Integer.parseInt(key[2]),
                    choice,
                    choice == Choice.CORRECT && corrected.matches("\\d{1,8}") ? Integer.valueOf(corrected) : null,
                    text("reason"));
        });
        return refused == null ? "/history.xhtml?faces-redirect=true&done=decided&line=" + text("line") : null;
    }

    /** The value whose decision was refused, so that its form stays open. */
    public String getDeciding() {
        return refused == null ? "" : text("month");
    }

    /** What was typed about a value whose decision was refused. */
    public String typed(HistoryMonth month, String name) {
        return getDeciding().equals(month.key()) ? text(name) : "";
    }

    public String text(String name) {
        return Parameters.text(request, name);
    }

    public int count(String name) {
        return text(name).matches("\\d{1,6}") ? Integer.parseInt(text(name)) : 0;
    }

    public String getDone() {
        return List.of("imported", "decided").contains(text("done")) && refused == null && faults.isEmpty()
                ? text("done")
                : "";
    }

    public List<ImportFault> getFaults() {
        return faults;
    }

    public String getRefused() {
        return refused;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
