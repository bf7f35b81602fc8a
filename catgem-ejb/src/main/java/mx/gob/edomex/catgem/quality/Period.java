package mx.gob.edomex.catgem.quality;

import java.time.Instant;
import java.time.ZoneId;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.shared.Sql;

/** A filter as conditions on the two tables of this domain, {@code execution_check k} and {@code deviation d}. */
record Period(Instant since, Instant until, String procedure, ZoneId zone) {

    static final String EXECUTIONS =
            """
            k.counted_at >= :since and k.counted_at < :until
            and (cast(:procedure as text) is null or k.procedure_code = :procedure)
            """;

    static final String DEVIATIONS =
            """
            d.counted_at >= :since and d.counted_at < :until
            and (cast(:procedure as text) is null or d.procedure_code = :procedure)
            """;

    static Period of(ConformityFilter filter, ZoneId zone) {
        return new Period(
                new LocalDay(filter.from(), zone).start(),
                new LocalDay(filter.to(), zone).end(),
                filter.procedure(),
                zone);
    }

    Sql set(Sql sql) {
        return sql.set("since", since).set("until", until).set("procedure", procedure);
    }
}
