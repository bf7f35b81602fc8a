package mx.gob.edomex.catgem.quality;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.Basis;
import mx.gob.edomex.catgem.evidence.ProcedureVersion;
import mx.gob.edomex.catgem.evidence.ProcedureVersion.Precedence;
import mx.gob.edomex.catgem.evidence.ProcedureVersion.ProcedureStep;
import mx.gob.edomex.catgem.evidence.StepKind;
import mx.gob.edomex.catgem.quality.ExecutionTrace.StepEvent;
import mx.gob.edomex.catgem.training.VersionTraining;

/**
 * Reads one ended execution against the version it was pinned to. Everything it judges by is data: mandatory steps, early
 * exits, precedences and limits of the version, and the {@link ConformityLimits} of the centre. An event that a later one
 * corrects is out of account.
 */
final class ConformityRules {

    private final ExecutionTrace trace;
    private final ProcedureVersion version;
    private final ConformityLimits limits;
    private final VersionTraining training;
    private final List<StepEvent> done = new ArrayList<>();
    private final Map<String, StepEvent> first = new HashMap<>();
    private final Map<String, StepEvent> last = new HashMap<>();
    private final Set<String> skips = new HashSet<>();
    private final List<Deviation> deviations = new ArrayList<>();

    private final List<String> measured = new ArrayList<>();
    private final List<String> declared = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<String> late = new ArrayList<>();

    private ConformityRules(
            ExecutionTrace trace, ProcedureVersion version, ConformityLimits limits, VersionTraining training) {
        this.trace = trace;
        this.version = version;
        this.limits = limits;
        this.training = training;
        Set<Long> corrected = trace.events().stream()
                .map(StepEvent::corrects)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        for (StepEvent event : trace.events()) {
            if (corrected.contains(event.id())) {
                continue;
            }
            if (event.kind() == StepKind.END) {
                done.add(event);
                first.putIfAbsent(event.step(), event);
                last.put(event.step(), event);
            } else if (event.kind() == StepKind.SKIPPED) {
                skips.add(event.step());
            }
        }
    }

    static Conformity read(
            ExecutionTrace trace, ProcedureVersion version, ConformityLimits limits, VersionTraining training) {
        return new ConformityRules(trace, version, limits, training).read();
    }

    private Conformity read() {
        ProcedureStep terminal = terminal(version);
        String outcome =
                last.containsKey(terminal.code()) && last.get(terminal.code()).outcome() != null
                        ? last.get(terminal.code()).outcome()
                        : trace.outcome();
        List<ProcedureStep> owed =
                version.steps().stream().filter(step -> owes(step, outcome)).toList();
        for (ProcedureStep step : owed) {
            stand(step, step.equals(terminal));
            judgeTime(step);
        }
        if (owed.stream().noneMatch(terminal::equals) && !last.containsKey(terminal.code())) {
            withoutTerminal(terminal);
        }
        version.precedences().forEach(this::judgeOrder);
        deviations.addAll(StepRules.read(done, version, limits, training));
        judgeCounter();
        boolean earlyExit = outcome != null
                && version.earlyExits().containsKey(outcome)
                && owed.stream().anyMatch(step -> step.act() == Act.ASSIGNED);
        return new Conformity(
                outcome, earlyExit, staff(terminal), measured, declared, skipped, missing, late, deviations);
    }

    /** The step that ends an execution: the closing one, or the last of a procedure that has none. */
    static ProcedureStep terminal(ProcedureVersion version) {
        return version.steps().stream()
                .filter(step -> step.act() == Act.CLOSE)
                .findFirst()
                .orElseGet(() -> version.steps().stream()
                        .max(Comparator.comparingInt(ProcedureStep::ordinal))
                        .orElseThrow());
    }

    private boolean owes(ProcedureStep step, String outcome) {
        List<String> exit = outcome == null ? null : version.earlyExits().get(outcome);
        return exit != null
                ? exit.contains(step.code())
                : step.mandatory() || (outcome != null && outcome.equals(step.mandatoryFor()));
    }

    private void stand(ProcedureStep step, boolean terminal) {
        StepEvent newest = last.get(step.code());
        if (newest != null) {
            (newest.basis() == Basis.MEASURED ? measured : declared).add(step.code());
        } else if (skips.contains(step.code()) && !terminal) {
            skipped.add(step.code());
        } else {
            missing.add(step.code());
            if (terminal) {
                withoutTerminal(step);
            } else {
                found(DeviationCode.D1, step.code(), step.code(), null, null, null, trace.endedAt());
            }
        }
    }

    private void withoutTerminal(ProcedureStep terminal) {
        found(DeviationCode.D9, terminal.code(), terminal.code(), null, null, null, trace.endedAt());
    }

    private void judgeTime(ProcedureStep step) {
        StepEvent earliest = first.get(step.code());
        Instant start = limitsStart();
        if (step.limitSeconds() == null || earliest == null || start == null) {
            return;
        }
        Duration taken = Duration.between(start, earliest.at());
        if (taken.compareTo(Duration.ofSeconds(step.limitSeconds())) > 0) {
            late.add(step.code());
            found(
                    DeviationCode.D4,
                    step.code(),
                    step.code(),
                    BigDecimal.valueOf(taken.toMillis(), 3),
                    BigDecimal.valueOf(step.limitSeconds()),
                    earliest.staff(),
                    earliest.at());
        }
    }

    /** Limits count from the advisor's first connection, through holds and transfers; elsewhere from the beginning. */
    private Instant limitsStart() {
        return version.steps().stream()
                .filter(step -> step.act() == Act.ASSIGNED)
                .findFirst()
                .map(step ->
                        first.containsKey(step.code()) ? first.get(step.code()).at() : null)
                .orElseGet(() ->
                        version.steps().stream().anyMatch(step -> step.act() == Act.ASSIGNED) ? null : trace.begunAt());
    }

    /** First events are compared, because steps repeat for each question; a step never done is missing, not late. */
    private void judgeOrder(Precedence precedence) {
        StepEvent before = first.get(precedence.before());
        StepEvent after = first.get(precedence.after());
        if (before != null && after != null && before.k() > after.k()) {
            found(
                    DeviationCode.D2,
                    precedence.before() + ">" + precedence.after(),
                    precedence.after(),
                    BigDecimal.valueOf(after.k()),
                    BigDecimal.valueOf(before.k()),
                    after.staff(),
                    after.at());
        }
    }

    /** Every number from 1 to the counter stands once in the ledger; a row beyond the counter is as wrong as a hole. */
    private void judgeCounter() {
        TreeSet<Integer> present =
                trace.events().stream().map(StepEvent::k).collect(Collectors.toCollection(TreeSet::new));
        int expected = 1;
        for (int k : present) {
            gap(expected, k - 1);
            expected = k + 1;
        }
        gap(expected, trace.counter());
        int beyond = present.tailSet(trace.counter(), false).size();
        if (beyond > 0) {
            counterFault("COUNTER", beyond);
        }
    }

    private void gap(int from, int to) {
        if (from <= to) {
            counterFault("K" + from + "-" + to, to - from + 1);
        }
    }

    private void counterFault(String subject, int numbers) {
        found(DeviationCode.D10, subject, null, BigDecimal.valueOf(numbers), BigDecimal.ZERO, null, trace.endedAt());
    }

    private void found(
            DeviationCode code,
            String subject,
            String step,
            BigDecimal value,
            BigDecimal allowed,
            String staff,
            Instant at) {
        deviations.add(new Deviation(
                code, subject, step, value, allowed, staff == null ? staff(terminal(version)) : staff, at));
    }

    private String staff(ProcedureStep terminal) {
        return version.steps().stream()
                .filter(step -> step.act() == Act.ASSIGNED && last.containsKey(step.code()))
                .findFirst()
                .or(() -> last.containsKey(terminal.code())
                        ? java.util.Optional.of(terminal)
                        : java.util.Optional.empty())
                .map(step -> last.get(step.code()).staff())
                .orElse(null);
    }
}
