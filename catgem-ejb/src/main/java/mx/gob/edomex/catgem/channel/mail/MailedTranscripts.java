package mx.gob.edomex.catgem.channel.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import mx.gob.edomex.catgem.channel.TranscriptSender;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.SubjectId;

/** Transcripts of chats leave like every other mail of ours. */
@ApplicationScoped
public class MailedTranscripts implements TranscriptSender {

    MailSettings settings = MailSettings.fromEnvironment();

    @Inject
    OutboundMails outbound;

    @Override
    public void send(
            ContactId contact, SubjectId subject, Language language, String address, String title, String text) {
        if (!Addresses.isValid(address)) {
            throw new InvalidRecipient();
        }
        outbound.queue(new OutboundDraft(
                OutboundMails.Kind.TRANSCRIPT,
                contact,
                null,
                subject,
                address,
                List.of(),
                CleanText.line(title),
                text,
                List.of(),
                settings.address(),
                null));
    }
}
