package mx.gob.edomex.catgem.survey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import mx.gob.edomex.catgem.channel.KeypadSurvey;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/** Answers of the survey as places of a keypad: the options of a question in their order, from 1. */
@ApplicationScoped
public class SurveyByKeypad implements KeypadSurvey {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    SurveyQuestions questions;

    @Inject
    SurveyService service;

    @Inject
    Clock clock;

    @Override
    public int answers(String question) {
        return Sql.on(
                        entities,
                        """
                        select cast(count(*) as int) as n from survey_option o
                        join survey_version v on v.number = o.version and v.state = 'IN_FORCE'
                        join survey_question q on q.version = o.version and q.number = o.question
                        where q.code = :question
                        """)
                .set("question", question)
                .first(row -> row.number("n"))
                .orElse(0);
    }

    /** Without the score nothing is said: the other answers are about it. */
    @Override
    public void answered(ContactId contact, Map<String, Integer> places) {
        Sql.on(
                        entities,
                        """
                        select version from survey_invitation
                        where contact_id = :contact and answered_at is null and expires_at > :now
                        """)
                .set("now", clock.instant())
                .set("contact", contact)
                .first(row -> row.number("version"))
                .map(version -> codes(version, places))
                .filter(codes -> codes.containsKey(SurveyQuestions.SATISFACTION))
                .ifPresent(codes -> service.answer(contact, new SurveyAnswers(codes, null)));
    }

    private Map<Integer, String> codes(int version, Map<String, Integer> places) {
        Map<Integer, String> names = questions.codes(version);
        Map<Integer, String> codes = new TreeMap<>();
        for (SurveyForm.Question question : questions.of(version, Language.ES)) {
            int place = places.getOrDefault(names.get(question.number()), 0);
            if (place >= 1 && place <= question.options().size()) {
                codes.put(question.number(), question.options().get(place - 1).code());
            }
        }
        return codes;
    }
}
