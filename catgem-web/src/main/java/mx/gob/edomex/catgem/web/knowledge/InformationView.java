package mx.gob.edomex.catgem.web.knowledge;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import mx.gob.edomex.catgem.knowledge.EntryHistory;
import mx.gob.edomex.catgem.knowledge.EntryHistory.EntryLine;
import mx.gob.edomex.catgem.knowledge.EntryReviews;
import mx.gob.edomex.catgem.knowledge.EntryReviews.DueReview;
import mx.gob.edomex.catgem.knowledge.EntryUpdates;
import mx.gob.edomex.catgem.knowledge.OfficerTask;
import mx.gob.edomex.catgem.knowledge.OfficerTasks;
import mx.gob.edomex.catgem.knowledge.ReviewDayPast;
import mx.gob.edomex.catgem.knowledge.UpdateId;
import mx.gob.edomex.catgem.knowledge.UpdateKind;
import mx.gob.edomex.catgem.knowledge.UpdateLine;
import mx.gob.edomex.catgem.knowledge.UpdateQueries;
import mx.gob.edomex.catgem.knowledge.UpdateState;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.web.desk.DeskRequest;

/** The officers' home: what runs, what waits for a second person, what was asked for, what is getting old. */
@Named
@RequestScoped
public class InformationView {
    @Inject
    DeskRequest request;

    @Inject
    OfficerAnswer answer;

    @Inject
    UpdateQueries queries;

    @Inject
    EntryUpdates updates;

    @Inject
    OfficerTasks officerTasks;

    @Inject
    EntryReviews entryReviews;

    @Inject
    EntryHistory history;

    @Inject
    Installation installation;

    @Inject
    Clock clock;

    private List<UpdateLine> open;
    private List<UpdateLine> today;
    private List<OfficerTask> tasks;
    private List<DueReview> reviews;

    /** One command of a button, named by {@code do}; what it is about stands beside it by id, never by place. */
    public void act() {
        answer.attempt(() -> {
            switch (request.text("do")) {
                case "refresh" -> {}
                case "new" -> edit(updates.open());
                case "change" -> edit(updates.open(request.text("code"), UpdateKind.CHANGE));
                case "retire" -> edit(updates.open(request.text("code"), UpdateKind.RETIRE));
                case "take" -> officerTasks.take(request.id("task"));
                case "begin" -> edit(officerTasks.beginUpdate(request.id("task")));
                case "resolve" -> officerTasks.resolve(request.id("task"), request.text("code"));
                case "decline" -> officerTasks.decline(request.id("task"), request.text("words"));
                case "right" -> officerTasks.check(request.id("task"), true);
                case "wrong" -> officerTasks.check(request.id("task"), false).ifPresent(this::edit);
                case "confirm" -> entryReviews.confirm(request.text("code"), day());
                default -> throw new IllegalArgumentException("no such command");
            }
        });
    }

    private void edit(UpdateId update) {
        answer.go("update.xhtml?id=" + update);
    }

    private LocalDate day() {
        try {
            return LocalDate.parse(request.text("day"));
        } catch (DateTimeException e) {
            throw new ReviewDayPast(LocalDate.EPOCH);
        }
    }

    public List<UpdateLine> getOpen() {
        if (open == null) {
            open = queries.open();
        }
        return open;
    }

    public long getRunning() {
        return getOpen().stream().filter(line -> line.clock().running()).count();
    }

    public long getAwaiting() {
        return getOpen().stream()
                .filter(line -> line.state() == UpdateState.IN_REVIEW)
                .count();
    }

    public List<UpdateLine> getToday() {
        if (today == null) {
            LocalDay day = LocalDay.of(clock.instant(), installation.timeZone());
            today = queries.published(day.start(), day.end());
        }
        return today;
    }

    /** How many of today's publications kept the limit of indicator 2. */
    public long getInTime() {
        return getToday().stream()
                .filter(line -> seconds(line) <= line.clock().limit().toSeconds())
                .count();
    }

    /** From the registered document to the version being visible, or to now. */
    public long seconds(UpdateLine line) {
        Instant until =
                line.clock().until() == null ? clock.instant() : line.clock().until();
        return Duration.between(line.clock().from(), until).toSeconds();
    }

    public List<OfficerTask> getTasks() {
        if (tasks == null) {
            tasks = officerTasks.open();
        }
        return tasks;
    }

    public List<DueReview> getReviews() {
        if (reviews == null) {
            reviews = entryReviews.due(request.reader());
        }
        return reviews;
    }

    public long getOverdue() {
        return getReviews().stream()
                .filter(review -> review.urgency() != EntryReviews.Urgency.SOON)
                .count();
    }

    public List<EntryLine> getEntries() {
        return history.entries(request.reader());
    }

    public Instant getNow() {
        return clock.instant();
    }

    /** Half a year on: what the form proposes as the next review. */
    public LocalDate getNextReview() {
        return LocalDay.of(clock.instant(), installation.timeZone()).date().plusMonths(6);
    }
}
