package mx.gob.edomex.catgem.survey;

import java.time.Instant;
import java.util.List;

/**
 * The survey of a contact as those see it who answer for quality.
 *
 * @param advisorName whom the score is credited to, frozen at closing
 * @param answeredAt null while nobody answered
 * @param comment null when there is none, or the reader sees no personal data
 * @param commented whether there is a comment, shown or not
 */
public record SurveyCard(
        int version,
        String advisorName,
        Instant offeredAt,
        Instant expiresAt,
        Instant answeredAt,
        List<Line> lines,
        boolean commented,
        String comment) {

    /** A question and what was answered; null when it was left out. */
    public record Line(String question, String answer) {}
}
