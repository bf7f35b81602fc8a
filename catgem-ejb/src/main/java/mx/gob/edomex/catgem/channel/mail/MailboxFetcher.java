package mx.gob.edomex.catgem.channel.mail;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import mx.gob.edomex.catgem.shared.Beat;
import mx.gob.edomex.catgem.shared.Duty;
import mx.gob.edomex.catgem.shared.FaultPoint;
import mx.gob.edomex.catgem.shared.Leases;
import mx.gob.edomex.catgem.shared.Rounds;
import mx.gob.edomex.catgem.shared.Trouble;

/**
 * Empties the inbox on one node of the centre. Each mail is committed first and moved afterwards; what a crash leaves
 * between the two is fetched again and absorbed by its key.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class MailboxFetcher {

    private static final System.Logger LOG = System.getLogger(MailboxFetcher.class.getName());
    private static final Duration BELL_PAUSE = Duration.ofMinutes(1);
    private static final int BATCH = 50;
    private static final int ATTEMPTS = 3;
    private static final int READ_ATTEMPTS = 5;

    MailSettings settings = MailSettings.fromEnvironment();

    @Inject
    Beat beat;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    ThreadFactory threads;

    @Inject
    Leases leases;

    @Inject
    InboundMails mails;

    @Inject
    MailIntake intake;

    @Inject
    MailWatch watch;

    @Inject
    Clock clock;

    private final Duty duty = new Duty("mailbox");
    private final Rounds rounds = new Rounds(MailboxFetcher.class, "mails wait in the mailbox");
    private final Trouble away = new Trouble(MailboxFetcher.class, "the mailbox cannot be read");
    private final AtomicBoolean rung = new AtomicBoolean();
    private ImapMailbox mailbox;
    private volatile InboxBell bell;
    private Instant bellHung;
    private long stuckAt;
    private int stuckTimes;

    @PostConstruct
    void start() {
        if (settings.imap().isOn()) {
            beat.every(settings.poll(), this::poll);
        } else {
            LOG.log(System.Logger.Level.INFO, "no IMAP host is configured: mails are not fetched");
        }
    }

    @PreDestroy
    void stop() {
        beat.stop();
        takeBellDown();
        disconnect();
        if (settings.imap().isOn()) {
            rounds.run(() -> duty.leave(leases)); // the services may be gone already: then it runs out
        }
    }

    /** The truth; the bell only makes it come sooner. */
    void poll() {
        rung.set(true);
        while (rung.get() && rounds.run(this::turn)) {
            // Rung again on the way: once more.
        }
    }

    private void turn() {
        rung.set(false);
        if (duty.take(leases)) {
            fetch();
            hangBell();
        } else {
            takeBellDown();
            disconnect();
        }
    }

    private void hangBell() {
        Instant now = clock.instant();
        boolean silent = bell == null
                || (!bell.isListening() && bellHung.plus(BELL_PAUSE).isBefore(now));
        if (mailbox != null && silent) {
            takeBellDown();
            bell = InboxBell.hang(settings, threads, this::poll);
            bellHung = now;
        }
    }

    void takeBellDown() {
        if (bell != null) {
            bell.close();
            bell = null;
        }
    }

    /**
     * Takes all that is in the inbox; what an earlier crash left there below the cursor too. Nothing while nobody may be
     * attended: it is safest where it lies.
     */
    void fetch() {
        if (!mails.mayBeTaken()) {
            return;
        }
        try {
            boolean fresh = mailbox == null;
            if (fresh) {
                mailbox = ImapMailbox.open(settings);
            } else {
                mailbox.refresh();
            }
            long last = mails.lastUid(mailbox.name(), mailbox.uidValidity());
            List<Long> waiting = mailbox.from(fresh ? 1 : last + 1);
            for (int i = 0; i < waiting.size(); i += BATCH) {
                take(waiting.subList(i, Math.min(i + BATCH, waiting.size())));
            }
            away.over();
            watch.reached(MailWatch.Side.MAILBOX);
        } catch (MessagingException | IllegalStateException e) { // the latter from a folder that the server closed
            away.met(e);
            disconnect();
            watch.missed(MailWatch.Side.MAILBOX);
        }
    }

    /** What was committed is filed even when a later one of the batch fails. */
    private void take(List<Long> batch) throws MessagingException {
        List<Long> taken = new ArrayList<>();
        try {
            for (long uid : batch) {
                duty.take(leases);
                take(uid);
                taken.add(uid);
            }
        } finally {
            FaultPoint.MAIL_COMMITTED.reached();
            mailbox.file(taken);
        }
    }

    private void take(long uid) throws MessagingException {
        if (!mails.isKnown(RawMail.contact(mailbox.name(), mailbox.uidValidity(), uid))) {
            RawMail mail = read(uid);
            if (mail != null) {
                commit(mail);
                watch.countIn();
            }
        }
    }

    /** A mail that its server cannot hand over must not keep all others waiting; it stays there and an alarm tells. */
    private RawMail read(long uid) throws MessagingException {
        try {
            return mailbox.read(uid);
        } catch (MessagingException e) {
            stuckTimes = uid == stuckAt ? stuckTimes + 1 : 1;
            stuckAt = uid;
            if (stuckTimes < READ_ATTEMPTS) {
                throw e;
            }
            return new RawMail(
                    mailbox.name(),
                    mailbox.uidValidity(),
                    uid,
                    new byte[0],
                    clock.instant(),
                    QuarantineReason.UNREADABLE_ON_SERVER);
        }
    }

    /** A failure may be the database's: only when it takes a quarantine row but not the mail is the mail to blame. */
    private void commit(RawMail mail) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                intake.take(mail);
                return;
            } catch (RuntimeException e) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "mail " + mail.id() + " was not taken at attempt " + attempt + ": " + Trouble.describe(e));
            }
        }
        intake.hold(mail, QuarantineReason.UNREADABLE);
    }

    private void disconnect() {
        if (mailbox != null) {
            mailbox.close();
            mailbox = null;
        }
    }
}
