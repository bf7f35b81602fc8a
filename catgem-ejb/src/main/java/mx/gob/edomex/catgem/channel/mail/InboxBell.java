package mx.gob.edomex.catgem.channel.mail;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/**
 * Rings as soon as a mail is in the inbox (IMAP IDLE, RFC 2177), on a connection and a thread of its own. It only wakes:
 * what is there to take the mailbox itself says, and a server without IDLE, or a bell that hears nothing, costs no more
 * than the wait for the next poll.
 */
final class InboxBell implements AutoCloseable {

    /** After so long without a word the connection is made anew: it may be dead, and servers end an IDLE at 29 min. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private final MailSettings settings;
    private final Runnable ring;
    private volatile boolean closed;
    private volatile IMAPStore store;
    private final Thread thread;

    private InboxBell(MailSettings settings, ThreadFactory threads, Runnable ring) {
        this.settings = settings;
        this.ring = ring;
        thread = threads.newThread(this::listen);
    }

    static InboxBell hang(MailSettings settings, ThreadFactory threads, Runnable ring) {
        InboxBell bell = new InboxBell(settings, threads, ring);
        bell.thread.start();
        return bell;
    }

    /** False after the connection broke, and while the server knows no IDLE; hang a new one later. */
    boolean isListening() {
        return thread.isAlive();
    }

    private void listen() {
        try {
            store = ImapMailbox.connect(settings, SILENCE);
            if (store.hasCapability("IDLE")) {
                IMAPFolder inbox = (IMAPFolder) store.getFolder("INBOX");
                inbox.open(Folder.READ_ONLY);
                ring.run(); // for what came since the last poll
                while (!closed) {
                    int before = inbox.getMessageCount();
                    inbox.idle(true);
                    if (!closed && inbox.getMessageCount() > before) {
                        ring.run();
                    }
                }
            }
        } catch (MessagingException | RuntimeException e) {
            System.getLogger(InboxBell.class.getName())
                    .log(System.Logger.Level.DEBUG, "the inbox is polled only: " + e.getClass());
        } finally {
            hangUp();
        }
    }

    @Override
    public void close() {
        closed = true;
        hangUp();
        thread.interrupt();
    }

    private void hangUp() {
        IMAPStore open = store;
        if (open != null) {
            try {
                open.close();
            } catch (MessagingException e) {
                System.getLogger(InboxBell.class.getName())
                        .log(System.Logger.Level.DEBUG, "the bell was not taken down in order");
            }
        }
    }
}
