package mx.gob.edomex.catgem.quality.proof;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What an audit drew, and from what.
 *
 * @param record what was on record before the draw: algorithm, population, hash, seed, size
 * @param population the folios in scope as they stand now, in canonical order
 * @param acts when something was done to the audit itself
 */
public record DrawnSample(
        UUID audit,
        String number,
        String title,
        List<Line> record,
        List<SampleFolio> folios,
        List<String> population,
        List<Instant> acts) {

    /** A fact of the record, by its name. */
    public record Line(String name, String value) {}

    List<UUID> contacts() {
        return folios.stream().map(SampleFolio::contact).toList();
    }
}
