package mx.gob.edomex.catgem.web.manual;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.ProcedureVersion.Precedence;
import mx.gob.edomex.catgem.evidence.ProcedureVersion.ProcedureStep;
import mx.gob.edomex.catgem.manual.ProcedureText;
import mx.gob.edomex.catgem.web.shell.Parameters;

/** The text of a procedure as a page sends it. What is no number is out of every range, so that the check names it. */
final class ProcedureForm {

    private static final int MOST_ROWS = 60;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 1000;
    private static final int LONGEST_SECTION = 6000;

    private final HttpServletRequest request;

    ProcedureForm(HttpServletRequest request) {
        this.request = request;
    }

    boolean isSent() {
        return request.getParameter("steps") != null;
    }

    /** @param outcomes those a row is shown for */
    ProcedureText text(Collection<String> outcomes) {
        Map<String, String> sections = new TreeMap<>();
        for (String section : ProcedureText.SECTIONS) {
            sections.put(section, words("section-" + section, LONGEST_SECTION));
        }
        List<ProcedureStep> steps = new ArrayList<>();
        List<Precedence> precedences = new ArrayList<>();
        int rows = Math.min(MOST_ROWS, Math.max(0, number(text("steps"))));
        for (int i = 1; i <= rows; i++) {
            String prefix = "step-" + i + "-";
            if (!flag(prefix + "remove")) {
                ProcedureStep step = step(prefix);
                steps.add(step);
                codes(prefix + "before").forEach(before -> precedences.add(new Precedence(before, step.code())));
            }
        }
        Map<String, List<String>> exits = new TreeMap<>();
        for (String outcome : outcomes) {
            List<String> owed = codes("exit-" + outcome);
            if (!owed.isEmpty()) {
                exits.put(outcome, owed);
            }
        }
        return new ProcedureText(sections, steps, precedences, exits, words("reason", LONGEST_REASON));
    }

    private ProcedureStep step(String prefix) {
        String act = text(prefix + "act");
        String limit = text(prefix + "limit");
        String evidence = text(prefix + "evidence");
        String guard = text(prefix + "guard");
        return new ProcedureStep(
                text(prefix + "code").toUpperCase(Locale.ROOT),
                Arrays.stream(Act.values())
                        .filter(one -> one.name().equals(act))
                        .findFirst()
                        .orElse(null),
                Math.max(0, number(text(prefix + "ordinal"))),
                words(prefix + "nameEs", LONGEST_NAME),
                words(prefix + "nameEn", LONGEST_NAME),
                text(prefix + "role"),
                flag(prefix + "mandatory"),
                flag(prefix + "repeats"),
                limit.isEmpty() ? null : Integer.valueOf(number(limit)),
                evidence.isEmpty() ? null : evidence,
                flag(prefix + "declarable"),
                guard.isEmpty() ? null : guard);
    }

    private List<String> codes(String name) {
        return new TreeSet<>(Arrays.asList(text(name).toUpperCase(Locale.ROOT).split("[,;\\s]+", -1)))
                .stream().filter(code -> !code.isEmpty()).toList();
    }

    /** Browsers send line ends of their own. */
    private String words(String name, int most) {
        String words = text(name).replace("\r\n", "\n");
        return words.substring(0, Math.min(most, words.length()));
    }

    private boolean flag(String name) {
        return request.getParameter(name) != null;
    }

    String text(String name) {
        return Parameters.text(request, name);
    }

    static int number(String text) {
        return text.matches("-?\\d{1,7}") ? Integer.parseInt(text) : -1;
    }
}
