package mx.gob.edomex.catgem.channel.mail;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides which attached files reach the desk. What is withheld stays in the raw mail and is named to the reader with
 * its reason.
 */
record AttachmentScreening(List<Accepted> accepted, List<Withheld> withheld) {

    static final int MAX_COUNT = 25;
    static final int MAX_BYTES = 10 * 1024 * 1024;
    static final int MAX_TOTAL_BYTES = 25 * 1024 * 1024;

    /** @param mediaType as found in the content */
    record Accepted(MailPart part, String name, String mediaType) {}

    record Withheld(String name, Reason reason) {}

    enum Reason {
        TOO_LARGE,
        TOO_MANY,
        DANGEROUS
    }

    static AttachmentScreening of(List<MailPart> parts) {
        List<Accepted> accepted = new ArrayList<>();
        List<Withheld> withheld = new ArrayList<>();
        long total = 0;
        int number = 0;
        for (MailPart part : parts) {
            String name = FileNames.safe(part.fileName(), "adjunto-" + ++number);
            FileKind kind = FileKind.of(part.content(), name);
            total += part.content().length;
            if (kind.dangerous()) {
                withheld.add(new Withheld(name, Reason.DANGEROUS));
            } else if (part.content().length > MAX_BYTES || total > MAX_TOTAL_BYTES) {
                withheld.add(new Withheld(name, Reason.TOO_LARGE));
            } else if (accepted.size() >= MAX_COUNT) {
                withheld.add(new Withheld(name, Reason.TOO_MANY));
            } else {
                accepted.add(new Accepted(part, name, kind.mediaType()));
            }
        }
        return new AttachmentScreening(List.copyOf(accepted), List.copyOf(withheld));
    }
}
