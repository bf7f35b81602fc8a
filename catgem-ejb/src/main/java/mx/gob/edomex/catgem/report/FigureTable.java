package mx.gob.edomex.catgem.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Figures of one window, in the order of the keys: a line for each under which there were contacts or advisors.
 *
 * @param asked the moment it was computed; an undecided contact is judged as of then
 * @param upTo the moment up to which the read model had taken in the ledger
 */
public record FigureTable(Window window, Cut cut, Grouping grouping, Instant asked, Instant upTo, List<Line> lines) {

    /** The figures of one key. */
    public record Line(String key, Map<Measure, Figure> figures) {
        public Figure get(Measure measure) {
            return figures.get(measure);
        }
    }
}
