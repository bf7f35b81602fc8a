package mx.gob.edomex.catgem.web.manual;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.knowledge.WordDiff;
import mx.gob.edomex.catgem.manual.ManualTerms;
import mx.gob.edomex.catgem.manual.ProcedureText;
import mx.gob.edomex.catgem.manual.Signature;
import mx.gob.edomex.catgem.manual.TextDifference.Change;
import mx.gob.edomex.catgem.manual.TextFault;
import mx.gob.edomex.catgem.manual.VersionCard;
import mx.gob.edomex.catgem.manual.VersionState;
import mx.gob.edomex.catgem.web.shell.PageLanguage;
import mx.gob.edomex.catgem.web.shell.Times;

/** The manual's codes in the reader's language. */
@Named("manualWords")
@RequestScoped
public class ManualWords {

    @Inject
    PageLanguage language;

    @Inject
    Times times;

    /** The text {@code <kind>.<code>} of the screen, or the term of the manual. */
    public String of(String kind, Object code) {
        String key = kind + "." + code;
        return texts().containsKey(key) ? texts().getString(key) : ManualTerms.of(kind, code, language.getLocale());
    }

    public String format(String key, Object... values) {
        return new MessageFormat(texts().getString(key), language.getLocale()).format(values);
    }

    public boolean isEnglish() {
        return language.getLocale().getLanguage().equals("en");
    }

    public String name(VersionCard version) {
        return isEnglish() ? version.nameEn() : version.nameEs();
    }

    public String state(VersionCard version) {
        return of("state", version.state());
    }

    /** Colour of the state; the word says the same. */
    public String tone(VersionState state) {
        return switch (state) {
            case IN_FORCE -> "ok";
            case AUTHORISED, IN_REVIEW -> "info";
            case OBSOLETE, ABANDONED -> "";
            case DRAFT -> "warn";
        };
    }

    /** Brought by a migration, and no version by three people. */
    public boolean isProposal(VersionCard version) {
        return version.proposal() && version.prepared() == null && version.opened() == null;
    }

    public String signature(Signature signature) {
        return signature.name() + ", " + times.full(signature.at());
    }

    public String list(List<String> codes) {
        return String.join(", ", codes);
    }

    /** A field's value: codes in words, nothing as a dash. */
    public String value(String field, String value) {
        if (value == null || value.isEmpty()) {
            return "–";
        }
        return switch (field) {
            case "act", "role", "evidence" -> of(field, value);
            case "mandatoryFor" -> of("outcome", value);
            case "mandatory", "repeats", "declarable" -> of("flag", value);
            case "limitSeconds" -> value + " s";
            case "exit" -> Arrays.stream(value.split(",", -1)).collect(Collectors.joining(", "));
            default -> value;
        };
    }

    public WordDiff words(Change change) {
        return WordDiff.of(
                change.before() == null ? "" : change.before(), change.after() == null ? "" : change.after());
    }

    /** {@code AVC-07 → AVC-08} for {@code AVC-07>AVC-08}. */
    public String pair(String where) {
        return where.replace(">", " → ");
    }

    /** Where two people wrote, as {@code Consulta la ficha · Límite}. */
    public String where(String line) {
        String[] parts = line.split("\\.", 3);
        return switch (parts[0]) {
            case "section" -> of("section", parts[1]);
            case "step" -> of("act", parts[1].replaceAll("#.*", "")) + " · " + of("field", parts[2]);
            case "precedence" -> of("field", "before") + " " + pair(line.substring("precedence.".length()));
            case "exit" -> of("outcome", parts[1]);
            default -> of("field", parts[0]);
        };
    }

    /** The value of such a line. */
    public String said(Change change) {
        return value(field(change.where()), change.before());
    }

    private static String field(String line) {
        String[] parts = line.split("\\.", 3);
        return parts[0].equals("step") ? parts[2] : parts[0].equals("exit") ? "exit" : "";
    }

    /** The fault in words, with the step it stands in. */
    public String fault(TextFault fault, ProcedureText text) {
        String detail = fault.detail();
        String words =
                switch (fault.code()) {
                    case SECTION_MISSING -> of("section", detail);
                    case ACT_TWICE -> of("act", detail);
                    case ROLE_OF_NOBODY -> detail.isEmpty() ? "–" : of("role", detail);
                    case EVIDENCE_UNKNOWN -> detail.isEmpty() ? "–" : of("evidence", detail);
                    case GUARD_UNKNOWN, GUARD_WITHOUT_EFFECT -> of("outcome", detail);
                    case ACT_DROPPED ->
                        detail.substring(0, detail.indexOf(' ')) + " "
                                + of("act", detail.substring(detail.indexOf(' ') + 1));
                    default -> detail;
                };
        String[] where = fault.where().split("-", 3);
        String place =
                switch (where[0]) {
                    case "step" -> {
                        String code =
                                text.steps().get(Integer.parseInt(where[1]) - 1).code();
                        yield (code.isEmpty() ? of("step", "new") : code) + ": ";
                    }
                    case "exit" -> of("outcome", where[1]) + ": ";
                    default -> "";
                };
        return place + format("fault." + fault.code(), words);
    }

    private ResourceBundle texts() {
        return ResourceBundle.getBundle("i18n.Manual", language.getLocale());
    }
}
