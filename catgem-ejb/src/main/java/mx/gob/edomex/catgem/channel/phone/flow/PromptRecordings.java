package mx.gob.edomex.catgem.channel.phone.flow;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sha256;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * Recordings of what the menu says, kept as they were uploaded. Calls hear one once it is at the exchange
 * ({@link PromptSounds}) and a version is published that says its words.
 */
@Stateless
@RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
public class PromptRecordings {

    /** Bytes of a file at most. */
    public static final int LARGEST = 8 * 1024 * 1024;

    private static final int SHORTEST_MILLIS = 500;
    private static final int LONGEST_MILLIS = 60_000;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    /**
     * A recording.
     *
     * @param words that it was to say; those of the menu may have changed since
     * @param atExchange whether the exchange has it
     */
    public record Recording(
            UUID id,
            String prompt,
            Language language,
            String words,
            int millis,
            boolean atExchange,
            String uploadedBy,
            Instant uploadedAt) {

        /** Whole ones, begun ones too. */
        public int seconds() {
            return (millis + 999) / 1000;
        }

        /** Whether it says what the prompt says now. */
        public boolean says(FlowPrompt prompt) {
            return words.equals(prompt.words().getOrDefault(language, ""));
        }
    }

    /**
     * Keeps a recording, which takes the place of the one before it.
     *
     * @throws RecordingMissing when the file is empty
     * @throws RecordingTooLarge when it is larger than {@link #LARGEST}
     * @throws RecordingNotWav when it is something else, or not whole
     * @throws RecordingNotPcm when its sound is compressed or of another format
     * @throws RecordingLengthNotValid when it is shorter than half a second or longer than a minute
     */
    public void keep(String prompt, Language language, String words, byte[] file) {
        if (file.length == 0) {
            throw new RecordingMissing();
        } else if (file.length > LARGEST) {
            throw new RecordingTooLarge();
        }
        int millis = Wav.of(file).millis();
        if (millis < SHORTEST_MILLIS || millis > LONGEST_MILLIS) {
            throw new RecordingLengthNotValid();
        }
        Sql.on(
                        entities,
                        """
                        insert into prompt_recording (id, prompt, language, words, millis, sha256, wav, uploaded_by,
                                                      uploaded_at)
                        values (:id, :prompt, :language, :words, :millis, :hash, :wav, :staff, :at)
                        """)
                .set("id", UUID.randomUUID())
                .set("prompt", prompt)
                .set("language", language)
                .set("words", words)
                .set("millis", millis)
                .set("hash", Sha256.of(file))
                .set("wav", file)
                .set("staff", staff.username())
                .set("at", clock.instant())
                .update();
    }

    /** The newest one of each prompt in each language. */
    public List<Recording> newest() {
        return Sql.on(
                        entities,
                        """
                        select distinct on (r.prompt, r.language) r.id, r.prompt, r.language, r.words, r.millis,
                          s.recording_id is not null as at_exchange, r.uploaded_by, r.uploaded_at
                        from prompt_recording r left join prompt_sound s on s.recording_id = r.id
                        order by r.prompt, r.language, r.uploaded_at desc
                        """)
                .list(row -> new Recording(
                        row.uuid("id"),
                        row.text("prompt"),
                        row.constant("language", Language.class),
                        row.text("words"),
                        row.number("millis"),
                        row.flag("at_exchange"),
                        row.text("uploaded_by"),
                        row.instant("uploaded_at")));
    }

    /** The file as it was uploaded. */
    public Optional<byte[]> file(UUID id) {
        return Sql.on(entities, "select wav from prompt_recording where id = :id")
                .set("id", id)
                .first(row -> row.bytes("wav"));
    }
}
