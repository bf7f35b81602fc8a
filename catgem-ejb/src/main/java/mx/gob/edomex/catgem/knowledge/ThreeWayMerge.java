package mx.gob.edomex.catgem.knowledge;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Joins two changes of the same text: field by field, and line by line within a field. Where both changed the same
 * lines nobody but a person can decide: the field is a conflict and keeps what is there.
 *
 * @param text the joined text; in a conflict it has theirs
 * @param taken fields in which something of theirs came into mine
 * @param conflicts fields that a person must decide
 */
record ThreeWayMerge(EntryText text, Set<EntryField> taken, Set<EntryField> conflicts) {

    /**
     * @param base what both began from
     * @param theirs what was saved meanwhile
     * @param mine what is to be saved
     */
    static ThreeWayMerge of(EntryText base, EntryText theirs, EntryText mine) {
        EntryText joined = mine;
        Set<EntryField> taken = EnumSet.noneOf(EntryField.class);
        Set<EntryField> conflicts = EnumSet.noneOf(EntryField.class);
        for (EntryField field : EntryField.values()) {
            String was = base.get(field);
            String other = theirs.get(field);
            String own = mine.get(field);
            if (other.equals(was) || other.equals(own)) {
                continue;
            }
            Optional<String> both = own.equals(was) ? Optional.of(other) : lines(was, other, own);
            joined = joined.with(field, both.orElse(other));
            (both.isPresent() ? taken : conflicts).add(field);
        }
        return new ThreeWayMerge(joined, taken, conflicts);
    }

    private static Optional<String> lines(String base, String theirs, String mine) {
        List<String> was = lines(base);
        List<AbstractDelta<String>> other = DiffUtils.diff(was, lines(theirs)).getDeltas();
        List<AbstractDelta<String>> own = DiffUtils.diff(was, lines(mine)).getDeltas();
        if (other.stream().anyMatch(one -> own.stream().anyMatch(two -> meet(one, two)))) {
            return Optional.empty();
        }
        List<String> joined = new ArrayList<>(was);
        // From the end, so that the positions before a change stay what they were.
        Stream.concat(other.stream(), own.stream())
                .sorted((one, two) -> Integer.compare(
                        two.getSource().getPosition(), one.getSource().getPosition()))
                .forEach(delta -> {
                    int at = delta.getSource().getPosition();
                    joined.subList(at, at + delta.getSource().size()).clear();
                    joined.addAll(at, delta.getTarget().getLines());
                });
        return Optional.of(String.join("\n", joined));
    }

    /** Also when they only touch: two people who write at the same place may mean the same thing. */
    private static boolean meet(AbstractDelta<String> one, AbstractDelta<String> two) {
        int begin = one.getSource().getPosition();
        int end = begin + one.getSource().size();
        int otherBegin = two.getSource().getPosition();
        int otherEnd = otherBegin + two.getSource().size();
        return begin <= otherEnd && otherBegin <= end;
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : text.lines().collect(Collectors.toList());
    }
}
