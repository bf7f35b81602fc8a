package mx.gob.edomex.catgem.survey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.SurveySender;
import mx.gob.edomex.catgem.contact.ContactClosed;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.Basis;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.StepKind;
import mx.gob.edomex.catgem.evidence.StepRecorder;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.SubjectId;

/**
 * Offers the survey when a contact closes, in the closing transaction: to every one that the centre's rules do not
 * exclude, so that nobody can skip or choose. The offer is the step of the procedure; who attended is frozen in it.
 */
@ApplicationScoped
public class SurveyOffering {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    @Any
    Instance<SurveySender> senders;

    @Inject
    SurveyQuestions questions;

    @Inject
    StepRecorder steps;

    @Inject
    EventLedger ledger;

    private record Asked(Channel channel, Language language, SubjectId subject) {}

    void onClosed(@Observes ContactClosed closed) {
        excludedBy(closed)
                .ifPresentOrElse(reason -> skip(closed, reason), () -> offer(closed, asked(closed.contact())));
    }

    private void offer(ContactClosed closed, Asked asked) {
        SurveyQuestions.InForce survey = questions.inForce();
        SurveyToken token = SurveyToken.next();
        Instant until = closed.at().plus(Duration.ofHours(survey.validHours()));
        boolean reached = senders.stream()
                .filter(sender -> sender.serves(asked.channel()))
                .findFirst()
                .map(sender -> sender.offer(closed.contact(), asked.language(), SurveyLinks.to(token), until))
                .orElse(false);
        if (!reached) {
            skip(closed, "NO_WAY_BACK");
            return;
        }
        Sql.on(
                        entities,
                        """
                        insert into survey_invitation (contact_id, version, channel, language, advisor, subject_id,
                                                       token_sha256, offered_at, expires_at)
                        values (:contact, :version, :channel, :language, :advisor, :subject, :token, :at, :until)
                        """)
                .set("contact", closed.contact())
                .set("version", survey.version())
                .set("channel", asked.channel())
                .set("language", asked.language())
                .set("advisor", closed.advisor())
                .set("subject", asked.subject())
                .set("token", token.digest())
                .set("at", closed.at())
                .set("until", until)
                .update();
        Map<String, String> refs = Map.of(
                "survey",
                Integer.toString(survey.version()),
                "advisor",
                closed.advisor(),
                "channel",
                asked.channel().name());
        record(closed, StepKind.END, null, refs);
        ledger.fact(closed.contact(), "SURVEY_OFFERED", Actor.SYSTEM, closed.at(), null, refs);
    }

    /** Not asked, and why, so that the figures can list what they leave out. */
    private void skip(ContactClosed closed, String reason) {
        Map<String, String> refs = Map.of("advisor", closed.advisor());
        record(closed, StepKind.SKIPPED, reason, refs);
        ledger.fact(closed.contact(), "SURVEY_NOT_OFFERED", Actor.SYSTEM, closed.at(), reason, refs);
    }

    private void record(ContactClosed closed, StepKind kind, String reason, Map<String, String> refs) {
        steps.record(closed.contact(), Act.SURVEY, kind, Basis.MEASURED, Actor.SYSTEM, closed.at(), null, reason, refs);
    }

    private Optional<String> excludedBy(ContactClosed closed) {
        return Sql.on(
                        entities,
                        """
                        select kind || '_' || code as reason from survey_exclusion
                        where (kind = 'OUTCOME' and code = :outcome)
                           or (kind = 'FACT' and code in (select e.code from event e where e.contact_id = :contact))
                        order by kind, code limit 1
                        """)
                .set("outcome", closed.outcome())
                .set("contact", closed.contact())
                .first(row -> row.text("reason"));
    }

    private Asked asked(ContactId contact) {
        return Sql.on(entities, "select channel, language, subject_id from contact where id = :contact")
                .set("contact", contact)
                .first(row -> new Asked(
                        row.constant("channel", Channel.class),
                        row.constant("language", Language.class),
                        row.subject("subject_id")))
                .orElseThrow();
    }
}
