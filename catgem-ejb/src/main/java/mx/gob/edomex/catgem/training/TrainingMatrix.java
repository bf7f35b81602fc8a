package mx.gob.edomex.catgem.training;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Who is trained for what is in force (matriz de capacitación).
 *
 * @param columns the versions in force, by procedure
 * @param lines people in use who do a step of one of them, by name
 */
public record TrainingMatrix(List<Column> columns, List<Line> lines) {

    /**
     * A version in force with what it demands.
     *
     * @param setBy who set that, or null where nobody did
     * @param needed how many people do its steps; {@code trained} of them are, {@code expiring} of these not for long
     */
    public record Column(
            UUID version,
            String procedure,
            int number,
            String name,
            TrainingDemand demand,
            String setBy,
            int needed,
            int trained,
            int expiring) {

        public int missing() {
            return needed - trained;
        }
    }

    /** @param cells in the order of the columns; null where the person does no step of it */
    public record Line(String username, String name, List<Cell> cells) {

        public boolean isComplete() {
            return cells.stream().filter(Objects::nonNull).allMatch(cell -> cell.standing() == Standing.TRAINED);
        }
    }

    /** How somebody stands to a version; day, score and validity are of the latest evaluation, null without one. */
    public record Cell(
            UUID version, Standing standing, LocalDate heldOn, Integer score, Integer passMark, LocalDate validUntil) {}
}
