package mx.gob.edomex.catgem.channel.mail;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import mx.gob.edomex.catgem.shared.Beat;
import mx.gob.edomex.catgem.shared.Duty;
import mx.gob.edomex.catgem.shared.FaultPoint;
import mx.gob.edomex.catgem.shared.Leases;
import mx.gob.edomex.catgem.shared.Rounds;

/**
 * Sends what is due, on one node of the centre. A crash between the server's word and its note sends the mail again
 * under the same Message-ID: at least once.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class MailSender {

    private static final System.Logger LOG = System.getLogger(MailSender.class.getName());
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final int BATCH = 50;
    private static final Duration PAUSE_WHEN_AWAY = Duration.ofSeconds(10);

    MailSettings settings = MailSettings.fromEnvironment();

    @Inject
    Beat beat;

    @Inject
    Leases leases;

    @Inject
    Acknowledgements acknowledgements;

    @Inject
    OutboundMails outbound;

    @Inject
    MailWatch watch;

    @Inject
    Clock clock;

    private final Duty duty = new Duty("mail-sender");
    private final Rounds rounds = new Rounds(MailSender.class, "mails wait to be sent");
    private Instant notBefore = Instant.MIN;

    @PostConstruct
    void start() {
        if (settings.smtp().isOn()) {
            beat.every(EVERY, this::tick);
        } else {
            LOG.log(System.Logger.Level.INFO, "no SMTP host is configured: mails wait");
        }
    }

    @PreDestroy
    void stop() {
        beat.stop();
        if (settings.smtp().isOn()) {
            rounds.run(() -> duty.leave(leases)); // the services may be gone already: then it runs out
        }
    }

    void tick() {
        rounds.run(() -> {
            if (duty.take(leases)) {
                acknowledgements.write();
                send();
            }
        });
    }

    void send() {
        Instant now = clock.instant();
        if (now.isBefore(notBefore)) {
            return;
        }
        SmtpPost post = new SmtpPost(settings, clock);
        for (UUID id : outbound.due(BATCH)) {
            duty.take(leases);
            switch (attempt(post, id).verdict()) {
                case ACCEPTED, REFUSED -> watch.reached(MailWatch.Side.SENDER);
                // One full mailbox is no stand-still, but a server that puts everything off is.
                case DEFERRED -> watch.missed(MailWatch.Side.SENDER);
                case AWAY -> {
                    notBefore = now.plus(PAUSE_WHEN_AWAY);
                    watch.missed(MailWatch.Side.SENDER);
                    return;
                }
            }
        }
        if (outbound.oldestDue()
                .filter(due -> due.plus(MailWatch.PATIENCE).isBefore(now))
                .isPresent()) {
            watch.raise(MailWatch.Side.SENDER);
        }
    }

    private SendOutcome attempt(SmtpPost post, UUID id) {
        Optional<OutgoingMail> mail = outbound.load(id);
        SendOutcome outcome =
                mail.map(post::send).orElseGet(() -> SendOutcome.of(SendOutcome.Verdict.REFUSED, "ERASED"));
        FaultPoint.MAIL_SENT.reached();
        outbound.note(id, outcome);
        if (outcome.verdict() == SendOutcome.Verdict.ACCEPTED) {
            watch.countOut();
        }
        return outcome;
    }
}
