package mx.gob.edomex.catgem.channel.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Properties;

/** The centre's inbox over IMAP, by UID. Reading peeks: \Seen is never touched and never asked. */
final class ImapMailbox implements AutoCloseable {

    /** Bytes kept of one mail: 25 MB of files in base64 with their letter. */
    static final int MAX_BYTES = 36 * 1024 * 1024;

    private static final int CUT_BYTES = 256 * 1024;
    private static final String PROCESSED = "Procesados";
    private static final String TIMEOUT_MILLIS = "20000";

    private static final FetchProfile SIZE = new FetchProfile();

    static {
        SIZE.add(FetchProfile.Item.SIZE);
    }

    private final String name;
    private final Store store;
    private final Folder inbox;
    private final Folder processed;

    private ImapMailbox(String name, Store store, Folder inbox, Folder processed) {
        this.name = name;
        this.store = store;
        this.inbox = inbox;
        this.processed = processed;
    }

    static ImapMailbox open(MailSettings settings) throws MessagingException {
        MailSettings.Server server = settings.imap();
        Store store = session(server).getStore("imap");
        store.connect(server.host(), server.port(), server.user(), server.password());
        try {
            Folder inbox = store.getFolder("INBOX");
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
        return uids().getUIDValidity();
    }

    /** Every UID in the inbox from the given one on, ascending. */
    List<Long> from(long first) throws MessagingException {
        List<Long> found = new ArrayList<>();
        for (Message message : uids().getMessagesByUID(Math.max(first, 1), UIDFolder.LASTUID)) {
            long uid = message == null ? -1 : uids().getUID(message);
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
        Message message = uids().getMessageByUID(uid);
        if (message == null) {
            return null;
        }
        Message[] one = {message};
        inbox.fetch(one, SIZE);
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

    /** The library asks for the parsed envelope along with the date, which servers refuse for some broken mails. */
    private static Instant receivedAt(Message message) {
        try {
            Date received = message.getReceivedDate();
            return received == null ? null : received.toInstant();
        } catch (MessagingException e) {
            return null;
        }
    }

    /** Out of the inbox into the folder of mails taken; done only after they are committed. */
    void file(long uid) throws MessagingException {
        Message message = uids().getMessageByUID(uid);
        if (message != null) {
            Message[] one = {message};
            inbox.copyMessages(one, processed);
            inbox.setFlags(one, new Flags(Flags.Flag.DELETED), true);
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

    private UIDFolder uids() {
        return (UIDFolder) inbox;
    }

    private static Session session(MailSettings.Server server) {
        Properties properties = new Properties();
        properties.setProperty("mail.imap.peek", "true");
        properties.setProperty("mail.imap.fetchsize", "262144");
        for (String timeout : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty("mail.imap." + timeout, TIMEOUT_MILLIS);
        }
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
