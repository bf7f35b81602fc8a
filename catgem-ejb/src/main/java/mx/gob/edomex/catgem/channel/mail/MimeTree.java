package mx.gob.edomex.catgem.channel.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Walks the parts of a mail (RFC 2046): finds its body, collects everything else. Broken structure degrades to plain
 * text; only what is built to exhaust the reader is refused.
 */
final class MimeTree {

    static final int MAX_DEPTH = 20;
    static final int MAX_PARTS = 200;

    private final List<MailPart> others = new ArrayList<>();
    private int parts;
    private MailBody body = MailBody.NOTHING;

    private MimeTree() {}

    static MimeTree of(MimeMessage message) throws MailUnreadable {
        MimeTree tree = new MimeTree();
        tree.body = tree.walk(Source.of(message), 0);
        return tree;
    }

    MailBody body() {
        return body;
    }

    /** Attachments, inline images and delivery reports, in their order. */
    List<MailPart> others() {
        return List.copyOf(others);
    }

    private MailBody walk(Source part, int depth) throws MailUnreadable {
        if (depth > MAX_DEPTH) {
            throw new MailUnreadable(QuarantineReason.TOO_DEEP);
        }
        if (++parts > MAX_PARTS) {
            throw new MailUnreadable(QuarantineReason.TOO_MANY_PARTS);
        }
        MediaType type = MediaType.of(part.contentType());
        byte[] raw = part.raw();
        if (type.isMultipart()) {
            List<Source> children = children(type, raw);
            if (!children.isEmpty()) {
                List<MailBody> bodies = new ArrayList<>();
                for (Source child : children) {
                    bodies.add(walk(child, depth + 1));
                }
                return type.name().equals("multipart/alternative")
                        ? MailBody.alternative(bodies)
                        : MailBody.joined(bodies);
            }
            type = MediaType.of(null);
        }
        return leaf(part, type, TransferEncoding.decode(raw, part.encoding()));
    }

    private MailBody leaf(Source part, MediaType type, byte[] content) {
        String fileName = part.fileName(type);
        boolean readable = type.name().equals("text/plain") || type.name().equals("text/html");
        if (!readable || part.isAttachment() || fileName != null) {
            others.add(new MailPart(type.name(), type.charset(), fileName, part.contentId(), content));
            return MailBody.NOTHING;
        }
        String text = CharsetGuess.decode(content, type.charset());
        return type.name().equals("text/html") ? MailBody.ofHtml(text) : new MailBody(text, null);
    }

    private static List<Source> children(MediaType type, byte[] raw) {
        try {
            MimeMultipart multipart = new MimeMultipart(new ByteArrayDataSource(raw, type.forReader()));
            List<Source> children = new ArrayList<>();
            for (int i = 0; i < Math.min(multipart.getCount(), MAX_PARTS + 1); i++) {
                children.add(Source.of(multipart.getBodyPart(i)));
            }
            return children;
        } catch (MessagingException | RuntimeException e) {
            return List.of();
        }
    }

    /** The headers and bytes of a part, read without exceptions. */
    @SuppressWarnings("ArrayRecordComponent") // never compared by value
    private record Source(String contentType, String disposition, String encoding, String contentId, byte[] raw) {

        static Source of(MimeMessage message) {
            return of(message::getHeader, message::getRawInputStream);
        }

        static Source of(BodyPart part) {
            return of(part::getHeader, ((MimeBodyPart) part)::getRawInputStream);
        }

        private static Source of(Headers headers, Content content) {
            return new Source(
                    first(headers, "Content-Type"),
                    first(headers, "Content-Disposition"),
                    first(headers, "Content-Transfer-Encoding"),
                    contentId(headers),
                    bytes(content));
        }

        boolean isAttachment() {
            return disposition != null
                    && disposition.strip().toLowerCase(Locale.ROOT).startsWith("attach");
        }

        String fileName(MediaType type) {
            String disposed = disposition == null ? null : FileNames.parameter(disposition);
            String name = disposed == null ? type.fileName() : disposed;
            return name == null || name.isBlank() ? null : HeaderText.decode(name);
        }

        private static String first(Headers headers, String name) {
            try {
                String[] values = headers.get(name);
                return values == null ? null : values[0];
            } catch (MessagingException e) {
                return null;
            }
        }

        private static String contentId(Headers headers) {
            String id = first(headers, "Content-ID");
            return id == null ? null : id.replaceAll("[<>\\s]", "");
        }

        private static byte[] bytes(Content content) {
            try (InputStream in = content.open()) {
                return in.readAllBytes();
            } catch (MessagingException | IOException | RuntimeException e) {
                return new byte[0];
            }
        }
    }

    private interface Headers {
        String[] get(String name) throws MessagingException;
    }

    private interface Content {
        InputStream open() throws MessagingException, IOException;
    }
}
