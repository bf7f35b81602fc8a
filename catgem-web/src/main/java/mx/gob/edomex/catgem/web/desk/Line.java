package mx.gob.edomex.catgem.web.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import mx.gob.edomex.catgem.channel.ConversationMessage;
import mx.gob.edomex.catgem.channel.ConversationMessage.AttachmentLine;
import mx.gob.edomex.catgem.channel.ConversationMessage.Piece;
import mx.gob.edomex.catgem.channel.FoldedText;
import mx.gob.edomex.catgem.channel.MailMarkup;
import mx.gob.edomex.catgem.contact.DeskCards.Note;

/**
 * One line of the conversation as drawn: a message, an internal note between them, or a colleague who came or went.
 *
 * @param key stays the same for the same line, so that a redraw leaves it alone
 * @param kind citizen, advisor, system, note or event; also its style
 * @param author name, or null where the page says it in its own words
 * @param pieces the text, cut where something is covered
 * @param folded quoted mail and signature below the text, or empty
 * @param html a mail's own layout, or null; what is covered has none
 */
public record Line(
        String key,
        String kind,
        String author,
        List<Piece> pieces,
        String folded,
        String html,
        boolean sensitive,
        Instant at,
        List<AttachmentLine> attachments) {

    /** @param events drawn already, in the words of the page */
    static List<Line> of(List<ConversationMessage> messages, String citizen, List<Note> notes, List<Line> events) {
        List<Line> lines = new ArrayList<>(events);
        messages.forEach(message -> lines.add(of(message, citizen)));
        notes.forEach(note -> lines.add(of(note)));
        lines.sort(Comparator.comparing(Line::at));
        return lines;
    }

    /** Whether pictures from elsewhere wait to be asked for. */
    public boolean isWithRemoteImages() {
        return html != null && html.contains(MailMarkup.REMOTE_IMAGE + "=");
    }

    private static Line of(ConversationMessage message, String citizen) {
        String author =
                switch (message.author()) {
                    case ADVISOR -> message.staffName();
                    case CITIZEN -> citizen;
                    case SYSTEM -> null;
                };
        boolean covered = !message.covered().isEmpty();
        FoldedText text = FoldedText.of(message.text());
        return new Line(
                message.id().toString(),
                message.author().name().toLowerCase(Locale.ROOT),
                author,
                covered ? message.pieces() : List.of(new Piece(text.shown(), false)),
                covered ? "" : text.folded(),
                covered ? null : message.html(),
                message.sensitive(),
                message.at(),
                message.attachments());
    }

    private static Line of(Note note) {
        return said("note", note.author(), note.text(), note.at());
    }

    static Line event(String who, String what, Instant at) {
        return said("event", who, what, at);
    }

    private static Line said(String kind, String who, String text, Instant at) {
        return new Line(
                kind + "-" + at.toEpochMilli(),
                kind,
                who,
                List.of(new Piece(text, false)),
                "",
                null,
                false,
                at,
                List.of());
    }
}
