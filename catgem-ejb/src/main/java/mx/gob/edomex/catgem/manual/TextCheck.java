package mx.gob.edomex.catgem.manual;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.ProcedureVersion.Precedence;
import mx.gob.edomex.catgem.evidence.ProcedureVersion.ProcedureStep;
import mx.gob.edomex.catgem.manual.TextFault.Code;

/** Looks for what nobody could work by, and for what should be known before a version is signed. Pure. */
final class TextCheck {

    static final int MOST_STEPS = 40;
    static final int LONGEST_LIMIT = 604_800;

    private final ProcedureText text;
    private final TextContext context;
    private final Set<String> codes = new HashSet<>();
    private final List<TextFault> errors = new ArrayList<>();
    private final List<TextFault> warnings = new ArrayList<>();

    private TextCheck(ProcedureText text, TextContext context) {
        this.text = text;
        this.context = context;
    }

    /** Errors first, each kind in the order of the screen. */
    static List<TextFault> of(ProcedureText text, TextContext context) {
        TextCheck check = new TextCheck(text, context);
        check.sections();
        check.steps();
        check.precedences();
        check.terminal();
        check.exits();
        check.dropped();
        List<TextFault> faults = new ArrayList<>(check.errors);
        faults.addAll(check.warnings);
        return List.copyOf(faults);
    }

    private void error(Code code, String where, Object detail) {
        errors.add(TextFault.error(code, where, detail));
    }

    private static String where(int index, String field) {
        return "step-" + (index + 1) + "-" + field;
    }

    private void sections() {
        for (String section : ProcedureText.SECTIONS) {
            if (text.sections().getOrDefault(section, "").isBlank()) {
                error(Code.SECTION_MISSING, "section-" + section, section);
            }
        }
    }

    private void steps() {
        if (text.steps().isEmpty()) {
            error(Code.NO_STEPS, "steps", "");
        } else if (text.steps().size() > MOST_STEPS) {
            error(Code.TOO_MANY_STEPS, "steps", MOST_STEPS);
        }
        Set<Integer> orders = new HashSet<>();
        Set<Act> acts = EnumSet.noneOf(Act.class);
        for (int i = 0; i < text.steps().size(); i++) {
            ProcedureStep step = text.steps().get(i);
            if (!step.code().matches(context.procedure() + "-\\d{2}")) {
                error(Code.CODE_NOT_VALID, where(i, "code"), context.procedure());
            } else if (!codes.add(step.code())) {
                error(Code.CODE_TWICE, where(i, "code"), step.code());
            }
            if (step.ordinal() < 1 || step.ordinal() > 99) {
                error(Code.ORDER_NOT_VALID, where(i, "ordinal"), "");
            } else if (!orders.add(step.ordinal())) {
                error(Code.ORDER_TWICE, where(i, "ordinal"), step.ordinal());
            }
            if (step.act() == null) {
                error(Code.ACT_MISSING, where(i, "act"), "");
            } else if (!acts.add(step.act())) {
                error(Code.ACT_TWICE, where(i, "act"), step.act());
            }
            fields(step, i);
        }
    }

    private void fields(ProcedureStep step, int i) {
        if (step.nameEs().isBlank() || step.nameEn().isBlank()) {
            error(Code.NAME_MISSING, where(i, step.nameEs().isBlank() ? "nameEs" : "nameEn"), "");
        }
        if (!context.roles().contains(step.role())) {
            error(Code.ROLE_OF_NOBODY, where(i, "role"), step.role());
        }
        if (step.limitSeconds() != null && (step.limitSeconds() <= 0 || step.limitSeconds() > LONGEST_LIMIT)) {
            error(Code.LIMIT_NOT_VALID, where(i, "limit"), LONGEST_LIMIT);
        }
        if (step.evidence() == null || !context.evidence().contains(step.evidence())) {
            error(Code.EVIDENCE_UNKNOWN, where(i, "evidence"), step.evidence() == null ? "" : step.evidence());
        }
        if (step.mandatoryFor() != null && !context.outcomes().contains(step.mandatoryFor())) {
            error(Code.GUARD_UNKNOWN, where(i, "guard"), step.mandatoryFor());
        } else if (step.mandatoryFor() != null && step.mandatory()) {
            error(Code.GUARD_WITHOUT_EFFECT, where(i, "guard"), step.mandatoryFor());
        }
    }

    private int indexOf(String code) {
        for (int i = 0; i < text.steps().size(); i++) {
            if (text.steps().get(i).code().equals(code)) {
                return i;
            }
        }
        return -1;
    }

    private void precedences() {
        boolean whole = true;
        for (Precedence precedence : text.precedences()) {
            int after = indexOf(precedence.after());
            int before = indexOf(precedence.before());
            String where = after < 0 ? "steps" : where(after, "before");
            if (after < 0 || before < 0) {
                error(Code.PRECEDENCE_UNKNOWN, where, after < 0 ? precedence.after() : precedence.before());
                whole = false;
            } else if (after == before) {
                error(Code.PRECEDENCE_OF_ITSELF, where, precedence.after());
                whole = false;
            } else if (text.steps().get(before).ordinal()
                    > text.steps().get(after).ordinal()) {
                warnings.add(TextFault.warning(Code.ORDER_AGAINST_PRECEDENCE, where, precedence.before()));
            }
        }
        if (whole) {
            cycle().ifPresent(
                            path -> error(Code.CYCLE, where(indexOf(path.get(0)), "before"), String.join(" → ", path)));
        }
    }

    /** A way along the precedences that comes back to where it began; the first and the last are the same step. */
    private Optional<List<String>> cycle() {
        Map<String, Set<String>> next = new TreeMap<>();
        text.precedences().forEach(one -> next.computeIfAbsent(one.before(), code -> new TreeSet<>())
                .add(one.after()));
        Set<String> done = new HashSet<>();
        for (String code : next.keySet()) {
            Deque<String> path = new ArrayDeque<>();
            if (leadsBack(code, next, path, done)) {
                List<String> found = new ArrayList<>(path);
                return Optional.of(found.subList(found.indexOf(found.get(found.size() - 1)), found.size()));
            }
        }
        return Optional.empty();
    }

    private static boolean leadsBack(String code, Map<String, Set<String>> next, Deque<String> path, Set<String> done) {
        boolean again = path.contains(code);
        path.addLast(code);
        if (again) {
            return true;
        }
        if (!done.contains(code)) {
            for (String after : next.getOrDefault(code, Set.of())) {
                if (leadsBack(after, next, path, done)) {
                    return true;
                }
            }
        }
        path.removeLast();
        done.add(code);
        return false;
    }

    private static Optional<ProcedureStep> terminal(ProcedureText text) {
        Optional<ProcedureStep> closing =
                text.steps().stream().filter(step -> step.act() == Act.CLOSE).findFirst();
        return closing.isPresent()
                ? closing
                : text.steps().stream().max(Comparator.comparingInt(ProcedureStep::ordinal));
    }

    /** Without a mandatory last step nobody could say when an execution has ended. */
    private void terminal() {
        Optional<ProcedureStep> terminal = terminal(text);
        if (terminal.isEmpty()) {
            return;
        }
        boolean closes = context.base().steps().stream().anyMatch(step -> step.act() == Act.CLOSE);
        if (!terminal.get().mandatory() || (closes && terminal.get().act() != Act.CLOSE)) {
            error(Code.NO_TERMINAL, "steps", closes ? Act.CLOSE.name() : "");
        } else if (text.precedences().stream()
                .anyMatch(one -> one.before().equals(terminal.get().code()))) {
            error(Code.TERMINAL_NOT_LAST, "steps", terminal.get().code());
        }
    }

    private void exits() {
        new TreeMap<>(text.earlyExits()).forEach((outcome, owed) -> {
            String where = "exit-" + outcome;
            if (!context.outcomes().contains(outcome)) {
                error(Code.GUARD_UNKNOWN, where, outcome);
            }
            owed.stream().filter(code -> indexOf(code) < 0).forEach(code -> error(Code.EXIT_UNKNOWN, where, code));
            terminal(text)
                    .filter(terminal -> !owed.contains(terminal.code()))
                    .ifPresent(terminal -> error(Code.EXIT_WITHOUT_TERMINAL, where, terminal.code()));
        });
    }

    /** What the centre records today and would record no more. */
    private void dropped() {
        for (ProcedureStep step : context.base().steps()) {
            if (text.steps().stream().noneMatch(one -> one.act() == step.act())) {
                warnings.add(TextFault.warning(Code.ACT_DROPPED, "steps", step.code() + " " + step.act()));
            }
        }
    }
}
