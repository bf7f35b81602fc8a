package mx.gob.edomex.catgem.correction;

import java.time.Instant;

/** How often it happened in as many weeks before the finding was opened, and since the last action was done. */
public record EffectFigure(Span before, Span after) {

    /**
     * @param hits executions (contacts, answered surveys) in which it happened
     * @param of how many there were to happen in
     */
    public record Span(Instant from, Instant to, int hits, int of) {

        /** In percent to two decimals, or null where there was nothing to happen in. */
        public Double percent() {
            return of == 0 ? null : Double.valueOf(Math.round(10_000.0 * hits / of) / 100.0);
        }
    }
}
