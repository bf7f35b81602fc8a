package mx.gob.edomex.catgem.manual;

import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import mx.gob.edomex.catgem.shared.Language;

/**
 * Purpose, scope and the other sections for the procedures the product ships, in Spanish as every official text is. The
 * centre's own manual is not public: these are a proposal, and the first draft of a procedure begins with them.
 */
final class ProposedSections {

    private static final ResourceBundle TEXTS =
            ResourceBundle.getBundle("mx.gob.edomex.catgem.manual.Proposed", Language.ES.locale());

    private ProposedSections() {}

    static Map<String, String> of(String procedure) {
        Map<String, String> sections = new TreeMap<>();
        for (String section : ProcedureText.SECTIONS) {
            String key = procedure + "." + section;
            String shared = "ALL." + section;
            sections.put(
                    section,
                    TEXTS.containsKey(key)
                            ? TEXTS.getString(key)
                            : TEXTS.containsKey(shared) ? TEXTS.getString(shared) : "");
        }
        return sections;
    }
}
