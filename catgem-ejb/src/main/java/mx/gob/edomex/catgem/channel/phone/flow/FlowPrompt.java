package mx.gob.edomex.catgem.channel.phone.flow;

import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.shared.Language;

/**
 * What is said, and how it sounds.
 *
 * @param words in each language, as they are to be recorded
 * @param recorded the exchange's name of the recording in each language that has one
 * @param standIn sounds that the exchange brings along, parted by commas, for a language without a recording
 * @param seconds how long the longest of its recordings is
 */
public record FlowPrompt(Map<Language, String> words, Map<Language, String> recorded, String standIn, int seconds) {

    public FlowPrompt {
        words = Map.copyOf(words);
        recorded = Map.copyOf(recorded);
    }

    public boolean isRecorded(Language language) {
        return !recorded.getOrDefault(language, "").isBlank();
    }

    /** Names of sounds on the exchange, to be played one after the other. */
    public List<String> sounds(Language language) {
        return List.of((isRecorded(language) ? recorded.get(language) : standIn).split(",", -1));
    }
}
