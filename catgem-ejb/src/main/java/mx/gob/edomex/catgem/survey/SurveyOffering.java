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
import mx.gob.edomex.catgem.contact.ContactFinished;
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
 * Offers the survey when a contact closes, in the closing transaction; on the telephone when the talk is over, while the
 * citizen is there. To every one that the centre's rules do not exclude, so that nobody can skip or choose. The offer is
 * the step of the procedure; who attended is frozen in it.
 */
@ApplicationScoped
public class SurveyOffering {

    /** Longer than anybody is asked by telephone, and nobody can answer after it. */
    private static final Duration ON_THE_LINE = Duration.ofMinutes(15);

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

    /** How it will be classified is not known yet, only why it ended: whoever is asked is asked. */
    void onFinished(@Observes ContactFinished finished) {
        if (finished.channel() == Channel.PHONE
                && excludedBy(finished.contact(), finished.reason()).isEmpty()) {
            offer(finished.contact(), finished.advisor(), finished.at());
        }
    }

    void onClosed(@Observes ContactClosed closed) {
        ContactId contact = closed.contact();
        if (isOffered(contact)) {
            return;
        }
        Optional<String> excluded = excludedBy(contact, closed.outcome().name());
        if (excluded.isPresent()) {
            skip(closed, excluded.get());
        } else if (!offer(contact, closed.advisor(), closed.at())) {
            skip(closed, "NO_WAY_BACK");
        }
    }

    /** @return false when there is no person to ask */
    private boolean offer(ContactId contact, String advisor, Instant at) {
        Asked asked = asked(contact);
        SurveyQuestions.InForce survey = questions.inForce();
        SurveyToken token = SurveyToken.next();
        Instant until = at.plus(asked.channel() == Channel.PHONE ? ON_THE_LINE : Duration.ofHours(survey.validHours()));
        boolean reached = senders.stream()
                .filter(sender -> sender.serves(asked.channel()))
                .findFirst()
                .map(sender -> sender.offer(contact, asked.language(), SurveyLinks.to(token), until))
                .orElse(false);
        if (!reached) {
            return false;
        }
        Sql.on(
                        entities,
                        """
                        insert into survey_invitation (contact_id, version, channel, language, advisor, subject_id,
                                                       token_sha256, offered_at, expires_at)
                        values (:contact, :version, :channel, :language, :advisor, :subject, :token, :at, :until)
                        """)
                .set("contact", contact)
                .set("version", survey.version())
                .set("channel", asked.channel())
                .set("language", asked.language())
                .set("advisor", advisor)
                .set("subject", asked.subject())
                .set("token", token.digest())
                .set("at", at)
                .set("until", until)
                .update();
        Map<String, String> refs = Map.of(
                "survey",
                Integer.toString(survey.version()),
                "advisor",
                advisor,
                "channel",
                asked.channel().name());
        record(contact, at, StepKind.END, null, refs);
        ledger.fact(contact, "SURVEY_OFFERED", Actor.SYSTEM, at, null, refs);
        return true;
    }

    /** Not asked, and why, so that the figures can list what they leave out. */
    private void skip(ContactClosed closed, String reason) {
        Map<String, String> refs = Map.of("advisor", closed.advisor());
        record(closed.contact(), closed.at(), StepKind.SKIPPED, reason, refs);
        ledger.fact(closed.contact(), "SURVEY_NOT_OFFERED", Actor.SYSTEM, closed.at(), reason, refs);
    }

    private void record(ContactId contact, Instant at, StepKind kind, String reason, Map<String, String> refs) {
        steps.record(contact, Act.SURVEY, kind, Basis.MEASURED, Actor.SYSTEM, at, null, reason, refs);
    }

    private boolean isOffered(ContactId contact) {
        return Sql.on(entities, "select 1 from survey_invitation where contact_id = :contact")
                .set("contact", contact)
                .exists();
    }

    private Optional<String> excludedBy(ContactId contact, String outcome) {
        return Sql.on(
                        entities,
                        """
                        select kind || '_' || code as reason from survey_exclusion
                        where (kind = 'OUTCOME' and code = :outcome)
                           or (kind = 'FACT' and code in (select e.code from event e where e.contact_id = :contact))
                        order by kind, code limit 1
                        """)
                .set("outcome", outcome)
                .set("contact", contact)
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
