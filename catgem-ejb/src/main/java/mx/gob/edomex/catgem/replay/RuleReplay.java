package mx.gob.edomex.catgem.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import mx.gob.edomex.catgem.rules.RuleDraftId;

/**
 * A day replayed, or being replayed.
 *
 * @param day null: the simulator's day
 * @param contacts of the simulator's day, or null
 * @param base version in force when it was started, with whose targets all is measured
 * @param version the version compared, or null
 * @param draft the draft compared, or null
 * @param progress percent
 * @param result null until it is done
 */
public record RuleReplay(
        UUID id,
        LocalDate day,
        Integer contacts,
        long seed,
        int base,
        Integer version,
        RuleDraftId draft,
        State state,
        int progress,
        Result result,
        String startedBy,
        Instant startedAt,
        Instant endedAt) {

    /** What became of a replay. */
    public enum State {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    /**
     * Three days side by side: as it was, under the rules in force, under those proposed. The first two differ by what
     * the model leaves out.
     */
    public record Result(DayFigures past, DayFigures base, DayFigures proposed) {}
}
