package mx.gob.edomex.catgem.knowledge;

/** Whether what an entry says can be relied on today; an advisor is told before saying it to a citizen. */
public enum EntryStanding {
    CURRENT,
    /** Its review day has passed: probably right, nobody has looked since. */
    REVIEW_DUE,
    /** Published ahead: the first day of its validity is still to come. */
    NOT_YET,
    /** The last day of its validity has passed. */
    EXPIRED;

    /** Of entry {@code e} on the centre's day of today, by the database's clock. */
    static final String COLUMN =
            """
            case when e.valid_until < today.day then 'EXPIRED' when e.valid_from > today.day then 'NOT_YET'
                 when e.review_on < today.day then 'REVIEW_DUE' else 'CURRENT' end as standing
            """;

    /** To be joined where {@link #COLUMN} is read. */
    static final String TODAY =
            " cross join (select cast(now() at time zone time_zone as date) as day from installation) today ";
}
