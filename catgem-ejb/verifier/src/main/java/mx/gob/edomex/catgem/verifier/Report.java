package mx.gob.edomex.catgem.verifier;

import java.util.List;
import java.util.Map;

/** What came out of one bundle. */
record Report(Findings findings, Map<String, String> facts, boolean pinned) {

    private static final int SHOWN = 20;

    Verdict verdict() {
        return findings.verdict();
    }

    String text(String file, boolean english) {
        StringBuilder text = new StringBuilder();
        text.append(verdict().in(english)).append("  ").append(file).append('\n');
        List<Findings.Finding> all = findings.all();
        all.stream()
                .limit(SHOWN)
                .forEach(one -> text.append("  - ").append(one.text(english)).append('\n'));
        if (all.size() > SHOWN) {
            text.append("  - … (").append(all.size() - SHOWN).append(english ? " more)\n" : " más)\n");
        }
        fact(text, english ? "installation" : "instalación", "origin");
        fact(text, english ? "about" : "sobre", "title");
        fact(text, english ? "made" : "elaborado", "made");
        fact(text, english ? "records" : "registros", "leaves");
        fact(text, english ? "checkpoints of size" : "sellos de tamaño", "checkpoints");
        fact(text, english ? "signatures of witnesses" : "firmas de testigos", "cosignatures");
        fact(text, english ? "signed with" : "firmado con", "keys");
        if (facts.getOrDefault("origin", "").contains("/TRYOUT/")) {
            text.append(
                    english
                            ? "  This is a try-out, not the real centre.\n"
                            : "  Es una instalación de prueba, no el centro real.\n");
        }
        if (verdict() == Verdict.VALID && !pinned) {
            text.append(
                    english
                            ? "  Compare the key with the one that was published, or give it with --key: whoever makes a bundle can make keys.\n"
                            : "  Compare la llave con la publicada, o indíquela con --key: quien hace un paquete puede hacer llaves.\n");
        }
        return text.toString();
    }

    private void fact(StringBuilder text, String name, String key) {
        String value = facts.get(key);
        if (value != null && !value.isEmpty()) {
            text.append("  ")
                    .append(name)
                    .append(": ")
                    .append(value.replaceAll("\\p{Cntrl}", "?"))
                    .append('\n');
        }
    }
}
