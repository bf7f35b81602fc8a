package mx.gob.edomex.catgem.administration;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What changed, as the ledger takes it: codes and numbers, a list as {@code A:B}, long lists over several entries. */
final class Refs {

    private static final int LONGEST = 120;

    private final Map<String, String> refs = new TreeMap<>();

    static Refs of(String name, String code) {
        Refs refs = new Refs();
        refs.refs.put(name, code);
        return refs;
    }

    /** Nothing is noted when both are the same. */
    Refs changed(String name, Collection<String> before, Collection<String> after) {
        put(name + ".added", without(after, before));
        put(name + ".removed", without(before, after));
        return this;
    }

    /** Nothing is noted when both are the same. */
    Refs changed(String name, String before, String after) {
        if (!before.equals(after)) {
            refs.put(name + ".from", before);
            refs.put(name + ".to", after);
        }
        return this;
    }

    /** A text changed; what it says is nobody's business here. */
    Refs text(String name, boolean changed) {
        if (changed) {
            refs.merge("texts", name, (known, more) -> known + ":" + more);
        }
        return this;
    }

    Refs with(String name, String value) {
        refs.put(name, value);
        return this;
    }

    boolean isEmpty() {
        return refs.size() < 2;
    }

    Map<String, String> map() {
        return refs;
    }

    private void put(String name, Collection<String> codes) {
        StringBuilder part = new StringBuilder();
        int number = 1;
        for (String code : codes) {
            if (part.length() + code.length() + 1 > LONGEST) {
                refs.put(name + "." + number++, part.toString());
                part.setLength(0);
            }
            part.append(part.length() == 0 ? "" : ":").append(code);
        }
        if (part.length() > 0) {
            refs.put(number == 1 ? name : name + "." + number, part.toString());
        }
    }

    private static Collection<String> without(Collection<String> all, Collection<String> some) {
        Collection<String> left = new TreeSet<>(all);
        left.removeAll(some);
        return left;
    }
}
