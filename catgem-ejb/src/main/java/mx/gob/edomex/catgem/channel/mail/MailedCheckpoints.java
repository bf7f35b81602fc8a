package mx.gob.edomex.catgem.channel.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.channel.ControlBodyPost;
import mx.gob.edomex.catgem.security.PersonalData;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.SubjectId;

/** Checkpoints of the evidence log leave like every other mail of ours. */
@ApplicationScoped
public class MailedCheckpoints implements ControlBodyPost {

    MailSettings settings = MailSettings.fromEnvironment();

    @Inject
    MailTexts texts;

    @Inject
    PersonalData personalData;

    @Inject
    OutboundMails outbound;

    @Override
    public void checkpoint(String address, Map<String, String> values) {
        if (!Addresses.isValid(address)) {
            throw new InvalidRecipient();
        }
        SubjectId subject = SubjectId.named("control-body", address);
        personalData.ensure(subject);
        MailTexts.Text text = texts.find("CHECKPOINT", Language.ES);
        outbound.queue(new OutboundDraft(
                OutboundMails.Kind.CHECKPOINT,
                null,
                null,
                subject,
                address,
                List.of(),
                filled(text.title(), values),
                filled(text.body(), values),
                List.of(),
                settings.address(),
                null));
    }

    private static String filled(String text, Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }
}
