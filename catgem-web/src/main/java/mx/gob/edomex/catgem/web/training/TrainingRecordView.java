package mx.gob.edomex.catgem.web.training;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.training.TrainingMatrix;
import mx.gob.edomex.catgem.training.TrainingMatrix.Cell;
import mx.gob.edomex.catgem.training.TrainingMatrix.Column;
import mx.gob.edomex.catgem.training.TrainingMatrix.Line;
import mx.gob.edomex.catgem.training.TrainingQueries;
import mx.gob.edomex.catgem.training.TrainingRegister;
import mx.gob.edomex.catgem.training.TrainingSession;
import mx.gob.edomex.catgem.web.shell.Parameters;
import mx.gob.edomex.catgem.web.shell.Person;
import mx.gob.edomex.catgem.web.shell.Refusals;

/** The record of a training: version, day, who taught, and the score of each who was there. */
@Named
@RequestScoped
public class TrainingRecordView {

    private static final String SCORE = "score-";

    @Inject
    HttpServletRequest request;

    @Inject
    TrainingQueries queries;

    @Inject
    TrainingRegister register;

    @Inject
    Installation installation;

    @Inject
    Person person;

    @Inject
    Refusals refusals;

    @Inject
    Clock clock;

    private TrainingMatrix matrix;
    private int chosen;
    private String refused;

    /** Somebody who does steps of the version, and may have been evaluated. */
    public record Candidate(String username, String name, Cell cell, String typed, boolean self) {}

    @PostConstruct
    void read() {
        matrix = queries.matrix(TrainingWords.language());
        String asked = Parameters.text(request, "version");
        for (int i = 0; i < matrix.columns().size(); i++) {
            if (matrix.columns().get(i).version().toString().equals(asked)) {
                chosen = i;
            }
        }
    }

    public List<Column> getColumns() {
        return matrix.columns();
    }

    /** Null where nothing is in force. */
    public Column getColumn() {
        return matrix.columns().isEmpty() ? null : matrix.columns().get(chosen);
    }

    /** Those who lack it first. */
    public List<Candidate> getCandidates() {
        List<Candidate> lacking = new ArrayList<>();
        List<Candidate> trained = new ArrayList<>();
        for (Line line : matrix.lines()) {
            Cell cell = line.cells().get(chosen);
            if (cell != null) {
                (cell.standing().isTrained() ? trained : lacking)
                        .add(new Candidate(
                                line.username(),
                                line.name(),
                                cell,
                                Parameters.text(request, SCORE + line.username()),
                                line.username().equals(person.getUsername())));
            }
        }
        lacking.addAll(trained);
        return lacking;
    }

    public String getToday() {
        return LocalDate.ofInstant(clock.instant(), installation.timeZone()).toString();
    }

    public String getHeldOn() {
        String typed = Parameters.text(request, "heldOn");
        return typed.isEmpty() ? getToday() : typed;
    }

    public String typed(String name) {
        return Parameters.text(request, name);
    }

    public String record() {
        refused = refusals.of(() -> register.record(new TrainingSession(
                UUID.fromString(typed("version")), day(typed("heldOn")), typed("trainer"), scores())));
        return refused == null ? "/training.xhtml?faces-redirect=true&done=recorded" : null;
    }

    private Map<String, Integer> scores() {
        Map<String, Integer> scores = new HashMap<>();
        request.getParameterMap().keySet().stream()
                .filter(name -> name.startsWith(SCORE) && !typed(name).isEmpty())
                .forEach(name -> scores.put(name.substring(SCORE.length()), points(typed(name))));
        return scores;
    }

    /** What is no number is refused as a score out of range. */
    static int points(String typed) {
        return typed.matches("\\d{1,3}") ? Integer.parseInt(typed) : -1;
    }

    static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException e) {
            return null;
        }
    }

    public String getRefused() {
        return refused;
    }
}
