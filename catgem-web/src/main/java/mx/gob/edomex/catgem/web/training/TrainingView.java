package mx.gob.edomex.catgem.web.training;

import static mx.gob.edomex.catgem.web.training.TrainingWords.columns;
import static mx.gob.edomex.catgem.web.training.TrainingWords.said;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.export.Export;
import mx.gob.edomex.catgem.export.Export.Fact;
import mx.gob.edomex.catgem.export.Export.Table;
import mx.gob.edomex.catgem.export.ExportFormat;
import mx.gob.edomex.catgem.export.Exports;
import mx.gob.edomex.catgem.training.Standing;
import mx.gob.edomex.catgem.training.TraineeCard;
import mx.gob.edomex.catgem.training.TrainingDemand;
import mx.gob.edomex.catgem.training.TrainingDemandInvalid;
import mx.gob.edomex.catgem.training.TrainingMatrix;
import mx.gob.edomex.catgem.training.TrainingMatrix.Cell;
import mx.gob.edomex.catgem.training.TrainingMatrix.Column;
import mx.gob.edomex.catgem.training.TrainingMatrix.Line;
import mx.gob.edomex.catgem.training.TrainingQueries;
import mx.gob.edomex.catgem.training.TrainingRegister;
import mx.gob.edomex.catgem.web.shell.Downloads;
import mx.gob.edomex.catgem.web.shell.Parameters;
import mx.gob.edomex.catgem.web.shell.Person;
import mx.gob.edomex.catgem.web.shell.Refusals;

/** The matrix of people and versions in force; who may not read it has their own part of it. */
@Named
@RequestScoped
public class TrainingView {

    private static final List<String> DONE = List.of("recorded", "demanded");

    @Inject
    HttpServletRequest request;

    @Inject
    TrainingQueries queries;

    @Inject
    TrainingRegister register;

    @Inject
    Exports exports;

    @Inject
    Person person;

    @Inject
    Refusals refusals;

    private TrainingMatrix matrix;
    private TraineeCard own;
    private String refused;

    public TrainingMatrix getMatrix() {
        if (matrix == null) {
            matrix = queries.matrix(TrainingWords.language());
        }
        return matrix;
    }

    public TraineeCard getOwn() {
        if (own == null) {
            own = queries.own(TrainingWords.language());
        }
        return own;
    }

    public boolean isLacking() {
        return Parameters.text(request, "show").equals("lacking");
    }

    /** Everybody, or those to whom something is missing now or soon. */
    public List<Line> getLines() {
        return getMatrix().lines().stream()
                .filter(line -> !isLacking() || !line.isComplete())
                .toList();
    }

    public long count(String standing) {
        return cells().filter(cell -> cell.standing() == Standing.valueOf(standing))
                .count();
    }

    /** Of the people, those who are trained for all they do. */
    public long getComplete() {
        return getMatrix().lines().stream()
                .filter(line -> line.cells().stream().filter(Objects::nonNull).allMatch(cell -> cell.standing()
                        .isTrained()))
                .count();
    }

    private Stream<Cell> cells() {
        return getMatrix().lines().stream()
                .flatMap(line -> line.cells().stream())
                .filter(Objects::nonNull);
    }

    public String demand() {
        refused = refusals.of(() -> register.demand(
                UUID.fromString(Parameters.text(request, "version")),
                new TrainingDemand(day(), number("mark", 0), number("months", null))));
        return refused == null ? "/training.xhtml?faces-redirect=true&done=demanded" : null;
    }

    private LocalDate day() {
        String typed = Parameters.text(request, "from");
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeException e) {
            throw new TrainingDemandInvalid();
        }
    }

    private Integer number(String name, Integer otherwise) {
        String typed = Parameters.text(request, name);
        return typed.isEmpty() ? otherwise : typed.matches("\\d{1,3}") ? Integer.valueOf(typed) : Integer.valueOf(0);
    }

    public String getRefused() {
        return refused;
    }

    public String getDone() {
        String done = Parameters.text(request, "done");
        return DONE.contains(done) && refused == null ? done : "";
    }

    public void export(String format) throws IOException {
        List<String> head = new ArrayList<>(columns("col.person", "col.username"));
        getMatrix().columns().forEach(column -> head.add(column.procedure() + " v" + column.number()));
        List<List<Object>> rows = new ArrayList<>();
        for (Line line : getMatrix().lines()) {
            List<Object> row = new ArrayList<>(List.of(line.name(), line.username()));
            line.cells().forEach(cell -> row.add(cell == null ? null : words(cell)));
            rows.add(row);
        }
        Downloads.send(exports.write(
                new Export(
                        "TRAINING_MATRIX",
                        said("title"),
                        TrainingWords.language(),
                        getMatrix().columns().stream().map(TrainingView::fact).toList(),
                        Map.of(),
                        List.of(Table.of(said("title"), head, rows))),
                ExportFormat.valueOf(format),
                person.getRole()));
    }

    private static Fact fact(Column column) {
        return new Fact(
                column.procedure() + " v" + column.number(),
                said("trained.of", column.trained(), column.needed())
                        + (column.demand().from() == null
                                ? ""
                                : " · " + said("col.from") + " "
                                        + column.demand().from()));
    }

    private static String words(Cell cell) {
        return said("standing." + cell.standing())
                + (cell.score() == null ? "" : " " + cell.score() + "/" + cell.passMark())
                + (cell.validUntil() == null ? "" : " " + said("until", cell.validUntil()));
    }
}
