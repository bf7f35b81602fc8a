package mx.gob.edomex.catgem.channel.mail;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.Arrivals;
import mx.gob.edomex.catgem.channel.Author;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Conversations;
import mx.gob.edomex.catgem.channel.NewArrival;
import mx.gob.edomex.catgem.channel.NewMessage;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Alerts;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.SubjectId;

/** What people do with mails in quarantine: look, make a contact of them, or dismiss them. The raw mail stays. */
@Stateless
@RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR, Roles.SUPPORT})
public class QuarantineService {

    private static final int PREVIEW_BYTES = 100_000;

    /** A held mail; nothing in it is the citizen's text. */
    public record HeldMail(UUID id, QuarantineReason reason, Instant receivedAt, int sizeBytes) {}

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    InboundMails mails;

    @Inject
    Arrivals arrivals;

    @Inject
    Conversations conversations;

    @Inject
    Alerts alerts;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    /** Oldest first. */
    public List<HeldMail> held() {
        return Sql.on(
                        entities,
                        """
                        select q.inbound_id, q.reason, m.received_at, m.size_bytes
                        from mail_quarantine q join inbound_mail m on m.id = q.inbound_id
                        where q.state = 'HELD' order by m.received_at, m.id
                        """)
                .list(row -> new HeldMail(
                        row.uuid("inbound_id"),
                        row.constant("reason", QuarantineReason.class),
                        row.instant("received_at"),
                        row.number("size_bytes")));
    }

    /** The beginning of the raw mail as text; technical support has no need to read it. */
    @RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
    public String preview(UUID id) {
        byte[] raw = mails.raw(id).orElseThrow(QuarantineAlreadyDecided::new);
        return CleanText.body(CharsetGuess.decode(Arrays.copyOf(raw, Math.min(raw.length, PREVIEW_BYTES)), null));
    }

    /** Opens a contact whose first message is the mail as far as it can be read. */
    public ContactId open(UUID id) {
        QuarantineReason reason = decide(id, "OPENED");
        ContactId contact = new ContactId(id);
        Held held = Sql.on(entities, "select subject_id, received_at from inbound_mail where id = :id")
                .set("id", id)
                .first(row -> new Held(row.subject("subject_id"), row.instant("received_at")))
                .orElseThrow();
        String title = MailParser.headers(mails.raw(id).orElseThrow())
                .map(MailHeaders::subject)
                .filter(subject -> !subject.isBlank())
                .orElse("(" + reason.name() + ")");
        arrivals.record(new NewArrival(
                contact,
                Channel.EMAIL,
                MailIntake.ENTRY_POINT,
                null,
                null,
                null,
                held.subject(),
                null,
                title,
                null,
                held.receivedAt(),
                null));
        conversations.append(
                NewMessage.ofText(contact, Author.CITIZEN, null, "mail:" + id, preview(id), held.receivedAt()));
        Sql.on(entities, "update inbound_mail set contact_id = :contact, thread_id = :contact where id = :id")
                .set("contact", contact)
                .set("id", id)
                .update();
        return contact;
    }

    public void dismiss(UUID id) {
        decide(id, "DISMISSED");
    }

    private QuarantineReason decide(UUID id, String state) {
        QuarantineReason reason = Sql.on(
                        entities,
                        """
                        update mail_quarantine set state = :state, staff = :staff, decided_at = :now
                        where inbound_id = :id and state = 'HELD' returning reason
                        """)
                .set("state", state)
                .set("staff", staff.username())
                .set("now", clock.instant())
                .set("id", id)
                .first(row -> row.constant("reason", QuarantineReason.class))
                .orElseThrow(QuarantineAlreadyDecided::new);
        boolean more = Sql.on(
                        entities, "select 1 from mail_quarantine where state = 'HELD' and reason = :reason limit 1")
                .set("reason", reason)
                .exists();
        if (!more) {
            alerts.end(Quarantine.ALERT, reason.name());
        }
        return reason;
    }

    private record Held(SubjectId subject, Instant receivedAt) {}
}
