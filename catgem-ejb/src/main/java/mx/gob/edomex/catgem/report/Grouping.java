package mx.gob.edomex.catgem.report;

/** By what a table of figures is divided into lines; the key of a time is its beginning. */
public enum Grouping {
    // key() reads contact_fact as f; StaffTime reads stretches of advisors' time by the same words.
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
    DAY("to_char(f.queued_at at time zone :zone, 'YYYY-MM-DD')"),
    /** A shift, as yyyy-mm-dd and its code; one that crosses midnight belongs to the day on which it starts. */
    SHIFT(
            """
            coalesce((select to_char(f.queued_at at time zone :zone
                - case when s.ends < s.starts and cast(f.queued_at at time zone :zone as time) < s.ends
                       then interval '1 day' else interval '0' end, 'YYYY-MM-DD') || ' ' || s.code
              from shift s where s.active and case when s.starts < s.ends
                then cast(f.queued_at at time zone :zone as time) >= s.starts
                  and cast(f.queued_at at time zone :zone as time) < s.ends
                else cast(f.queued_at at time zone :zone as time) >= s.starts
                  or cast(f.queued_at at time zone :zone as time) < s.ends end
              order by s.starts, s.code limit 1), '')"""),
    /** A local month, as yyyy-mm. */
    MONTH("to_char(f.queued_at at time zone :zone, 'YYYY-MM')");

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

    /** Parts of a day, of which a long window has too many to read. */
    public boolean isInterval() {
        return isTime() && compareTo(DAY) < 0;
    }

    String key() {
        return key;
    }

    /** Whether time without a contact has such a key too. */
    boolean isOfStaff() {
        return this == NONE || this == ADVISOR || isTime();
    }

    /** The moments from {@code :from} to {@code :to} between which the key of a time does not change. */
    String marks() {
        return switch (this) {
            case MINUTES_15 -> marks(900);
            case MINUTES_30 -> marks(1800);
            case HOUR -> marks(3600);
            case DAY, SHIFT, MONTH ->
                """
                select (day + bound) at time zone :zone from generate_series(
                    date_trunc('day', cast(:from as timestamptz) at time zone :zone) - interval '1 day',
                    cast(:to as timestamptz) at time zone :zone, interval '1 day') as day,
                  (select time '00:00' union select starts from shift where active
                   union select ends from shift where active) as bounds (bound)""";
            default -> "select cast(:from as timestamptz)";
        };
    }

    private static String marks(int seconds) {
        return "select to_timestamp(n * " + seconds + ") from generate_series("
                + "cast(floor(extract(epoch from cast(:from as timestamptz)) / " + seconds + ") as bigint), "
                + "cast(floor(extract(epoch from cast(:to as timestamptz)) / " + seconds + ") as bigint)) as n";
    }
}
