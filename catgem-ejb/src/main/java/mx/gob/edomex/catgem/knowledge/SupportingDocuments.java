package mx.gob.edomex.catgem.knowledge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.FileType;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.AuditorLooks;
import mx.gob.edomex.catgem.evidence.Basis;
import mx.gob.edomex.catgem.evidence.StepKind;
import mx.gob.edomex.catgem.evidence.StepRecorder;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.PersonalData;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.Sha256;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.SubjectId;

/**
 * Supporting documents (documentos soporte). The first one registered for an update begins its execution of procedure
 * ABD, and with it the clock of indicator 2. The type is found in the content; the file is sealed.
 */
@Stateless
@RolesAllowed({Roles.INFORMATION, Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR})
public class SupportingDocuments {

    /** Bytes of a file at most. */
    public static final int LARGEST = 8 * 1024 * 1024;

    private static final int LONGEST_REFERENCE = 300;
    private static final int LONGEST_NAME = 200;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    UpdateRows rows;

    @Inject
    PersonalData personalData;

    @Inject
    StepRecorder steps;

    @Inject
    WorkLog log;

    @Inject
    AuditorLooks looks;

    @Inject
    CurrentStaff staff;

    @Inject
    Signals signals;

    @Inject
    Clock clock;

    /** A file as read. */
    @SuppressWarnings("ArrayRecordComponent") // never compared by value
    public record Content(String name, String mediaType, byte[] bytes) {}

    /**
     * Steps 01 and 02.
     *
     * @param reference number in the official gazette, letter or address of a page; may be blank
     * @throws DocumentRefused when the content is no type the centre takes, or larger than {@link #LARGEST}
     */
    @RolesAllowed(Roles.INFORMATION)
    public void register(UpdateId update, String name, byte[] content, String reference) {
        rows.locked(update, UpdateState.DRAFT, UpdateState.IN_REVIEW);
        FileType type = check(content);
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        byte[] hash = Sha256.of(content);
        SubjectId subject = SubjectId.random();
        personalData.ensure(subject);
        Sql.on(
                        entities,
                        """
                        insert into supporting_document (id, update_id, subject_id, name_sealed, reference, media_type,
                                                         size_bytes, content_sealed, sha256, staff, at)
                        values (:id, :update, :subject, :name, :reference, :type, :size, :content, :hash, :staff, :at)
                        """)
                .set("id", id)
                .set("update", update.value())
                .set("subject", subject)
                .set("name", personalData.seal(subject, shortened(plain(name), LONGEST_NAME)))
                .set("reference", shortened(reference == null ? "" : reference.strip(), LONGEST_REFERENCE))
                .set("type", type.mediaType())
                .set("size", content.length)
                .set("content", personalData.seal(subject, content))
                .set("hash", hash)
                .set("staff", staff.username())
                .set("at", now)
                .update();
        steps.begin(update.execution(), "ABD", now);
        String hex = HexFormat.of().formatHex(hash);
        steps.record(
                update.execution(),
                Act.DOCUMENT,
                StepKind.END,
                Basis.MEASURED,
                Actor.officer(staff.username()),
                now,
                type.name(),
                null,
                Map.of("document", id.toString(), "sha256", hex));
        log.write("DOCUMENT_REGISTERED", update, hex.substring(0, 16));
        signals.toAll(DeskSignal.Kind.KNOWLEDGE_WORK, null);
    }

    /** @throws DocumentRefused as {@link #register} would */
    @RolesAllowed(Roles.INFORMATION)
    public FileType check(byte[] content) {
        Optional<FileType> type = content.length > LARGEST ? Optional.empty() : FileType.of(content);
        return type.orElseThrow(DocumentRefused::new);
    }

    /** The file, for reading beside the text; an auditor's look is on record. */
    public Optional<Content> file(UUID id) {
        looks.at("DOCUMENT_READ", Map.of("document", id.toString()));
        return Sql.on(
                        entities,
                        """
                        select subject_id, name_sealed, media_type, content_sealed from supporting_document where id = :id
                        """)
                .set("id", id)
                .first(row -> {
                    SubjectId subject = row.subject("subject_id");
                    return new Content(
                            personalData
                                    .openText(subject, row.bytes("name_sealed"))
                                    .orElse("documento"),
                            row.text("media_type"),
                            personalData.open(subject, row.bytes("content_sealed")));
                });
    }

    /** Some browsers send the whole path. */
    private static String plain(String name) {
        return name == null ? "documento" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
