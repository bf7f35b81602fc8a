package mx.gob.edomex.catgem.knowledge;

import java.io.Serializable;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mx.gob.edomex.catgem.shared.Language;

/**
 * The text of an entry, in sections that every screen can lay out and every channel can send.
 *
 * <p>It is stored as plain text, so that versions can be compared line by line: a line {@code @requirements},
 * {@code @steps}, {@code @cost}, {@code @hours}, {@code @where} or {@code @note} begins a section of that kind, every
 * other line that is not blank is one paragraph or item. What stands before the first mark is explanation. There is no
 * other markup, so nothing in a text can become anything but text. Whoever writes may use the Spanish marks as well
 * ({@code @requisitos}, {@code @pasos}, {@code @costo}, {@code @horario}, {@code @donde}, {@code @nota}); what is kept
 * has the English ones.
 */
public record EntryBody(List<Section> sections) implements Serializable {

    public EntryBody {
        sections = List.copyOf(sections);
    }

    /** What a section says; its heading is a message of the screen's language, {@code knowledge.section.<KIND>}. */
    public enum Kind {
        EXPLANATION("@explicacion"),
        REQUIREMENTS("@requisitos"),
        STEPS("@pasos"),
        COST("@costo"),
        HOURS("@horario"),
        WHERE("@donde"),
        NOTE("@nota");

        private final String spanish;

        Kind(String spanish) {
            this.spanish = spanish;
        }

        private String mark(Language language) {
            return language == Language.ES ? spanish : "@" + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Paragraphs, or items where the kind is a list; never empty. */
    public record Section(Kind kind, List<String> lines) implements Serializable {

        public Section {
            lines = List.copyOf(lines);
        }

        /** The section as it goes into a chat or a mail: steps numbered, requirements with a dash. */
        public String plainText() {
            return switch (kind) {
                case STEPS ->
                    IntStream.range(0, lines.size())
                            .mapToObj(i -> (i + 1) + ". " + lines.get(i))
                            .collect(Collectors.joining("\n"));
                case REQUIREMENTS -> lines.stream().map(line -> "- " + line).collect(Collectors.joining("\n"));
                default -> String.join("\n", lines);
            };
        }
    }

    /** Reads the stored text; an unknown mark is kept as a line, so that nothing anybody wrote disappears. */
    public static EntryBody parse(String text) {
        List<Section> sections = new ArrayList<>();
        Kind kind = Kind.EXPLANATION;
        List<String> lines = new ArrayList<>();
        for (String line :
                text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
            Kind next = marked(line);
            if (next == null) {
                lines.add(line);
            } else {
                close(sections, kind, lines);
                kind = next;
                lines = new ArrayList<>();
            }
        }
        close(sections, kind, lines);
        return new EntryBody(sections);
    }

    private static void close(List<Section> sections, Kind kind, List<String> lines) {
        if (!lines.isEmpty()) {
            sections.add(new Section(kind, lines));
        }
    }

    /** The text with the marks as they are kept. */
    static String stored(String text) {
        return marked(text, Language.EN);
    }

    /** The stored text as somebody edits it: with the marks of their language. */
    public static String edited(String text, Language reader) {
        return marked(text, reader);
    }

    private static String marked(String text, Language language) {
        return text.lines()
                .map(line -> {
                    Kind kind = marked(line.strip());
                    return kind == null ? line : kind.mark(language);
                })
                .collect(Collectors.joining("\n"));
    }

    /** In either language, whatever its accents and capitals. */
    private static Kind marked(String line) {
        if (!line.startsWith("@")) {
            return null;
        }
        String plain = Normalizer.normalize(line, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        for (Kind kind : Kind.values()) {
            if (plain.equals(kind.mark(Language.EN)) || plain.equals(kind.mark(Language.ES))) {
                return kind;
            }
        }
        return null;
    }
}
