package mx.gob.edomex.catgem.report;

/**
 * A value of the years before this system.
 *
 * @param published as the source has it, for ever
 * @param doubt why it is doubtful, or null
 * @param decision what a person decided about it, or null
 */
public record HistoryMonth(Line line, int year, int month, int published, Doubt doubt, Decision decision) {

    /** By which way contacts came: the source knows two. */
    public enum Line {
        PHONE,
        ONLINE
    }

    /** Why a published value is doubtful. */
    public enum Doubt {
        /** More than three times, or less than a third of, the median of its line and year. */
        FAR_FROM_MEDIAN,
        /** The same number as in the same month of a neighbouring year. */
        SAME_AS_OTHER_YEAR
    }

    /** What a person decided. */
    public enum Choice {
        ACCEPT,
        EXCLUDE,
        CORRECT
    }

    /** @param corrected the value to use instead, or null */
    public record Decision(Choice choice, Integer corrected, String reason, String staffName, java.time.Instant at) {}

    /** To be used in charts and totals: the published value unless somebody decided otherwise; null when left out. */
    public Integer used() {
        if (decision == null || decision.choice() == Choice.ACCEPT) {
            return published;
        }
        return decision.corrected();
    }

    public boolean isOpen() {
        return doubt != null && decision == null;
    }

    /** Names it: {@code ONLINE-2015-07}. */
    public String key() {
        return String.format(java.util.Locale.ROOT, "%s-%d-%02d", line, year, month);
    }

    HistoryMonth doubted(Doubt why) {
        return new HistoryMonth(line, year, month, published, why, decision);
    }
}
