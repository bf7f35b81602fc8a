package mx.gob.edomex.catgem.survey;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.security.PersonalData;
import mx.gob.edomex.catgem.shared.Alerts;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.SubjectId;

/**
 * A citizen's answer, by the single-use link or in the chat. The first answer stays, and goes to whom the offer froze:
 * a matter reopened or moved to someone else changes nothing.
 */
@Stateless
@PermitAll
public class SurveyService {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    SurveyQuestions questions;

    @Inject
    PersonalData personalData;

    @Inject
    EventLedger ledger;

    @Inject
    Alerts alerts;

    @Inject
    Clock clock;

    private record Invitation(
            ContactId contact,
            int version,
            Channel channel,
            Language language,
            String advisor,
            SubjectId subject,
            Instant expiresAt,
            Instant answeredAt) {

        SurveyForm.State state(Instant now) {
            if (answeredAt != null) {
                return SurveyForm.State.ANSWERED;
            }
            return now.isBefore(expiresAt) ? SurveyForm.State.OPEN : SurveyForm.State.EXPIRED;
        }
    }

    /**
     * @param language to read it in, or null for the contact's own
     * @throws SurveyUnknown when the link is not ours
     */
    public SurveyForm form(SurveyToken token, Language language) {
        return form(byToken(token, ""), language);
    }

    /** The survey of a contact whose citizen the caller has made sure of; PENDING until the contact is closed. */
    public SurveyForm form(ContactId contact, Language language) {
        return find(contact, "")
                .map(invitation -> form(invitation, language))
                .orElseGet(() ->
                        SurveyForm.of(isOpen(contact) ? SurveyForm.State.PENDING : SurveyForm.State.NONE, language));
    }

    /**
     * @throws SurveyUnknown when the link is not ours
     * @throws SurveyAlreadyAnswered the first answer stays
     * @throws SurveyExpired when it comes too late
     * @throws AnswerNotValid when it does not fit the questions
     */
    public void answer(SurveyToken token, SurveyAnswers answers) {
        answer(byToken(token, " for update"), answers);
    }

    /** As by link; the caller has made sure of the citizen. */
    public void answer(ContactId contact, SurveyAnswers answers) {
        answer(find(contact, " for update").orElseThrow(SurveyNotOffered::new), answers);
    }

    private void answer(Invitation invitation, SurveyAnswers answers) {
        Instant now = clock.instant();
        switch (invitation.state(now)) {
            case ANSWERED -> throw new SurveyAlreadyAnswered();
            case EXPIRED -> throw new SurveyExpired();
            default -> questions.check(invitation.version(), answers);
        }
        answers.codes().forEach((question, code) -> keep(invitation.contact(), question, code));
        Sql.on(
                        entities,
                        """
                        update survey_invitation set answered_at = :now, comment_sealed = cast(:comment as bytea)
                        where contact_id = :contact
                        """)
                .set("now", now)
                .set("comment", sealed(invitation.subject(), answers.comment()))
                .set("contact", invitation.contact())
                .update();
        String score = answers.codes().get(SurveyQuestions.SATISFACTION);
        ledger.fact(
                invitation.contact(),
                "SURVEY_ANSWERED",
                Actor.citizen(source(invitation.channel())),
                now,
                score,
                refs(invitation, answers));
        if (questions.alerts(invitation.version(), score)) {
            alerts.raise("SURVEY_DISSATISFIED", Alerts.Severity.WARNING, invitation.contact(), null, score);
        }
    }

    private static Source source(Channel channel) {
        return switch (channel) {
            case EMAIL -> Source.MAIL;
            case PHONE -> Source.IVR;
            default -> Source.CHAT;
        };
    }

    private Map<String, String> refs(Invitation invitation, SurveyAnswers answers) {
        Map<String, String> refs = new HashMap<>();
        Map<Integer, String> codes = questions.codes(invitation.version());
        answers.codes().forEach((question, code) -> refs.put(codes.get(question), code));
        refs.put("survey", Integer.toString(invitation.version()));
        refs.put("advisor", invitation.advisor());
        refs.put("channel", invitation.channel().name());
        return refs;
    }

    private void keep(ContactId contact, int question, String code) {
        Sql.on(entities, "insert into survey_answer (contact_id, question, code) values (:contact, :question, :code)")
                .set("contact", contact)
                .set("question", question)
                .set("code", code)
                .update();
    }

    /** An erased person's words are not kept; their score is nobody's data any more. */
    private byte[] sealed(SubjectId subject, String comment) {
        boolean erased = comment == null
                || Sql.on(entities, "select 1 from subject where id = :subject and erased_at is not null")
                        .set("subject", subject)
                        .exists();
        return erased ? null : personalData.seal(subject, comment);
    }

    private SurveyForm form(Invitation invitation, Language wanted) {
        Language language = wanted == null ? invitation.language() : wanted;
        SurveyForm.State state = invitation.state(clock.instant());
        return state == SurveyForm.State.OPEN
                ? new SurveyForm(state, language, questions.of(invitation.version(), language))
                : SurveyForm.of(state, language);
    }

    private boolean isOpen(ContactId contact) {
        return Sql.on(
                        entities,
                        """
                        select 1 from arrival a left join contact c on c.id = a.contact_id
                        where a.contact_id = :contact and c.closed_at is null
                        """)
                .set("contact", contact)
                .exists();
    }

    private Invitation byToken(SurveyToken token, String lock) {
        return read("token_sha256 = :key" + lock, token.digest()).orElseThrow(SurveyUnknown::new);
    }

    private Optional<Invitation> find(ContactId contact, String lock) {
        return read("contact_id = :key" + lock, contact);
    }

    private Optional<Invitation> read(String condition, Object key) {
        return Sql.on(
                        entities,
                        """
                        select contact_id, version, channel, language, advisor, subject_id, expires_at, answered_at
                        from survey_invitation where
                        """
                                + condition)
                .set("key", key)
                .first(row -> new Invitation(
                        row.contact("contact_id"),
                        row.number("version"),
                        row.constant("channel", Channel.class),
                        row.constant("language", Language.class),
                        row.text("advisor"),
                        row.subject("subject_id"),
                        row.instant("expires_at"),
                        row.instant("answered_at")));
    }
}
