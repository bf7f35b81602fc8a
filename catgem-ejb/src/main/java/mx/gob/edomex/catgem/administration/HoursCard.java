package mx.gob.edomex.catgem.administration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An entry point with its hours.
 *
 * @param opensAt when it opens, or null while it is open or never does
 * @param waiting contacts that came in by it and wait now
 */
public record HoursCard(
        String code,
        String name,
        String channel,
        HoursForm form,
        List<ExceptionLine> exceptions,
        boolean open,
        Instant opensAt,
        int waiting) {

    /** One day with hours of its own; {@code hours} is empty when it is closed. */
    public record ExceptionLine(LocalDate day, String hours, String note, boolean past) {}
}
