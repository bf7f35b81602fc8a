package mx.gob.edomex.catgem.channel.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/** The centre's inbox over IMAP, by UID. Reading peeks: \Seen is never touched and never asked. */
final class ImapMailbox implements AutoCloseable {

    /** Bytes kept of one mail: 25 MB of files in base64 with their letter. */
    static final int MAX_BYTES = 36 * 1024 * 1024;

    private static final int CUT_BYTES = 256 * 1024;
    private static final String PROCESSED = "Procesados";
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    /** Size and arrival in one question, without the envelope, which servers refuse for some broken mails. */
    private static final FetchProfile OUTSIDE = new FetchProfile();

    static {
        OUTSIDE.add(FetchProfile.Item.SIZE);
        OUTSIDE.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
    }

    private final String name;
    private final IMAPStore store;
    private final IMAPFolder inbox;
    private final Folder processed;

    private ImapMailbox(String name, IMAPStore store, IMAPFolder inbox, Folder processed) {
        this.name = name;
        this.store = store;
        this.inbox = inbox;
        this.processed = processed;
    }

    static ImapMailbox open(MailSettings settings) throws MessagingException {
        IMAPStore store = connect(settings, TIMEOUT);
        try {
            IMAPFolder inbox = (IMAPFolder) store.getFolder("INBOX");
            inbox.open(Folder.READ_WRITE);
            Folder processed = store.getFolder(PROCESSED);
            if (!processed.exists()) {
                processed.create(Folder.HOLDS_MESSAGES);
            }
            return new ImapMailbox(settings.mailbox(), store, inbox, processed);
        } catch (MessagingException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** @param silence how long the server may say nothing */
    static IMAPStore connect(MailSettings settings, Duration silence) throws MessagingException {
        MailSettings.Server server = settings.imap();
        IMAPStore store = (IMAPStore) session(server, silence).getStore("imap");
        store.connect(server.host(), server.port(), server.user(), server.password());
        return store;
    }

    String name() {
        return name;
    }

    /** Selects the inbox anew: only so is it certain to show what came since, and under which numbering. */
    void refresh() throws MessagingException {
        if (inbox.isOpen()) {
            inbox.close(false);
        }
        inbox.open(Folder.READ_WRITE);
    }

    long uidValidity() throws MessagingException {
        return inbox.getUIDValidity();
    }

    /** Every UID in the inbox from the given one on, ascending. */
    List<Long> from(long first) throws MessagingException {
        List<Long> found = new ArrayList<>();
        for (Message message : inbox.getMessagesByUID(Math.max(first, 1), UIDFolder.LASTUID)) {
            long uid = message == null ? -1 : inbox.getUID(message);
            // "n:*" also names the last mail when its UID is below n (RFC 3501 §6.4.8).
            if (uid >= first) {
                found.add(uid);
            }
        }
        Collections.sort(found);
        return found;
    }

    /** @return null when somebody removed the mail meanwhile */
    RawMail read(long uid) throws MessagingException {
        Message message = inbox.getMessageByUID(uid);
        if (message == null) {
            return null;
        }
        Message[] one = {message};
        inbox.fetch(one, OUTSIDE);
        boolean tooLarge = message.getSize() > MAX_BYTES;
        Limited bytes = new Limited(tooLarge ? CUT_BYTES : MAX_BYTES);
        QuarantineReason trouble = tooLarge ? QuarantineReason.TOO_LARGE : null;
        try {
            message.writeTo(bytes);
        } catch (IOException e) {
            trouble = bytes.isFull() ? QuarantineReason.TOO_LARGE : QuarantineReason.UNREADABLE_ON_SERVER;
        }
        return new RawMail(name, uidValidity(), uid, bytes.toByteArray(), receivedAt(message), trouble);
    }

    private static Instant receivedAt(Message message) {
        try {
            Date received = message.getReceivedDate();
            return received == null ? null : received.toInstant();
        } catch (MessagingException e) {
            return null;
        }
    }

    /** Out of the inbox into the folder of mails taken; done only after they are committed. */
    void file(List<Long> taken) throws MessagingException {
        file(taken, store.hasCapability("MOVE")); // RFC 6851: one step, in which nothing else is expunged
    }

    void file(List<Long> taken, boolean move) throws MessagingException {
        Message[] found = Arrays.stream(inbox.getMessagesByUID(
                        taken.stream().mapToLong(Long::longValue).toArray()))
                .filter(Objects::nonNull)
                .toArray(Message[]::new);
        if (found.length == 0) {
            return;
        }
        if (move) {
            inbox.moveMessages(found, processed);
        } else {
            inbox.copyMessages(found, processed);
            inbox.setFlags(found, new Flags(Flags.Flag.DELETED), true);
            inbox.expunge();
        }
    }

    @Override
    public void close() {
        try {
            store.close();
        } catch (MessagingException e) {
            System.getLogger(ImapMailbox.class.getName())
                    .log(System.Logger.Level.DEBUG, "the mailbox was not closed in order");
        }
    }

    private static Session session(MailSettings.Server server, Duration silence) {
        Properties properties = new Properties();
        properties.setProperty("mail.imap.peek", "true");
        properties.setProperty("mail.imap.fetchsize", "262144");
        properties.setProperty("mail.imap.connectiontimeout", Long.toString(TIMEOUT.toMillis()));
        properties.setProperty("mail.imap.writetimeout", Long.toString(TIMEOUT.toMillis()));
        properties.setProperty("mail.imap.timeout", Long.toString(silence.toMillis()));
        MailSessions.protect(properties, "imap", server.protection());
        return Session.getInstance(properties);
    }

    /** Refuses what a server sends beyond the size it announced. */
    private static final class Limited extends OutputStream {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final int limit;

        Limited(int limit) {
            this.limit = limit;
        }

        boolean isFull() {
            return bytes.size() >= limit;
        }

        byte[] toByteArray() {
            return bytes.toByteArray();
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] more, int offset, int length) throws IOException {
            int room = Math.min(length, limit - bytes.size());
            bytes.write(more, offset, room);
            if (room < length) {
                throw new IOException("the mail is larger than allowed");
            }
        }
    }
}
