package mx.gob.edomex.catgem.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import mx.gob.edomex.catgem.channel.ConversationMessage;
import mx.gob.edomex.catgem.channel.ConversationMessage.AttachmentLine;
import mx.gob.edomex.catgem.channel.Conversations;
import mx.gob.edomex.catgem.evidence.Checklist;
import mx.gob.edomex.catgem.evidence.ChecklistItem;
import mx.gob.edomex.catgem.evidence.StepState;
import mx.gob.edomex.catgem.evidence.Timeline;
import mx.gob.edomex.catgem.security.PersonalData;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.SubjectId;

/** Puts a folio together; the caller has decided who may see it and whether it is masked. */
@ApplicationScoped
public class FolioReading {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    ContactReading reading;

    @Inject
    Conversations conversations;

    @Inject
    PersonalData personalData;

    @Inject
    Checklist checklist;

    @Inject
    Timeline timeline;

    @Inject
    Clock clock;

    /** @param onlyOf the advisor who reads and may know of their own contacts only, or null for who reads all */
    FolioCard card(ContactLine line, Language language, boolean masked, String onlyOf) {
        ContactId id = new ContactId(line.id());
        List<ChecklistItem> steps = checklist.of(id, language);
        return new FolioCard(
                line,
                masked,
                masked ? new FolioCard.Citizen(null, null, null) : citizen(id),
                clocks(line),
                legs(id),
                offers(id),
                conversation(id, masked),
                notes(id, masked),
                sameMatter(line, language, masked, onlyOf),
                checklist.pinned(id).orElse(null),
                steps,
                line.ended() ? owed(steps) : List.of(),
                checklist.precedenceBroken(id),
                timeline.of(id, language));
    }

    private static List<ChecklistItem> owed(List<ChecklistItem> steps) {
        return steps.stream()
                .filter(step -> step.mandatory() && step.state() == StepState.PENDING)
                .toList();
    }

    private FolioCard.Citizen citizen(ContactId id) {
        SubjectId subject = Sql.on(entities, "select subject_id from contact where id = :id")
                .set("id", id)
                .first(row -> row.subject("subject_id"))
                .orElseThrow();
        return new FolioCard.Citizen(
                personalData.get(subject, "name").orElse(null),
                personalData.get(subject, "email").orElse(null),
                personalData.get(subject, "phone").orElse(null));
    }

    private FolioCard.Clocks clocks(ContactLine line) {
        return Sql.on(
                        entities,
                        """
                        select a.received_at, c.offered_at, c.consulted_at from contact c
                        join arrival a on a.contact_id = c.id where c.id = :id
                        """)
                .set("id", line.id())
                .first(row -> new FolioCard.Clocks(
                        row.instant("received_at"),
                        line.firstQueuedAt(),
                        row.instant("offered_at"),
                        line.connectedAt(),
                        row.instant("consulted_at"),
                        line.deliveredAt(),
                        line.closedAt(),
                        line.waited(clock.instant()),
                        line.targetSeconds(),
                        between(line.connectedAt(), line.deliveredAt()),
                        line.outcome() != null && !"RESOLVED".equals(line.outcome())))
                .orElseThrow();
    }

    private static Duration between(Instant from, Instant to) {
        return from == null || to == null ? null : Duration.between(from, to);
    }

    private List<FolioCard.LegLine> legs(ContactId id) {
        return Sql.on(
                        entities,
                        """
                        select l.number, l.advisor, u.display_name, l.points, l.connected_at, l.ended_at, l.end_reason
                        from leg l join app_user u on u.username = l.advisor
                        where l.contact_id = :id order by l.number
                        """)
                .set("id", id)
                .list(row -> new FolioCard.LegLine(
                        row.number("number"),
                        row.text("advisor"),
                        row.text("display_name"),
                        row.number("points"),
                        row.instant("connected_at"),
                        row.instant("ended_at"),
                        row.text("end_reason")));
    }

    private List<FolioCard.OfferLine> offers(ContactId id) {
        return Sql.on(
                        entities,
                        """
                        select o.number, o.advisor, u.display_name, o.made_at, o.ended_at, o.outcome, o.reason
                        from offer o join app_user u on u.username = o.advisor
                        where o.contact_id = :id order by o.number
                        """)
                .set("id", id)
                .list(row -> new FolioCard.OfferLine(
                        row.number("number"),
                        row.text("advisor"),
                        row.text("display_name"),
                        row.instant("made_at"),
                        row.instant("ended_at"),
                        row.text("outcome"),
                        row.text("reason")));
    }

    private List<FolioCard.Note> notes(ContactId id, boolean masked) {
        return Sql.on(
                        entities,
                        """
                        select n.staff, u.display_name, n.subject_id, n.body_sealed, n.at
                        from contact_note n join app_user u on u.username = n.staff
                        where n.contact_id = :id order by n.at
                        """)
                .set("id", id)
                .list(row -> new FolioCard.Note(
                        row.text("staff"),
                        row.text("display_name"),
                        masked
                                ? null
                                : personalData
                                        .openText(row.subject("subject_id"), row.bytes("body_sealed"))
                                        .orElse(null),
                        row.instant("at")));
    }

    /** What was marked sensitive is not shown here to anybody: a folio is read by many. */
    List<ConversationMessage> conversation(ContactId id, boolean masked) {
        return conversations.all(id).stream()
                .map(message -> masked || message.sensitive() ? withoutText(message) : message.withoutCovered())
                .toList();
    }

    private static ConversationMessage withoutText(ConversationMessage message) {
        List<AttachmentLine> files = message.attachments().stream()
                .map(file -> new AttachmentLine(file.id(), null, file.mediaType(), file.sizeBytes(), file.sensitive()))
                .toList();
        return new ConversationMessage(
                message.id(),
                message.seq(),
                message.author(),
                message.staff(),
                message.staffName(),
                message.clientId(),
                null,
                null,
                message.sensitive(),
                message.at(),
                files,
                List.of());
    }

    /** An advisor sees what others attended of the matter only while attending this contact of it. */
    private List<ContactLine> sameMatter(ContactLine line, Language language, boolean masked, String onlyOf) {
        boolean attending = !line.ended() && Objects.equals(line.advisor(), onlyOf);
        return ContactSearch.ofMatter(line.matter(), line.id(), attending ? null : onlyOf)
                .on(entities, ContactReading.LINE, " order by c.created_at desc limit 50")
                .list(row -> reading.line(row, language, masked));
    }
}
