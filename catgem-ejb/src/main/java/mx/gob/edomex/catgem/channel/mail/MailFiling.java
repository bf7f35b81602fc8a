package mx.gob.edomex.catgem.channel.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.channel.Attachments;
import mx.gob.edomex.catgem.channel.Author;
import mx.gob.edomex.catgem.channel.Conversations;
import mx.gob.edomex.catgem.channel.FoldedText;
import mx.gob.edomex.catgem.channel.NewMessage;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;

/** Puts a mail with its files into the conversation of a contact. */
@ApplicationScoped
public class MailFiling {

    @Inject
    Conversations conversations;

    @Inject
    Attachments attachments;

    /** @param mail id of the inbound mail, so that a repeat adds nothing */
    public void file(UUID mail, ParsedMail parsed, ContactId contact, Author author, Instant at) {
        UUID message = named(mail, "message");
        List<AttachmentScreening.Accepted> files = parsed.attachments().accepted();
        Map<String, UUID> inline = new HashMap<>();
        for (int i = 0; i < files.size(); i++) {
            MailPart part = files.get(i).part();
            if (part.contentId() != null && files.get(i).mediaType().startsWith("image/")) {
                inline.put(part.contentId(), named(mail, "file" + i));
            }
        }
        String html = parsed.html() == null ? null : HtmlCleaner.clean(parsed.html(), inline);
        conversations.append(new NewMessage(message, contact, author, null, "mail:" + mail, text(parsed), html, at));
        for (int i = 0; i < files.size(); i++) {
            AttachmentScreening.Accepted file = files.get(i);
            attachments.add(new Attachments.NewAttachment(
                    named(mail, "file" + i),
                    contact,
                    message,
                    file.name(),
                    file.mediaType(),
                    file.part().content(),
                    file.part().contentId(),
                    at));
        }
    }

    /** What was withheld is named to the reader, who may ask the citizen for another form of it. */
    private static String text(ParsedMail parsed) {
        List<String> shown = new ArrayList<>();
        if (parsed.nature() == MailNature.AUTOMATIC) {
            shown.add(parsed.language() == Language.EN ? "[Automatic reply]" : "[Respuesta automática]");
        }
        shown.add(parsed.text().shown());
        shown.add(parsed.attachments().withheld().stream()
                .map(file -> notice(file, parsed.language()))
                .collect(Collectors.joining("\n")));
        shown.removeIf(String::isBlank);
        return new FoldedText(String.join("\n\n", shown), parsed.text().folded()).stored();
    }

    private static String notice(AttachmentScreening.Withheld file, Language language) {
        boolean english = language == Language.EN;
        String reason =
                switch (file.reason()) {
                    case DANGEROUS -> english ? "its type is not safe" : "su tipo no es seguro";
                    case TOO_LARGE -> english ? "it is too large" : "es demasiado grande";
                    case TOO_MANY -> english ? "too many files" : "son demasiados archivos";
                };
        return english
                ? "[File withheld: " + file.name() + " – " + reason + "]"
                : "[Archivo retenido: " + file.name() + " – " + reason + "]";
    }

    private static UUID named(UUID mail, String part) {
        return UUID.nameUUIDFromBytes((mail + "|" + part).getBytes(StandardCharsets.UTF_8));
    }
}
