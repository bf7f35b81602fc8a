package mx.gob.edomex.catgem.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import mx.gob.edomex.catgem.channel.ArrivalRecorded;
import mx.gob.edomex.catgem.channel.Author;
import mx.gob.edomex.catgem.channel.ConversationMessage;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Mails come in exactly once, whatever crashes, repeats or renumbers. */
class MailboxFetcherTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private MailHouse house;

    @BeforeEach
    void open() throws SQLException {
        persistence
                .database()
                .execute(
                        """
                set session_replication_role = replica; -- also what is append-only and hangs on it
                truncate arrival, inbound_mail, mail_quarantine, mail_acknowledgement, outbound_mail, mailbox_cursor,
                         personal_lookup, personal_field, alert, lease cascade
                """);
        house = new MailHouse(persistence);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aMailBecomesAContactWithItsWordsAndLeavesTheInbox() throws SQLException {
        house.arrives("From: Ana López <ana@correo.example>", "Subject: Acta", "", "¿Dónde saco mi acta?");
        house.fetcher.fetch();
        ContactId contact = house.onlyContact();
        List<ConversationMessage> messages = house.conversation(contact);
        assertThat(messages).singleElement().satisfies(message -> {
            assertThat(message.author()).isEqualTo(Author.CITIZEN);
            assertThat(message.text()).isEqualTo("¿Dónde saco mi acta?");
        });
        assertThat(house.events).contains(new ArrivalRecorded(contact));
        assertThat(house.folder("INBOX").getMessageCount()).isZero();
        assertThat(house.folder("Procesados").getMessageCount()).isOne();
    }

    @Test
    void aCrashBetweenCommitAndMoveGivesOneContact() throws Exception {
        house.arrives("From: ana@correo.example", "Subject: Acta", "", "hola");
        try (ImapMailbox mailbox = ImapMailbox.open(house.settings())) {
            long uid = mailbox.from(1).get(0);
            assertThat(house.intake.take(mailbox.read(uid))).contains(InboundMails.Kind.NEW);
            // The node dies here: committed, not moved.
        }
        MailboxFetcher afterRestart = house.newFetcher();
        afterRestart.fetch();
        assertThat(house.contacts()).hasSize(1);
        assertThat(house.conversation(house.onlyContact())).hasSize(1);
        assertThat(house.folder("INBOX").getMessageCount()).isZero();
    }

    @Test
    void aCrashBeforeTheCommitLosesNothing() throws Exception {
        house.arrives("From: ana@correo.example", "Subject: Acta", "", "hola");
        try (ImapMailbox mailbox = ImapMailbox.open(house.settings())) {
            mailbox.read(mailbox.from(1).get(0));
        }
        house.newFetcher().fetch();
        assertThat(house.contacts()).hasSize(1);
    }

    @Test
    void theSameMailDeliveredTwiceIsOneContact() throws SQLException {
        String[] mail = {
            "Received: from a",
            "Message-ID: <1@correo.example>",
            "From: ana@correo.example",
            "Subject: Acta",
            "",
            "hola"
        };
        house.arrives(mail);
        mail[0] = "Received: from quite another relay";
        house.arrives(mail);
        house.fetcher.fetch();
        assertThat(house.contacts()).hasSize(1);
        assertThat(house.value("select count(*) from inbound_mail where kind = 'DUPLICATE'"))
                .isEqualTo("1");
    }

    @Test
    void theSameWordsSentAgainAreASecondContact() throws SQLException {
        house.arrives("Message-ID: <1@correo.example>", "From: ana@correo.example", "Subject: Acta", "", "hola");
        house.arrives("Message-ID: <2@correo.example>", "From: ana@correo.example", "Subject: Acta", "", "hola");
        house.arrives("Message-ID: <1@correo.example>", "From: ana@correo.example", "Subject: Acta", "", "otra cosa");
        house.fetcher.fetch();
        assertThat(house.contacts()).hasSize(3);
    }

    @Test
    void aMailboxWithNewUidsIsReadAgainWithoutRepeats() throws Exception {
        house.arrives("From: ana@correo.example", "Subject: Acta", "", "sin Message-ID");
        RawMail first;
        try (ImapMailbox mailbox = ImapMailbox.open(house.settings())) {
            first = mailbox.read(mailbox.from(1).get(0));
        }
        house.intake.take(first);
        RawMail renumbered =
                new RawMail(first.mailbox(), first.uidValidity() + 1, 77, first.bytes(), first.receivedAt(), null);
        assertThat(house.intake.take(renumbered)).contains(InboundMails.Kind.DUPLICATE);
        assertThat(house.contacts()).hasSize(1);
        assertThat(house.value("select last_uid from mailbox_cursor")).isEqualTo("77");
    }

    @Test
    void readFlagsMeanNothing() throws Exception {
        house.arrives("From: ana@correo.example", "Subject: Acta", "", "hola");
        house.folder("INBOX").getMessages().get(0).setFlag(jakarta.mail.Flags.Flag.SEEN, true);
        house.fetcher.fetch();
        assertThat(house.contacts()).hasSize(1);
        assertThat(house.folder("INBOX").getUnseenCount()).isZero();
    }

    @Test
    void aMailFromTheFutureWaitsFromNow() throws Exception {
        RawMail mail = new RawMail(
                "x",
                1,
                1,
                "From: a@correo.example\r\n\r\nhola".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                house.clock.instant().plusSeconds(86_400),
                null);
        assertThat(house.intake.take(mail)).isEqualTo(Optional.of(InboundMails.Kind.NEW));
        assertThat(house.value("select received_at <= now() from arrival")).isEqualTo("t");
    }

    @Test
    void aNewMailIsTakenAtOnceWithoutWaitingForThePoll() throws Exception {
        house.fetcher.threads = Thread::new;
        house.fetcher.poll();
        try {
            for (int i = 1; i <= 3; i++) {
                TimeUnit.SECONDS.sleep(1);
                Instant sent = Instant.now();
                house.arrives("From: ana@correo.example", "Subject: " + i, "", "hola " + i);
                while (house.contacts().size() < i && sent.plusSeconds(10).isAfter(Instant.now())) {
                    TimeUnit.MILLISECONDS.sleep(50);
                }
                assertThat(Duration.between(sent, Instant.now())).isLessThan(Duration.ofSeconds(3));
            }
            assertThat(house.contacts()).hasSize(3);
        } finally {
            house.fetcher.takeBellDown();
        }
    }

    @Test
    void aServerThatCannotMoveIsServedByCopies() throws Exception {
        house.arrives("From: ana@correo.example", "Subject: uno", "", "hola");
        house.arrives("From: ana@correo.example", "Subject: dos", "", "hola");
        try (ImapMailbox mailbox = ImapMailbox.open(house.settings())) {
            mailbox.file(mailbox.from(1), false);
        }
        assertThat(house.folder("INBOX").getMessageCount()).isZero();
        assertThat(house.folder("Procesados").getMessageCount()).isEqualTo(2);
    }

    @Test
    void whatWasCommittedIsFiledThoughALaterOneFails() throws Exception {
        house.arrives("From: ana@correo.example", "Subject: uno", "", "hola");
        house.arrives("From: ana@correo.example", "Subject: dos", "", "hola");
        MailIntake failing = new MailIntake() {
            private int taken;

            @Override
            public Optional<InboundMails.Kind> take(RawMail mail) {
                if (taken++ > 0) {
                    throw new IllegalStateException("the database went away");
                }
                return house.intake.take(mail);
            }

            @Override
            public void hold(RawMail mail, QuarantineReason reason) {
                throw new IllegalStateException("the database went away");
            }
        };
        house.newFetcher(failing).fetch();
        assertThat(house.contacts()).hasSize(1);
        assertThat(house.folder("INBOX").getMessageCount()).isOne();
        assertThat(house.folder("Procesados").getMessageCount()).isOne();
        house.fetcher.fetch();
        assertThat(house.contacts()).hasSize(2);
    }

    @Test
    void aStoppedMailServerIsAnAlarmAndLosesNothing() throws SQLException {
        house.arrives("From: ana@correo.example", "Subject: uno", "", "hola");
        house.fetcher.fetch();
        house.server.stop();
        house.fetcher.fetch();
        house.clock.pass(MailWatch.PATIENCE);
        house.fetcher.fetch();
        assertThat(house.value("select count(*) from alert where kind = 'MAILBOX_UNREACHABLE' and ended_at is null"))
                .isEqualTo("1");
    }
}
