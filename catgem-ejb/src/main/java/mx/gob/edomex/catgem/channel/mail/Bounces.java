package mx.gob.edomex.catgem.channel.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import mx.gob.edomex.catgem.channel.Author;
import mx.gob.edomex.catgem.channel.Conversations;
import mx.gob.edomex.catgem.channel.NewMessage;
import mx.gob.edomex.catgem.shared.Alerts;
import mx.gob.edomex.catgem.shared.Language;

/** Delivery reports: they belong to the mail of ours that they quote and never open a contact. */
@ApplicationScoped
public class Bounces {

    static final String ALERT = "MAIL_BOUNCED";

    @Inject
    OutboundMails outbound;

    @Inject
    InboundMails mails;

    @Inject
    Correspondents correspondents;

    @Inject
    Conversations conversations;

    @Inject
    Alerts alerts;

    /** @return empty when the report is about no mail of ours */
    public Optional<InboundMails.Kind> take(RawMail mail, ParsedMail parsed) {
        BounceReport report = BounceReport.of(mail.bytes());
        Set<String> candidates = new LinkedHashSet<>(parsed.answered());
        candidates.addAll(report.mentioned());
        return candidates.stream()
                .flatMap(id -> outbound.sentAs(id).stream())
                .findFirst()
                .map(sent -> note(mail, parsed, report, sent));
    }

    private InboundMails.Kind note(RawMail mail, ParsedMail parsed, BounceReport report, OutboundMails.Sent sent) {
        if (report.permanent() && outbound.bounced(sent.id(), report.status())) {
            alerts.raise(ALERT, Alerts.Severity.WARNING, sent.contact(), null, report.status());
            String status = report.status() == null ? "" : " (" + report.status() + ")";
            conversations.append(NewMessage.ofText(
                    sent.contact(),
                    Author.SYSTEM,
                    null,
                    "mail:" + mail.id(),
                    parsed.language() == Language.EN
                            ? "[Our mail could not be delivered" + status + "]"
                            : "[No se pudo entregar nuestro correo" + status + "]",
                    mails.receivedAt(mail)));
        }
        mails.add(
                mail,
                new InboundMails.Fate(
                        InboundMails.Kind.BOUNCE,
                        correspondents.of(sent.contact()),
                        parsed.messageId(),
                        sent.contact(),
                        null));
        return InboundMails.Kind.BOUNCE;
    }
}
