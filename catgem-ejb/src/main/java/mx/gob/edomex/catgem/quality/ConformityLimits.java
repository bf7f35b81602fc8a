package mx.gob.edomex.catgem.quality;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * What deviations are judged by beside the version itself: settings and tables that the centre may change. A deviation
 * keeps the limit it was judged by.
 *
 * @param grace how long work may go on under a version after it became obsolete (D5)
 * @param loopMost how often a step that repeats may be done (D6); by act where one has a limit of its own
 * @param lateEntry how long after an act a person may enter it (D7)
 * @param burstMost so many declared steps may stand within {@code burstWithin} before the end (D7)
 * @param demands what the record of a step must carry, by type of evidence (D8)
 * @param standIns {@code role act stand-in} and {@code role * stand-in}: who may do another role's steps (D3)
 * @param trainingGrace days that work may go on without the training that is demanded (D3)
 */
record ConformityLimits(
        Duration grace,
        int loopMost,
        Map<Act, Integer> loopsOf,
        Duration lateEntry,
        int burstMost,
        Duration burstWithin,
        Map<String, Demand> demands,
        Set<String> standIns,
        int trainingGrace) {

    private static final String LOOP = "conformity.loop-most";

    /**
     * @param refs one of them must be referred to; empty: none
     * @param declared asked of declared steps too
     */
    record Demand(Set<String> refs, boolean outcome, boolean declared) {}

    static ConformityLimits read(EntityManager entities) {
        Map<String, Integer> values = new HashMap<>();
        Sql.on(entities, "select name, value from setting where name like 'conformity.%' and value ~ '^[0-9]{1,6}$'")
                .list(row -> Map.entry(row.text("name"), Integer.valueOf(row.text("value"))))
                .forEach(one -> values.put(one.getKey(), one.getValue()));
        Map<Act, Integer> loops = new HashMap<>();
        for (Act act : Act.values()) {
            if (values.containsKey(LOOP + "." + act)) {
                loops.put(act, values.get(LOOP + "." + act));
            }
        }
        return new ConformityLimits(
                Duration.ofHours(values.getOrDefault("conformity.obsolete-grace-hours", 72)),
                values.getOrDefault(LOOP, 15),
                loops,
                Duration.ofSeconds(values.getOrDefault("conformity.late-entry-seconds", 120)),
                values.getOrDefault("conformity.burst-most", 3),
                Duration.ofSeconds(values.getOrDefault("conformity.burst-seconds", 10)),
                demands(entities),
                standIns(entities),
                values.getOrDefault("conformity.training-grace-days", 7));
    }

    private static Map<String, Demand> demands(EntityManager entities) {
        Map<String, Demand> demands = new HashMap<>();
        Sql.on(entities, "select evidence, array_to_string(refs, ',') as refs, outcome, declared from evidence_demand")
                .each(row -> demands.put(
                        row.text("evidence"),
                        new Demand(
                                row.text("refs").isEmpty()
                                        ? Set.of()
                                        : Set.of(row.text("refs").split(",")),
                                row.flag("outcome"),
                                row.flag("declared"))));
        return demands;
    }

    private static Set<String> standIns(EntityManager entities) {
        return new HashSet<>(Sql.on(
                        entities,
                        "select role || ' ' || coalesce(act, '*') || ' ' || stand_in as said from role_stand_in")
                .list(row -> row.text("said")));
    }

    boolean mayStandIn(String role, Act act, String other) {
        return standIns.contains(role + " " + act + " " + other) || standIns.contains(role + " * " + other);
    }
}
