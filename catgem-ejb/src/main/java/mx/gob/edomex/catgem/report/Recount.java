package mx.gob.edomex.catgem.report;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import mx.gob.edomex.catgem.shared.Alerts;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * Counts a day's figures a second time, from the raw events and by other means, and sets the result beside what the
 * screens show. The difference must be 0; anything else is kept and alarms technical support.
 */
@Stateless
@PermitAll
public class Recount {

    static final String ALERT = "FIGURES_DIFFER";
    /** Of times: a microsecond is the resolution of the ledger. */
    private static final double TOLERANCE = 1e-6;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Installation installation;

    @Inject
    Alerts alerts;

    @Inject
    Clock clock;

    /**
     * A figure that came out differently.
     *
     * @param shown n and value of the read model
     * @param recounted n and value of the raw events
     */
    public record Difference(Measure measure, String shown, String recounted) {}

    /** Recounts a local day, keeps the result and alarms when it differs. */
    public List<Difference> recount(LocalDay day) {
        Instant now = clock.instant();
        List<Difference> differences = differences(Window.of(day), now);
        JsonArrayBuilder detail = Json.createArrayBuilder();
        differences.forEach(one -> detail.add(Json.createObjectBuilder()
                .add("measure", one.measure().name())
                .add("shown", one.shown())
                .add("recounted", one.recounted())));
        Sql.on(
                        entities,
                        """
                        insert into recount (day, figures, differences, detail, counted_at)
                        values (:day, :figures, :differences, cast(:detail as jsonb), :now)
                        on conflict (day) do update set figures = excluded.figures, differences = excluded.differences,
                          detail = excluded.detail, counted_at = excluded.counted_at
                        """)
                .set("day", day.date())
                .set("figures", Measure.values().length)
                .set("differences", differences.size())
                .set("detail", detail.build().toString())
                .set("now", now)
                .update();
        if (differences.isEmpty()) {
            alerts.end(ALERT, day.date().toString());
        } else {
            alerts.raise(ALERT, Alerts.Severity.CRITICAL, null, null, day.date().toString());
        }
        return differences;
    }

    List<Difference> differences(Window window, Instant now) {
        Map<Measure, Figure> shown = new Counting(entities, installation.timeZone(), now)
                .table(window, Cut.ALL, Grouping.NONE)
                .lines()
                .get(0)
                .figures();
        RawLedger ledger = new RawLedger(entities);
        List<RawContact> contacts = ledger.queuedIn(window);
        Map<Measure, Counted> counted = count(contacts, ledger.shares(contacts), now);
        first(contacts, RawMatters.of(ledger.onMattersOf(window)), now, counted);
        RawStaffTime staff = RawStaffTime.of(ledger.presences(window), ledger.liveIn(window, now), window, now);
        counted.put(Measure.OCCUPANCY, new Counted(staff.people(), staff.occupancy()));
        List<Difference> differences = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            Figure figure = shown.get(measure);
            Counted other = counted.get(measure);
            if (figure.n() != other.n() || !same(figure.value(), other.value())) {
                differences.add(
                        new Difference(measure, figure.n() + ":" + figure.value(), other.n() + ":" + other.value()));
            }
        }
        return differences;
    }

    private static boolean same(Double one, Double other) {
        if (one == null || other == null) {
            return Objects.equals(one, other);
        }
        return Math.abs(one - other) <= TOLERANCE;
    }

    /** What a figure came to: a count, a proportion or seconds; null when there was nothing to count over. */
    private record Counted(long n, Double value) {}

    private static Map<Measure, Counted> count(List<RawContact> contacts, Map<UUID, Double> shares, Instant now) {
        Map<Measure, Counted> all = new EnumMap<>(Measure.class);
        List<RawContact> inbound =
                contacts.stream().filter(RawContact::isInbound).toList();
        List<RawContact> waited =
                inbound.stream().filter(one -> !one.isCallback()).toList();
        List<RawContact> callbacks =
                contacts.stream().filter(RawContact::isCallback).toList();
        List<RawContact> answered =
                waited.stream().filter(RawContact::isAnswered).toList();
        List<RawContact> decided =
                waited.stream().filter(one -> one.isDecided(now)).toList();
        List<RawContact> owed =
                decided.stream().filter(one -> !one.isShortAbandon()).toList();
        List<RawContact> due =
                contacts.stream().filter(RawContact::isToBeAnswered).toList();
        all.put(Measure.OFFERED, number(inbound, one -> true));
        all.put(Measure.ANSWERED, number(inbound, RawContact::isAnswered));
        all.put(Measure.ABANDONED, number(inbound, RawContact::isAbandoned));
        all.put(Measure.ABANDONED_WHILE_ALERTING, number(inbound, RawContact::isAbandonedWhileAlerting));
        all.put(Measure.SHORT_ABANDONS, number(inbound, RawContact::isShortAbandon));
        all.put(Measure.OPEN, number(inbound, one -> !one.isAnswered() && !one.isEnded()));
        all.put(Measure.CLOSED, number(contacts, RawContact::isClosed));
        all.put(Measure.OVERFLOWED, number(inbound, RawContact::isOverflowed));
        all.put(Measure.CALLBACKS, number(callbacks, one -> true));
        all.put(Measure.CALLBACKS_REACHED, number(callbacks, RawContact::isReached));
        all.put(Measure.CALLBACKS_GIVEN_UP, number(callbacks, one -> !one.isReached() && one.isEnded()));
        all.put(
                Measure.CALLBACKS_AT_FIRST,
                rate(
                        callbacks.stream().filter(one -> one.calls() > 0).toList(),
                        one -> one.isReached() && one.calls() == 1));
        all.put(Measure.CALLBACKS_REPEATED, number(callbacks, one -> one.calls() > 1));
        all.put(Measure.SERVICE_LEVEL, rate(owed, RawContact::isAnsweredInTarget));
        all.put(Measure.SERVICE_LEVEL_OF_OFFERED, rate(decided, RawContact::isAnsweredInTarget));
        all.put(Measure.SERVICE_LEVEL_OF_ANSWERED, rate(answered, RawContact::isAnsweredInTarget));
        all.put(
                Measure.SERVICE_LEVEL_WITH_ABANDONS,
                rate(decided, one -> one.isAnsweredInTarget() || one.isAbandonedInTarget()));
        all.put(Measure.ABANDON_RATE, rate(owed, RawContact::isAbandoned));
        all.put(Measure.ASA, mean(answered, RawContact::waitSeconds));
        all.put(Measure.WAIT_P50, percentile(answered, 0.5));
        all.put(Measure.WAIT_P90, percentile(answered, 0.9));
        all.put(Measure.WAIT_P95, percentile(answered, 0.95));
        all.put(
                Measure.AHT,
                mean(
                        contacts.stream().filter(RawContact::isHandled).toList(),
                        one -> shares.getOrDefault(one.id(), 0.0)));
        all.put(Measure.SATISFACTION, rate(scored(contacts, RawContact::isOfficialChannel), one -> one.score() >= 4));
        all.put(Measure.SATISFACTION_BY_MAIL, rate(scored(contacts, RawContact::isMail), one -> one.score() >= 4));
        all.put(
                Measure.SURVEY_RESPONSE,
                rate(contacts.stream().filter(RawContact::isSurveyed).toList(), one -> one.score() != null));
        all.put(Measure.ANSWER_IN_TIME, rate(due, one -> one.isDelivered() && one.openSeconds() <= 120));
        all.put(
                Measure.ANSWER_SECONDS,
                mean(due.stream().filter(RawContact::isDelivered).toList(), RawContact::openSeconds));
        all.put(Measure.EARLY_EXITS, number(contacts, RawContact::isEarlyExit));
        all.put(Measure.REFERRED, number(contacts, RawContact::isReferred));
        all.put(Measure.TRANSFERS, number(contacts, RawContact::isTransferred));
        all.put(Measure.OUTBOUND, number(contacts, one -> !one.isInbound()));
        return all;
    }

    /** First-contact resolution, judged by what else came on the same matter. */
    private static void first(List<RawContact> contacts, RawMatters matters, Instant now, Map<Measure, Counted> all) {
        List<RawContact> first = contacts.stream().filter(matters::isFirst).toList();
        List<RawContact> known =
                first.stream().filter(one -> one.isOver(RawMatters.SPAN, now)).toList();
        all.put(Measure.FIRST_CONTACT_RESOLUTION, rate(known, one -> !matters.cameBack(one)));
        all.put(Measure.FIRST_CONTACT_PENDING, number(first, one -> !one.isOver(RawMatters.SPAN, now)));
    }

    private static List<RawContact> scored(List<RawContact> contacts, Predicate<RawContact> which) {
        return contacts.stream()
                .filter(which)
                .filter(one -> one.score() != null)
                .toList();
    }

    private static Counted number(List<RawContact> of, Predicate<RawContact> which) {
        long n = of.stream().filter(which).count();
        return new Counted(n, (double) n);
    }

    private static Counted rate(List<RawContact> of, Predicate<RawContact> which) {
        long hits = of.stream().filter(which).count();
        return new Counted(of.size(), of.isEmpty() ? null : Double.valueOf((double) hits / of.size()));
    }

    private static Counted mean(List<RawContact> of, ToDoubleFunction<RawContact> seconds) {
        DoubleStream values = of.stream().mapToDouble(seconds);
        return new Counted(of.size(), of.isEmpty() ? null : Double.valueOf(values.sum() / of.size()));
    }

    /** Between two neighbours by their distance, as SQL's percentile_cont. */
    private static Counted percentile(List<RawContact> of, double p) {
        double[] waits =
                of.stream().mapToDouble(RawContact::waitSeconds).sorted().toArray();
        if (waits.length == 0) {
            return new Counted(0, null);
        }
        double place = p * (waits.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, waits.length - 1);
        return new Counted(waits.length, waits[below] + (place - below) * (waits[above] - waits[below]));
    }
}
