package mx.gob.edomex.catgem.report;

import java.util.Locale;

/**
 * What is measured, each with its one definition: the population it is counted over and, of it, what counts. Screens,
 * exports, the API and the list of contacts behind a figure all use these same words. Names and formulas in people's
 * language are in the message bundles under {@code measure.<NAME>}.
 *
 * <p>Source: ROUTING, "Measures and their formulas"; DOMAIN §3 for the three indicators.
 */
public enum Measure {
    /** Once a contact, at its first queueing. */
    OFFERED(Kind.COUNT, Words.INBOUND),
    /** Phone: bridged; chat: first message of an advisor; mail: first human reply the mail server took. */
    ANSWERED(Kind.COUNT, Words.INBOUND + " and f.answered_at is not null"),
    ABANDONED(Kind.COUNT, Words.INBOUND + " and " + Words.ABANDONED),
    ABANDONED_WHILE_ALERTING(Kind.COUNT, Words.INBOUND + " and f.ended_as = 'ABANDONED_WHILE_ALERTING'"),
    /** Left within five seconds: nobody could have answered. */
    SHORT_ABANDONS(Kind.COUNT, Words.INBOUND + " and " + Words.SHORT),
    /** Neither answered nor ended at the moment of asking. */
    OPEN(Kind.COUNT, Words.INBOUND + " and f.answered_at is null and f.ended_at is null"),
    /** Turned away because the line was over its limit. */
    OVERFLOWED(Kind.COUNT, Words.INBOUND + " and f.ended_as = 'OVERFLOWED'"),
    CLOSED(Kind.COUNT, "f.ended_as = 'CLOSED'"),

    /** Callbacks have measures of their own: they are in no wait and in no service level. */
    CALLBACKS(Kind.COUNT, Words.CALLBACK),
    /** The citizen picked up. */
    CALLBACKS_REACHED(Kind.COUNT, Words.CALLBACK + " and f.reached_at is not null"),
    /** Ended without the citizen having picked up: attempts used up, wrong number, cancelled. */
    CALLBACKS_GIVEN_UP(Kind.COUNT, Words.CALLBACK + " and f.reached_at is null and f.ended_at is not null"),
    /** Of those that were phoned, how many were reached at the first attempt. */
    CALLBACKS_AT_FIRST(
            Kind.RATE,
            Words.CALLBACK + " and f.callback_attempts > 0",
            "(f.reached_at is not null and f.callback_attempts = 1)"),
    /** Phoned more than once. */
    CALLBACKS_REPEATED(Kind.COUNT, Words.CALLBACK + " and f.callback_attempts > 1"),

    /** The official variant. An unanswered contact already past its target counts against it. */
    SERVICE_LEVEL(Kind.RATE, Words.WAITED + " and " + Words.DECIDED + " and not " + Words.SHORT, Words.IN_TARGET),
    SERVICE_LEVEL_OF_OFFERED(Kind.RATE, Words.WAITED + " and " + Words.DECIDED, Words.IN_TARGET),
    SERVICE_LEVEL_OF_ANSWERED(Kind.RATE, Words.WAITED + " and f.answered_at is not null", Words.IN_TARGET),
    /** Whoever left within the target is taken as served in time. */
    SERVICE_LEVEL_WITH_ABANDONS(
            Kind.RATE,
            Words.WAITED + " and " + Words.DECIDED,
            "(" + Words.IN_TARGET + " or (" + Words.ABANDONED + " and " + Words.ENDED_AFTER + " <= f.target_seconds))"),
    ABANDON_RATE(
            Kind.RATE,
            Words.WAITED + " and " + Words.DECIDED + " and not " + Words.SHORT,
            "(" + Words.ABANDONED + " and not " + Words.SHORT + ")"),

    /** Mean speed of answer, seconds. */
    ASA(Kind.MEAN, Words.WAITED + " and f.answered_at is not null", Words.WAIT),
    WAIT_P50(Kind.MEDIAN, Words.WAITED + " and f.answered_at is not null", Words.WAIT),
    WAIT_P90(Kind.PERCENTILE_90, Words.WAITED + " and f.answered_at is not null", Words.WAIT),
    WAIT_P95(Kind.PERCENTILE_95, Words.WAITED + " and f.answered_at is not null", Words.WAIT),
    /**
     * Mean handling time, seconds: every leg from its connection to the end of its after-call work, each second divided
     * among the legs that the advisor had live in it; a silent one has no part.
     */
    AHT(Kind.MEAN, "f.handled_seconds is not null and f.ended_at is not null", "f.handled_seconds"),

    /**
     * Part of the advisors' time: with at least one contact live, of that and of being available. Only for advisors and
     * times: no channel or topic has a part of who waits for work.
     */
    OCCUPANCY,

    /**
     * Of the first contacts that ended resolved or referred seven days ago or more, those after which the citizen did not
     * come back on the same matter within the seven days. A contact is the first unless one on its matter was answered
     * and ended at most seven days before.
     */
    FIRST_CONTACT_RESOLUTION(
            Kind.RATE,
            Words.FIRST + " and " + Words.SEVEN_DAYS_OVER,
            "not coalesce(f.again_at <= f.ended_at + interval '7 days', false)"),
    /** Not yet known, and so in no rate. */
    FIRST_CONTACT_PENDING(Kind.COUNT, Words.FIRST + " and not " + Words.SEVEN_DAYS_OVER),

    /** Indicator 1: 4 or 5 of 5 on question 1; phone and chat are the official figure. */
    SATISFACTION(Kind.RATE, "f.score is not null and f.channel in ('PHONE', 'CHAT')", "f.score >= 4"),
    SATISFACTION_BY_MAIL(Kind.RATE, "f.score is not null and f.channel = 'EMAIL'", "f.score >= 4"),
    SURVEY_RESPONSE(Kind.RATE, "f.surveyed_at is not null", "f.score is not null"),

    /** Indicator 3: from the advisor's contact with the citizen to the information delivered, at most two minutes. */
    ANSWER_IN_TIME(Kind.RATE, Words.TO_BE_ANSWERED, "(f.delivered_at is not null and f.open_seconds <= 120)"),
    ANSWER_SECONDS(Kind.MEAN, Words.TO_BE_ANSWERED + " and f.delivered_at is not null", "f.open_seconds"),
    /** Left out of indicator 3, and listed: authorised early exits… */
    EARLY_EXITS(Kind.COUNT, Words.INBOUND + " and f.connected_at is not null and " + Words.EARLY),
    /** … and what was referred to an agency. */
    REFERRED(
            Kind.COUNT,
            Words.INBOUND + " and f.connected_at is not null and " + Words.REFERRED + " and not " + Words.EARLY),

    /** Contacts that an advisor transferred, once or more; a transfer adds a leg and is never offered again. */
    TRANSFERS(Kind.COUNT, "f.transfers > 0"),
    /** Contacts that the centre began: in AHT and occupancy, in nothing that tells of waiting. */
    OUTBOUND(Kind.COUNT, "f.direction = 'OUTBOUND'");

    /** How a figure is made of its population. */
    enum Kind {
        COUNT,
        RATE,
        MEAN,
        MEDIAN,
        PERCENTILE_90,
        PERCENTILE_95,
        /** Of advisors' time, which {@link StaffTime} counts; there are no contacts in it. */
        SHARE
    }

    private final Kind kind;
    private final String population;
    private final String part;

    Measure() {
        this(Kind.SHARE, "false");
    }

    Measure(Kind kind, String population) {
        this(kind, population, null);
    }

    Measure(Kind kind, String population, String part) {
        this.kind = kind;
        this.population = population;
        this.part = part;
    }

    public boolean isRate() {
        return kind == Kind.RATE;
    }

    public boolean isCount() {
        return kind == Kind.COUNT;
    }

    /** A part of advisors' time: a proportion whose n are people. */
    public boolean isShare() {
        return kind == Kind.SHARE;
    }

    /** Seconds, when it is neither a count nor a proportion. */
    public boolean isTime() {
        return !isRate() && !isCount() && !isShare();
    }

    /** Of the rows {@code f} of contact_fact, those it is counted over. */
    String population() {
        return "(" + population + ")";
    }

    /** Of the population of a rate, those that count; of a time, the seconds. */
    String part() {
        return part;
    }

    /** The figure's two columns. */
    String columns() {
        String of = " filter (where " + population() + ")";
        String value =
                switch (kind) {
                    case COUNT, SHARE -> "cast(null as double precision)";
                    case RATE ->
                        "cast(count(*) filter (where " + population() + " and " + part + ") as double precision)";
                    case MEAN -> "cast(avg(" + part + ")" + of + " as double precision)";
                    case MEDIAN -> percentile("0.5") + of;
                    case PERCENTILE_90 -> percentile("0.9") + of;
                    case PERCENTILE_95 -> percentile("0.95") + of;
                };
        return "count(*)" + of + " as " + populationColumn() + ", " + value + " as " + valueColumn();
    }

    String populationColumn() {
        return "n_" + name().toLowerCase(Locale.ROOT);
    }

    String valueColumn() {
        return "v_" + name().toLowerCase(Locale.ROOT);
    }

    private String percentile(String p) {
        return "percentile_cont(" + p + ") within group (order by " + part + ")";
    }

    /** Shared conditions, so that no two measures mean different things by one word. */
    private static final class Words {
        static final String INBOUND = "f.direction = 'INBOUND'";
        static final String CALLBACK = "f.callback_at is not null";
        /** Who asked to be phoned at another time does not wait. */
        static final String WAITED = INBOUND + " and f.callback_at is null";

        static final String ABANDONED = "f.ended_as like 'ABANDONED%'";
        static final String ENDED_AFTER = "extract(epoch from f.ended_at - f.queued_at)";
        static final String SHORT = "coalesce(" + ABANDONED + " and " + ENDED_AFTER + " < 5, false)";
        static final String WAIT = "cast(extract(epoch from f.answered_at - f.queued_at) as double precision)";
        static final String IN_TARGET = "coalesce(" + WAIT + " <= f.target_seconds, false)";
        static final String DECIDED =
                "(f.answered_at is not null or f.ended_at is not null or extract(epoch from cast(:now as timestamptz) - f.queued_at) > f.target_seconds)";
        static final String EARLY = "coalesce(f.outcome not in ('RESOLVED', 'REFERRED'), false)";
        static final String FIRST = INBOUND + " and f.answered_at is not null and f.ended_as = 'CLOSED' and not "
                + EARLY + " and not f.repeated";
        static final String SEVEN_DAYS_OVER = "f.ended_at + interval '7 days' <= cast(:now as timestamptz)";
        static final String REFERRED = "(f.referred or coalesce(f.outcome = 'REFERRED', false))";
        static final String TO_BE_ANSWERED = INBOUND
                + " and f.connected_at is not null and (f.delivered_at is not null or f.finished_at is not null) and not "
                + EARLY + " and not " + REFERRED;
    }
}
