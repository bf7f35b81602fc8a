package mx.gob.edomex.catgem.quality;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.evidence.Basis;
import mx.gob.edomex.catgem.evidence.ProcedureVersion;
import mx.gob.edomex.catgem.evidence.ProcedureVersion.ProcedureStep;
import mx.gob.edomex.catgem.quality.ConformityLimits.Demand;
import mx.gob.edomex.catgem.quality.ExecutionTrace.StepEvent;
import mx.gob.edomex.catgem.training.VersionTraining;

/**
 * How the steps that were done were done and recorded: by whom and with what training (D3), under which version (D5), how often (D6), when they
 * were entered (D7) and with what to prove them (D8). A step at fault several times is one deviation, with the worst
 * figure where there is one and the first event otherwise.
 */
final class StepRules {

    /** Subject of a D7 that is about ticks at closing and no single step. */
    static final String BURST = "BURST";

    /** Subject of a D3 that is about training, before the user name: once for each person, whatever they did. */
    static final String UNTRAINED = "UNTRAINED:";

    /** Nobody is taught to be one of these. */
    private static final Set<String> NO_STAFF = Set.of("system", "citizen");

    private final ProcedureVersion version;
    private final ConformityLimits limits;
    private final VersionTraining training;
    private final Map<String, ProcedureStep> steps = new HashMap<>();
    private final Map<String, List<StepEvent>> done;
    private final List<StepEvent> events;
    private final List<Deviation> deviations = new ArrayList<>();

    /** @param events finished steps that nothing corrects, by k */
    private StepRules(
            List<StepEvent> events, ProcedureVersion version, ConformityLimits limits, VersionTraining training) {
        this.version = version;
        this.limits = limits;
        this.training = training;
        version.steps().forEach(step -> steps.put(step.code(), step));
        this.events =
                events.stream().filter(event -> steps.containsKey(event.step())).toList();
        done = this.events.stream()
                .collect(Collectors.groupingBy(StepEvent::step, LinkedHashMap::new, Collectors.toList()));
    }

    static List<Deviation> read(
            List<StepEvent> events, ProcedureVersion version, ConformityLimits limits, VersionTraining training) {
        StepRules rules = new StepRules(events, version, limits, training);
        rules.judgeVersion();
        rules.done.values().forEach(rules::judgeStep);
        rules.judgeTraining();
        rules.judgeBurst();
        return rules.deviations;
    }

    private void judgeStep(List<StepEvent> times) {
        ProcedureStep step = steps.get(times.get(0).step());
        times.stream()
                .filter(event -> !isBySomebodyEntitled(step, event))
                .findFirst()
                .ifPresent(event -> found(DeviationCode.D3, step.code(), null, null, event));
        judgeLoop(step, times);
        judgeEntry(step, times);
        times.stream()
                .filter(event -> !isProved(step, event))
                .findFirst()
                .ifPresent(event -> found(DeviationCode.D8, step.code(), null, null, event));
    }

    private boolean isBySomebodyEntitled(ProcedureStep step, StepEvent event) {
        return step.role().equals("system") || step.role().equals(event.role()) || isByStandIn(step, event);
    }

    private boolean isByStandIn(ProcedureStep step, StepEvent event) {
        return event.role() != null
                && !event.role().equals(step.role())
                && limits.mayStandIn(step.role(), step.act(), event.role());
    }

    /** Each person once, at the first step of theirs that is beyond the days of grace. */
    private void judgeTraining() {
        Set<String> found = new HashSet<>();
        for (StepEvent event : events) {
            if (!isTaught(steps.get(event.step()), event)) {
                continue;
            }
            OptionalLong days = training.daysWithout(event.staff(), event.at());
            if (days.isPresent() && days.getAsLong() > limits.trainingGrace() && found.add(event.staff())) {
                deviations.add(new Deviation(
                        DeviationCode.D3,
                        UNTRAINED + event.staff(),
                        event.step(),
                        BigDecimal.valueOf(days.getAsLong()),
                        BigDecimal.valueOf(limits.trainingGrace()),
                        event.staff(),
                        event.at()));
            }
        }
    }

    /** Who stands in for another role may do that one step, and is not taught the procedure for it. */
    private boolean isTaught(ProcedureStep step, StepEvent event) {
        return event.staff() != null
                && !step.role().equals("system")
                && !(event.role() != null && NO_STAFF.contains(event.role()))
                && !isByStandIn(step, event);
    }

    /** A contact keeps the version it began with; work that drags on under one long replaced does not. */
    private void judgeVersion() {
        Instant obsolete = version.inForceTo();
        Optional<StepEvent> newest = events.stream().max(Comparator.comparing(StepEvent::at));
        if (!version.state().equals("OBSOLETE") || obsolete == null || newest.isEmpty()) {
            return;
        }
        Duration since = Duration.between(obsolete, newest.get().at());
        if (since.compareTo(limits.grace()) > 0) {
            deviations.add(new Deviation(
                    DeviationCode.D5,
                    "V" + version.number(),
                    null,
                    seconds(since),
                    seconds(limits.grace()),
                    newest.get().staff(),
                    newest.get().at()));
        }
    }

    private void judgeLoop(ProcedureStep step, List<StepEvent> times) {
        Integer most = limits.loopsOf().getOrDefault(step.act(), step.repeats() ? limits.loopMost() : null);
        if (most != null && times.size() > most) {
            found(
                    DeviationCode.D6,
                    step.code(),
                    BigDecimal.valueOf(times.size()),
                    BigDecimal.valueOf(most),
                    times.get(most));
        }
    }

    /** Of people only: what the system enters later (a mail fetched after an outage) is dated by the citizen's act. */
    private void judgeEntry(ProcedureStep step, List<StepEvent> times) {
        times.stream()
                .filter(event -> event.staff() != null && event.entry().compareTo(limits.lateEntry()) > 0)
                .max(Comparator.comparing(StepEvent::entry))
                .ifPresent(event -> found(
                        DeviationCode.D7, step.code(), seconds(event.entry()), seconds(limits.lateEntry()), event));
    }

    /** A checklist ticked off at the end says nothing of when, or whether, its steps were done. */
    private void judgeBurst() {
        ProcedureStep terminal = ConformityRules.terminal(version);
        List<StepEvent> ends = done.getOrDefault(terminal.code(), List.of());
        if (ends.isEmpty()) {
            return;
        }
        StepEvent end = ends.get(ends.size() - 1);
        Collection<StepEvent> ticked = events.stream()
                .filter(event -> event.basis() == Basis.DECLARED && event.k() < end.k())
                .filter(event -> !event.entered().isBefore(end.entered().minus(limits.burstWithin())))
                .toList();
        if (ticked.size() > limits.burstMost()) {
            deviations.add(new Deviation(
                    DeviationCode.D7,
                    BURST,
                    terminal.code(),
                    BigDecimal.valueOf(ticked.size()),
                    BigDecimal.valueOf(limits.burstMost()),
                    end.staff(),
                    end.at()));
        }
    }

    private boolean isProved(ProcedureStep step, StepEvent event) {
        Demand demand = step.evidence() == null ? null : limits.demands().get(step.evidence());
        if (demand == null || (event.basis() == Basis.DECLARED && !demand.declared())) {
            return true;
        }
        boolean referred = demand.refs().isEmpty() || demand.refs().stream().anyMatch(event.refs()::contains);
        return referred && (!demand.outcome() || event.outcome() != null);
    }

    private void found(DeviationCode code, String step, BigDecimal measured, BigDecimal allowed, StepEvent event) {
        deviations.add(new Deviation(code, step, step, measured, allowed, event.staff(), event.at()));
    }

    private static BigDecimal seconds(Duration span) {
        return BigDecimal.valueOf(span.toMillis(), 3);
    }
}
