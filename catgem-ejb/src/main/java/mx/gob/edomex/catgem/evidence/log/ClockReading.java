package mx.gob.edomex.catgem.evidence.log;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * What a heartbeat tells of the clocks.
 *
 * @param offset of the node's clock from the database's, by which every act is dated
 * @param source of time outside; null when none is configured
 * @param sourceOffset of the node's clock from it; null when it did not answer
 */
public record ClockReading(Instant at, String node, Duration offset, String source, Duration sourceOffset) {

    /** More opens an incident, whichever clock it is. */
    static final Duration LIMIT = Duration.ofSeconds(1);

    static final String COLUMNS =
            """
            at, refs ->> 'node' as node, cast(refs ->> 'offset' as bigint) as offset_ms, refs ->> 'source' as source,
            cast(refs ->> 'sourceOffset' as bigint) as source_ms
            """;

    static ClockReading of(Sql.Row row) {
        Long fromSource = row.bigOrNull("source_ms");
        return new ClockReading(
                row.instant("at"),
                row.text("node"),
                Duration.ofMillis(row.big("offset_ms")),
                row.text("source"),
                fromSource == null ? null : Duration.ofMillis(fromSource));
    }

    Map<String, String> refs() {
        Map<String, String> refs = new TreeMap<>(
                Map.of("offset", Long.toString(offset.toMillis()), "node", node.replaceAll("[^A-Za-z0-9._:-]", "_")));
        if (source != null) {
            refs.put("source", source);
        }
        if (sourceOffset != null) {
            refs.put("sourceOffset", Long.toString(sourceOffset.toMillis()));
        }
        return refs;
    }

    boolean clocksDiffer() {
        return isMuch(offset);
    }

    public boolean isAnswered() {
        return sourceOffset != null;
    }

    /** Whether the node's clock or the database's is wrong. */
    public boolean isOff() {
        return isAnswered() && (isMuch(sourceOffset) || isMuch(sourceOffset.minus(offset)));
    }

    private static boolean isMuch(Duration offset) {
        return offset.abs().compareTo(LIMIT) > 0;
    }
}
