package mx.gob.edomex.catgem.survey;

import java.util.Map;

/**
 * What a citizen answered.
 *
 * @param codes option by question number
 * @param comment free words, or null; personal data
 */
public record SurveyAnswers(Map<Integer, String> codes, String comment) {

    /** Longest comment that is kept, in characters. */
    public static final int MAX_COMMENT = 1000;

    public SurveyAnswers {
        codes = Map.copyOf(codes);
        comment = comment == null || comment.isBlank() ? null : comment.strip();
        if (comment != null && comment.length() > MAX_COMMENT) {
            throw new AnswerNotValid();
        }
    }
}
