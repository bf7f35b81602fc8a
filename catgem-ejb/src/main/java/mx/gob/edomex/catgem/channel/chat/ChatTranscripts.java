package mx.gob.edomex.catgem.channel.chat;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.channel.ContactBook;
import mx.gob.edomex.catgem.channel.Conversations;
import mx.gob.edomex.catgem.channel.TranscriptSender;
import mx.gob.edomex.catgem.security.PersonalData;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Sql;

/** Transcripts that citizens asked for: the address is kept sealed, and used for nothing else. */
@Dependent
public class ChatTranscripts {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    PersonalData personalData;

    @Inject
    Conversations conversations;

    @Inject
    ContactBook contacts;

    @Inject
    Installation installation;

    @Inject
    Instance<TranscriptSender> senders;

    /** A second address takes the place of the first until the transcript is on its way. */
    void ask(ChatSession session, String address, Instant at) {
        Sql.on(
                        entities,
                        """
                        insert into chat_transcript_request as r (session_id, address_sealed, asked_at)
                        values (:session, :address, :at)
                        on conflict (session_id) do update set address_sealed = excluded.address_sealed,
                          asked_at = excluded.asked_at where r.handed_over_at is null
                        """)
                .set("session", session.id())
                .set("address", personalData.seal(session.subject(), address))
                .set("at", at)
                .update();
    }

    boolean isAsked(ChatSession session) {
        return Sql.on(entities, "select 1 from chat_transcript_request where session_id = :session")
                .set("session", session.id())
                .exists();
    }

    /** Sends the transcript once, if it was asked for. Without a sender the request waits. */
    void handOver(ChatSession session) {
        if (senders.isUnsatisfied()) {
            return;
        }
        Sql.on(
                        entities,
                        """
                        update chat_transcript_request set handed_over_at = now()
                        where session_id = :session and handed_over_at is null returning address_sealed
                        """)
                .set("session", session.id())
                .first(row -> row.bytes("address_sealed"))
                .flatMap(bytes -> personalData.openText(session.subject(), bytes))
                .ifPresent(address -> senders.get()
                        .send(
                                session.contact(),
                                session.subject(),
                                session.language(),
                                address,
                                texts(session).getString("transcript.title"),
                                text(session)));
    }

    private String text(ChatSession session) {
        ResourceBundle texts = texts(session);
        ZoneId zone = installation.timeZone();
        List<ChatMessage> messages = conversations.all(session.contact()).stream()
                .map(ChatMessage::of)
                .toList();
        String lines =
                messages.stream().map(message -> line(message, texts, zone)).collect(Collectors.joining("\n\n"));
        String day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(session.language().locale())
                .format(session.firstMessageAt().atZone(zone));
        return String.join(
                "\n\n",
                texts.getString("transcript.title"),
                texts.getString("transcript.folio") + " " + folio(session.contact()) + "\n"
                        + texts.getString("transcript.day") + " " + day,
                lines,
                texts.getString("transcript.foot"));
    }

    private String folio(ContactId contact) {
        return contacts.find(contact).map(standing -> standing.folio().value()).orElse("-");
    }

    private static String line(ChatMessage message, ResourceBundle texts, ZoneId zone) {
        String who = message.name() != null
                ? message.name()
                : texts.getString("transcript." + message.author().name());
        String files = message.files().stream()
                .map(file -> "[" + texts.getString("transcript.file") + " " + file.name() + "]")
                .collect(Collectors.joining(" "));
        String what = (message.text() + " " + files).strip();
        return DateTimeFormatter.ofPattern("HH:mm").format(message.at().atZone(zone)) + "  " + who + ": " + what;
    }

    private static ResourceBundle texts(ChatSession session) {
        return ChatTexts.in(session.language());
    }
}
