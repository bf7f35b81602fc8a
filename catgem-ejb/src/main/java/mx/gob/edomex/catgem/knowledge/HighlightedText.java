package mx.gob.edomex.catgem.knowledge;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/** Text with the words found marked, as pieces instead of markup: a screen escapes every piece like any other text. */
public record HighlightedText(List<Fragment> fragments) implements Serializable {

    public HighlightedText {
        fragments = List.copyOf(fragments);
    }

    /** A piece of the text; the pieces joined are the text. */
    public record Fragment(String text, boolean marked) implements Serializable {}

    public String plain() {
        return fragments.stream().map(Fragment::text).collect(Collectors.joining());
    }
}
