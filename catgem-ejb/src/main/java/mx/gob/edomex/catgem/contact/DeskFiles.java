package mx.gob.edomex.catgem.contact;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.Attachments;
import mx.gob.edomex.catgem.channel.Attachments.NewAttachment;
import mx.gob.edomex.catgem.channel.ConversationMessage.AttachmentLine;
import mx.gob.edomex.catgem.channel.FilePolicy;
import mx.gob.edomex.catgem.channel.FileType;
import mx.gob.edomex.catgem.channel.FilesTooLarge;
import mx.gob.edomex.catgem.channel.TooManyFiles;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Sql;

/** The files of a contact, for the advisor who has it: those that came, and those chosen for the answer. */
@Stateless
@RolesAllowed(Roles.ADVISOR)
public class DeskFiles {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Attachments attachments;

    @Inject
    Contacts contacts;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    /** Empty when there is no such file in a contact that is the caller's and not closed yet. */
    public Optional<Attachments.Content> file(UUID id) {
        boolean mine = Sql.on(
                        entities,
                        """
                        select 1 from attachment a join contact c on c.id = a.contact_id
                        where a.id = :id and c.advisor = :me and c.closed_at is null and c.state <> 'OFFERED'
                        """)
                .set("id", id)
                .set("me", staff.username())
                .exists();
        return mine ? attachments.find(id) : Optional.empty();
    }

    /**
     * Adds a file to the answer being written; it leaves with the next message.
     *
     * @param file chosen by the desk: a repeat adds nothing
     * @throws FilesTooLarge when all files of the answer together are too large
     */
    public void attach(ContactId contact, UUID file, String name, byte[] content) {
        FileType type = FilePolicy.check(content);
        requireInHand(contact);
        List<AttachmentLine> others = attachments.drafted(contact).stream()
                .filter(other -> !other.id().equals(file))
                .toList();
        if (others.size() >= FilePolicy.MAX_FILES) {
            throw new TooManyFiles();
        }
        if (content.length
                        + others.stream().mapToLong(AttachmentLine::sizeBytes).sum()
                > FilePolicy.MAX_TOTAL_BYTES) {
            throw new FilesTooLarge();
        }
        attachments.add(new NewAttachment(
                file, contact, null, FilePolicy.name(name, type), type.mediaType(), content, null, clock.instant()));
    }

    public void remove(ContactId contact, UUID file) {
        requireInHand(contact);
        attachments.removeDrafted(contact, file);
    }

    private void requireInHand(ContactId id) {
        Contact contact = contacts.locked(id);
        contact.requireWith(staff.username());
        contact.requireInHand();
    }
}
