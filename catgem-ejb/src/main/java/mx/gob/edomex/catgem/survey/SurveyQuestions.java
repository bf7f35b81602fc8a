package mx.gob.edomex.catgem.survey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/** The questions of a version, which never change once people were asked. */
@ApplicationScoped
public class SurveyQuestions {

    /** Its answer is the score of indicator 1. */
    static final int SATISFACTION = 1;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    /** The version that is offered now, and how long it may be answered. */
    record InForce(int version, int validHours) {}

    InForce inForce() {
        return Sql.on(entities, "select number, valid_hours from survey_version where state = 'IN_FORCE'")
                .first(row -> new InForce(row.number("number"), row.number("valid_hours")))
                .orElseThrow(() -> new IllegalStateException("no survey is in force"));
    }

    List<SurveyForm.Question> of(int version, Language language) {
        String text = language == Language.EN ? "text_en" : "text_es";
        Map<Integer, List<SurveyForm.Option>> options = Sql.on(
                        entities,
                        "select question, code, " + text
                                + " as text from survey_option where version = :version order by question, ordinal")
                .set("version", version)
                .list(row ->
                        Map.entry(row.number("question"), new SurveyForm.Option(row.text("code"), row.text("text"))))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return Sql.on(
                        entities,
                        "select number, required, " + text
                                + " as text from survey_question where version = :version order by number")
                .set("version", version)
                .list(row -> new SurveyForm.Question(
                        row.number("number"),
                        row.flag("required"),
                        row.text("text"),
                        options.getOrDefault(row.number("number"), List.of())));
    }

    /** @throws AnswerNotValid when a required answer is missing, or one is no option of its question */
    void check(int version, SurveyAnswers answers) {
        List<SurveyForm.Question> questions = of(version, Language.ES);
        boolean complete = questions.stream()
                .filter(SurveyForm.Question::required)
                .allMatch(question -> answers.codes().containsKey(question.number()));
        boolean known = answers.codes().entrySet().stream().allMatch(answer -> questions.stream()
                .filter(question -> question.number() == answer.getKey())
                .flatMap(question -> question.options().stream())
                .anyMatch(option -> option.code().equals(answer.getValue())));
        if (!complete || !known) {
            throw new AnswerNotValid();
        }
    }

    /** Codes of the questions by number, for the ledger. */
    Map<Integer, String> codes(int version) {
        return Sql.on(entities, "select number, code from survey_question where version = :version")
                .set("version", version)
                .list(row -> Map.entry(row.number("number"), row.text("code")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether the score is one that a coordinator is to hear of. */
    boolean alerts(int version, String score) {
        return Sql.on(
                        entities,
                        """
                        select 1 from survey_version where number = :version
                        and cast(substring(cast(:score as text) from 2) as int) <= alert_up_to
                        """)
                .set("version", version)
                .set("score", score)
                .exists();
    }
}
