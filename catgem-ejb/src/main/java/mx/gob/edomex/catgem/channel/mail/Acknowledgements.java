package mx.gob.edomex.catgem.channel.mail;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import mx.gob.edomex.catgem.channel.ContactBook;
import mx.gob.edomex.catgem.channel.EntryPoints;
import mx.gob.edomex.catgem.channel.PrivacyNotices;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.SubjectId;

/**
 * The automatic receipt with folio and privacy notice: one for each new thread, at most five to a person in 24 hours,
 * whatever robots on the other side do.
 */
@Stateless
@PermitAll
public class Acknowledgements {

    static final int MOST_A_DAY = 5;
    private static final int BATCH = 50;

    private record Due(ContactId contact, SubjectId subject, Language language) {}

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    ContactBook contacts;

    @Inject
    PrivacyNotices notices;

    @Inject
    MailTexts texts;

    @Inject
    MailDrafts drafts;

    @Inject
    OutboundMails outbound;

    @Inject
    EntryPoints entryPoints;

    @Inject
    Installation installation;

    @Inject
    Clock clock;

    /** The thread is new: a receipt goes out once the contact has its folio. */
    public void owe(ContactId contact, SubjectId subject, Language language) {
        insert(contact, subject, language, "DUE", null);
    }

    /** The sender is no person: none goes out, and why is kept. */
    public void suppress(ContactId contact, SubjectId subject, Language language, String reason) {
        insert(contact, subject, language, "SUPPRESSED", reason);
    }

    /** Version of the notice that the receipt of the contact carried. */
    public Optional<String> noticeGiven(ContactId contact) {
        return Sql.on(
                        entities,
                        """
                        select notice_version from mail_acknowledgement
                        where contact_id = :contact and notice_version is not null
                        """)
                .set("contact", contact)
                .first(row -> row.text("notice_version"));
    }

    /** Writes the receipts whose contacts have their folio by now. */
    public void write() {
        List<Due> due = Sql.on(
                        entities,
                        """
                        select contact_id, subject_id, language from mail_acknowledgement
                        where state = 'DUE' order by decided_at limit :batch
                        """)
                .set("batch", BATCH)
                .list(row -> new Due(
                        row.contact("contact_id"),
                        row.subject("subject_id"),
                        row.constant("language", Language.class)));
        for (Due one : due) {
            contacts.find(one.contact()).ifPresent(standing -> write(one, standing));
        }
    }

    private void write(Due due, ContactBook.Standing standing) {
        if (writtenLately(due.subject()) >= MOST_A_DAY) {
            decide(due.contact(), "SUPPRESSED", "DAILY_LIMIT", null);
            return;
        }
        PrivacyNotices.Notice notice = notices.inForce(due.language());
        MailTexts.Text text = texts.find("ACKNOWLEDGEMENT", due.language());
        String body = closed(due.language())
                + text.body().replace("{folio}", standing.folio().value()).replace("{notice}", notice.fullText());
        drafts.to(due.contact(), standing.folio(), text.title())
                .ifPresentOrElse(
                        draft -> {
                            outbound.queue(draft.acknowledging(body, notice.version()));
                            decide(due.contact(), "WRITTEN", null, notice.version());
                        },
                        () -> decide(due.contact(), "SUPPRESSED", "NO_ADDRESS", null));
    }

    /** While nobody reads: from when on somebody does. Empty while the mailbox is open. */
    private String closed(Language language) {
        if (entryPoints.isOpen(MailIntake.ENTRY_POINT)) {
            return "";
        }
        DateTimeFormatter format = DateTimeFormatter.ofPattern(
                language == Language.EN ? "EEEE d MMMM yyyy, HH:mm" : "EEEE d 'de' MMMM 'de' yyyy, HH:mm",
                language.locale());
        return entryPoints
                .opensAt(MailIntake.ENTRY_POINT)
                .map(opens -> texts.find("CLOSED", language)
                                .body()
                                .replace("{opens}", format.format(opens.atZone(installation.timeZone())))
                        + "\n\n")
                .orElse("");
    }

    private int writtenLately(SubjectId subject) {
        Instant since = clock.instant().minus(Duration.ofDays(1));
        return Sql.on(
                        entities,
                        """
                        select count(*) as written from mail_acknowledgement
                        where subject_id = :subject and state = 'WRITTEN' and decided_at > :since
                        """)
                .set("subject", subject)
                .set("since", since)
                .first(row -> row.number("written"))
                .orElse(0);
    }

    private void insert(ContactId contact, SubjectId subject, Language language, String state, String reason) {
        Sql.on(
                        entities,
                        """
                        insert into mail_acknowledgement (contact_id, subject_id, language, state, reason, decided_at)
                        values (:contact, :subject, :language, :state, :reason, :now) on conflict do nothing
                        """)
                .set("contact", contact)
                .set("subject", subject)
                .set("language", language)
                .set("state", state)
                .set("reason", reason)
                .set("now", clock.instant())
                .update();
    }

    private void decide(ContactId contact, String state, String reason, String notice) {
        Sql.on(
                        entities,
                        """
                        update mail_acknowledgement set state = :state, reason = :reason, notice_version = :notice,
                               decided_at = :now
                        where contact_id = :contact
                        """)
                .set("state", state)
                .set("reason", reason)
                .set("notice", notice)
                .set("now", clock.instant())
                .set("contact", contact)
                .update();
    }
}
