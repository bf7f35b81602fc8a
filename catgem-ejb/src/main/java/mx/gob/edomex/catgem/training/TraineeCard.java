package mx.gob.edomex.catgem.training;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A person's training: how they stand to each version in force that they work by, and every record of them.
 *
 * @param cells in the order of the columns
 * @param records the newest first, also those that were corrected
 */
public record TraineeCard(
        String username,
        String name,
        List<TrainingMatrix.Column> columns,
        List<TrainingMatrix.Cell> cells,
        List<Entry> records) {

    /**
     * A record.
     *
     * @param score null: it annuls the one it corrects
     * @param corrects number of the record it replaces, or null
     * @param correctedBy number of the record that replaces it, or null while it stands
     */
    public record Entry(
            long id,
            String procedure,
            int number,
            LocalDate heldOn,
            String trainer,
            Integer score,
            Integer passMark,
            LocalDate validUntil,
            Long corrects,
            String grounds,
            Long correctedBy,
            String recordedBy,
            Instant recordedAt) {

        public boolean stands() {
            return correctedBy == null && score != null;
        }

        public boolean passed() {
            return score != null && score >= passMark;
        }
    }
}
