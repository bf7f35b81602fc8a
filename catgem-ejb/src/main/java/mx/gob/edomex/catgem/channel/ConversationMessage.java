package mx.gob.edomex.catgem.channel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A message as read. A sensitive or erased message has no text for who may not see it.
 *
 * @param seq position in the conversation, from 1, without gaps
 */
public record ConversationMessage(
        UUID id,
        int seq,
        Author author,
        String staff,
        String staffName,
        String clientId,
        String text,
        String html,
        boolean sensitive,
        Instant at,
        List<AttachmentLine> attachments,
        List<Passage> covered) {

    /** A sensitive stretch of the text, in characters from 0. */
    public record Passage(int starts, int length) {}

    /** A piece of the text; a covered one only for who may uncover it. */
    public record Piece(String text, boolean covered) {}

    /** The text cut at the borders of what is covered; covered stretches that meet are one. */
    public List<Piece> pieces() {
        boolean[] hidden = new boolean[text.length()];
        covered.forEach(passage -> Arrays.fill(
                hidden, passage.starts(), Math.min(text.length(), passage.starts() + passage.length()), true));
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= text.length(); i++) {
            if (i == text.length() || hidden[i] != hidden[from]) {
                pieces.add(new Piece(text.substring(from, i), hidden[from]));
                from = i;
            }
        }
        return pieces;
    }

    /** The text for everybody else: of what is covered not even the length shows. A mail's own layout goes with it. */
    public ConversationMessage withoutCovered() {
        if (covered.isEmpty()) {
            return this;
        }
        String rest = pieces().stream()
                .map(piece -> piece.covered() ? COVER : piece.text())
                .collect(Collectors.joining());
        return new ConversationMessage(
                id, seq, author, staff, staffName, clientId, rest, null, sensitive, at, attachments, List.of());
    }

    private static final String COVER = "█████";

    /** An attachment as listed; its content is fetched by id. */
    public record AttachmentLine(UUID id, String name, String mediaType, int sizeBytes, boolean sensitive) {}
}
