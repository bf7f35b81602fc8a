package mx.gob.edomex.catgem.survey;

import java.util.List;
import mx.gob.edomex.catgem.shared.Language;

/**
 * A survey as its citizen sees it.
 *
 * @param language of the contact; texts are in the language asked for
 * @param questions empty unless OPEN
 */
public record SurveyForm(State state, Language language, List<Question> questions) {

    /** Whether it can be answered. */
    public enum State {
        /** The contact is not closed yet; ask again in some seconds. */
        PENDING,
        /** Nothing is asked about this contact. */
        NONE,
        OPEN,
        ANSWERED,
        EXPIRED
    }

    /** A question with the answers to choose from. */
    public record Question(int number, boolean required, String text, List<Option> options) {}

    /** One answer. */
    public record Option(String code, String text) {}

    static SurveyForm of(State state, Language language) {
        return new SurveyForm(state, language, List.of());
    }
}
