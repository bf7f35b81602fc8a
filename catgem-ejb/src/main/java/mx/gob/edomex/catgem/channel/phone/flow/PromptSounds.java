package mx.gob.edomex.catgem.channel.phone.flow;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/** Which recordings the exchange has, and so what of a menu is heard in somebody's voice. */
@Stateless
@PermitAll
public class PromptSounds {

    /** Begins the exchange's name of a sound that came from here; what it brings along is named otherwise. */
    static final String FOLDER = "catgem/";

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Clock clock;

    /** A recording whose words are those of a prompt. */
    private record Words(String prompt, Language language, String words) {}

    /** All that were uploaded: versions of long ago are still heard by the calls that began with them. */
    public List<UUID> all() {
        return Sql.on(entities, "select id from prompt_recording order by uploaded_at")
                .list(row -> row.uuid("id"));
    }

    /** A recording as telephones carry it: WAV, 8 kHz, one channel. */
    public byte[] sound(UUID recording) {
        return Wav.forTheTelephone(Sql.on(entities, "select wav from prompt_recording where id = :id")
                .set("id", recording)
                .first(row -> row.bytes("wav"))
                .orElseThrow());
    }

    /** It is where the exchange plays it from; hearing so again changes nothing. */
    public void arrived(UUID recording) {
        Sql.on(entities, "insert into prompt_sound (recording_id, arrived_at) values (:id, :at) on conflict do nothing")
                .set("id", recording)
                .set("at", clock.instant())
                .update();
    }

    /**
     * The menu with the newest recording of each of its prompts that says the prompt's words and is at the exchange; where
     * there is none, the stand-in. Sounds that the exchange brings along stay.
     */
    public CallFlow named(CallFlow flow) {
        Map<Words, UUID> there = there();
        Map<String, FlowPrompt> prompts = new LinkedHashMap<>();
        flow.prompts().forEach((name, prompt) -> {
            Map<Language, String> recorded = new HashMap<>(prompt.recorded());
            recorded.values().removeIf(sound -> sound.startsWith(FOLDER));
            prompt.words().forEach((language, words) -> {
                UUID found = there.get(new Words(name, language, words));
                if (found != null) {
                    recorded.put(language, FOLDER + found);
                }
            });
            prompts.put(name, new FlowPrompt(prompt.words(), recorded, prompt.standIn(), prompt.seconds()));
        });
        return new CallFlow(flow.version(), flow.start(), flow.nodes(), prompts);
    }

    private Map<Words, UUID> there() {
        Map<Words, UUID> there = new HashMap<>();
        Sql.on(
                        entities,
                        """
                        select r.id, r.prompt, r.language, r.words from prompt_recording r
                        join prompt_sound s on s.recording_id = r.id order by r.uploaded_at
                        """)
                .list(row -> there.put(
                        new Words(row.text("prompt"), row.constant("language", Language.class), row.text("words")),
                        row.uuid("id")));
        return there;
    }
}
