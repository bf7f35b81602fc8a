package mx.gob.edomex.catgem.channel.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.ContactBook;
import mx.gob.edomex.catgem.channel.SurveySender;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/** The survey after a mail: one mail in the thread, with a link that works once. */
@ApplicationScoped
public class MailedSurveys implements SurveySender {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    ContactBook contacts;

    @Inject
    MailDrafts drafts;

    @Inject
    MailTexts texts;

    @Inject
    OutboundMails outbound;

    @Inject
    Installation installation;

    @Override
    public boolean serves(Channel channel) {
        return channel == Channel.EMAIL;
    }

    @Override
    public boolean offer(ContactId contact, Language language, URI link, Instant until) {
        if (isFromAMachine(contact)) {
            return false;
        }
        MailTexts.Text text = texts.find("SURVEY", language);
        Optional<OutboundDraft> draft = contacts.find(contact)
                .flatMap(standing -> drafts.to(contact, standing.folio(), text.title())
                        .map(mail -> mail.surveying(text.body()
                                .replace("{link}", link.toString())
                                .replace("{folio}", standing.folio().value())
                                .replace("{until}", day(until, language)))));
        draft.ifPresent(outbound::queue);
        return draft.isPresent();
    }

    /** Whoever got no receipt because no person wrote gets no survey either (RFC 3834 §2). */
    private boolean isFromAMachine(ContactId contact) {
        return Sql.on(
                        entities,
                        """
                        select 1 from mail_acknowledgement
                        where contact_id = :contact and state = 'SUPPRESSED' and reason <> 'DAILY_LIMIT'
                        """)
                .set("contact", contact)
                .exists();
    }

    private String day(Instant until, Language language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(until.atZone(installation.timeZone()));
    }
}
