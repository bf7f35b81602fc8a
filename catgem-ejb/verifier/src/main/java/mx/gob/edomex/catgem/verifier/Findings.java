package mx.gob.edomex.catgem.verifier;

import java.util.ArrayList;
import java.util.List;

/** What was found wrong, in the order it was found. */
final class Findings {

    /** A fault and where it is. */
    record Finding(Fault fault, String first, String second) {

        String text(boolean english) {
            return fault.text(english, first, second);
        }
    }

    private static final int SHOWN = 1000;

    private final List<Finding> all = new ArrayList<>();

    void add(Fault fault, Object first, Object second) {
        if (all.size() < SHOWN || (verdict() != Verdict.ALTERED && fault.verdict() == Verdict.ALTERED)) {
            all.add(new Finding(fault, plain(first), plain(second)));
        }
    }

    void add(Fault fault, Object first) {
        add(fault, first, "");
    }

    /** What a bundle says of itself goes to a terminal: nothing but printable signs, and not many. */
    private static String plain(Object value) {
        String text = String.valueOf(value).replaceAll("[^\\p{L}\\p{N} ._:/+-]", "?");
        return text.length() > 120 ? text.substring(0, 120) + "…" : text;
    }

    List<Finding> all() {
        return all;
    }

    /** Altered outweighs incomplete: what is missing may have been taken away by who altered the rest. */
    Verdict verdict() {
        if (all.stream().anyMatch(finding -> finding.fault().verdict() == Verdict.ALTERED)) {
            return Verdict.ALTERED;
        }
        return all.isEmpty() ? Verdict.VALID : Verdict.INCOMPLETE;
    }
}
