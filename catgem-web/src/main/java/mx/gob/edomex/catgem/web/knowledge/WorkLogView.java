package mx.gob.edomex.catgem.web.knowledge;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import mx.gob.edomex.catgem.knowledge.DaySheets;
import mx.gob.edomex.catgem.knowledge.DaySheets.SheetLine;
import mx.gob.edomex.catgem.knowledge.WorkLogLine;
import mx.gob.edomex.catgem.knowledge.WorkLogService;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.web.desk.DeskRequest;

/** A day of the work log, with its signed sheets. */
@Named
@RequestScoped
public class WorkLogView {
    @Inject
    DeskRequest request;

    @Inject
    HttpServletRequest http;

    @Inject
    OfficerAnswer answer;

    @Inject
    WorkLogService log;

    @Inject
    DaySheets daySheets;

    @Inject
    Installation installation;

    @Inject
    Clock clock;

    private LocalDay day;
    private List<WorkLogLine> lines;
    private List<SheetLine> sheets;

    public void act() {
        answer.attempt(() -> {
            switch (request.text("do")) {
                case "refresh" -> {}
                case "write" -> log.write(request.text("words"));
                case "correct" -> log.correct(Long.parseLong(request.text("line")), request.text("words"));
                case "sign" -> daySheets.sign(getDay(), request.text("password"), http.getRemoteAddr());
                default -> throw new IllegalArgumentException("no such command");
            }
        });
    }

    /** The day asked for; today when there is none. */
    public LocalDay getDay() {
        if (day == null) {
            ZoneId zone = installation.timeZone();
            LocalDay today = LocalDay.of(clock.instant(), zone);
            try {
                day = request.text("day").isEmpty() ? today : new LocalDay(LocalDate.parse(request.text("day")), zone);
            } catch (DateTimeException e) {
                day = today;
            }
        }
        return day;
    }

    public boolean isToday() {
        return getDay().contains(clock.instant());
    }

    public LocalDate getPrevious() {
        return getDay().date().minusDays(1);
    }

    public LocalDate getNext() {
        return getDay().date().plusDays(1);
    }

    public List<WorkLogLine> getLines() {
        if (lines == null) {
            lines = log.lines(getDay(), request.reader());
        }
        return lines;
    }

    public List<SheetLine> getSheets() {
        if (sheets == null) {
            sheets = daySheets.sheets(getDay());
        }
        return sheets;
    }

    /** Whether a line came that no sheet has. */
    public boolean isUnsigned() {
        return !getLines().isEmpty()
                && (getSheets().isEmpty()
                        || getSheets().get(getSheets().size() - 1).lastLine()
                                != getLines().get(getLines().size() - 1).id());
    }
}
