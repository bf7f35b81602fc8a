package mx.gob.edomex.catgem.channel.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import mx.gob.edomex.catgem.shared.Alerts;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.SubjectId;

/** Where a mail waits that could not become a contact by itself: visible, whole, and alarmed. */
@ApplicationScoped
public class Quarantine {

    static final String ALERT = "MAIL_QUARANTINED";

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    InboundMails mails;

    @Inject
    Correspondents correspondents;

    @Inject
    Alerts alerts;

    public InboundMails.Kind hold(RawMail mail, QuarantineReason reason) {
        Optional<MailHeaders> headers = MailParser.headers(mail.bytes());
        SubjectId subject = reason == QuarantineReason.OWN_ADDRESS
                ? correspondents.anonymous()
                : headers.flatMap(MailHeaders::sender)
                        .map(sender -> correspondents.writingFrom(sender, ""))
                        .orElseGet(correspondents::anonymous);
        String messageId = headers.flatMap(MailHeaders::messageId).orElse(null);
        mails.add(mail, new InboundMails.Fate(InboundMails.Kind.QUARANTINED, subject, messageId, null, null));
        Sql.on(entities, "insert into mail_quarantine (inbound_id, reason) values (:id, :reason)")
                .set("id", mail.id())
                .set("reason", reason)
                .update();
        alerts.raise(ALERT, Alerts.Severity.WARNING, null, null, reason.name());
        return InboundMails.Kind.QUARANTINED;
    }
}
