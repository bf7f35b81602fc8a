package mx.gob.edomex.catgem.report;

/** By what a table of figures is divided into lines; the key of a time is its beginning. */
public enum Grouping {
    NONE("cast('' as text)"),
    CHANNEL("f.channel"),
    ENTRY_POINT("f.entry_point"),
    TOPIC("f.topic"),
    LANGUAGE("f.language"),
    PRIORITY("f.priority"),
    ADVISOR("coalesce(f.advisor, '')"),
    MINUTES_15(interval(900)),
    MINUTES_30(interval(1800)),
    HOUR(interval(3600)),
    /** A local day, as yyyy-mm-dd. */
    DAY("to_char(f.queued_at at time zone :zone, 'YYYY-MM-DD')");

    private final String key;

    Grouping(String key) {
        this.key = key;
    }

    /** Intervals begin at whole quarters of an hour in UTC, which are whole quarters in every zone Mexico has had. */
    private static String interval(int seconds) {
        return "to_char(to_timestamp(floor(extract(epoch from f.queued_at) / " + seconds + ") * " + seconds
                + ") at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')";
    }

    public boolean isTime() {
        return compareTo(MINUTES_15) >= 0;
    }

    String key() {
        return key;
    }
}
