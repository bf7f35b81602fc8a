package mx.gob.edomex.catgem.channel.mail;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import mx.gob.edomex.catgem.shared.Language;

/** Tells Spanish from English by their commonest words; accents and ñ speak for Spanish. */
final class LanguageGuess {

    private static final Set<String> SPANISH = Set.of(
            "el",
            "la",
            "los",
            "las",
            "de",
            "del",
            "que",
            "y",
            "en",
            "un",
            "una",
            "por",
            "para",
            "con",
            "mi",
            "me",
            "es",
            "se",
            "su",
            "al",
            "lo",
            "como",
            "quiero",
            "necesito",
            "buenas",
            "buenos",
            "tardes",
            "gracias",
            "hola",
            "favor",
            "donde",
            "cuanto",
            "tramite",
            "acta",
            "licencia",
            "solicito");
    private static final Set<String> ENGLISH = Set.of(
            "the", "of", "and", "to", "in", "is", "you", "that", "it", "for", "my", "i", "with", "on", "this", "have",
            "do", "how", "what", "where", "please", "thanks", "thank", "hello", "dear", "would", "could", "need",
            "from", "are", "can", "your", "hi", "we");
    private static final int ENOUGH = 4_000;

    private LanguageGuess() {}

    /** English only when it clearly outweighs Spanish: the centre's first language is the safer mistake. */
    static Language of(String text) {
        String sample = text.substring(0, Math.min(text.length(), ENOUGH)).toLowerCase(Locale.ROOT);
        // What has digits in it is a reference, and no word of any language.
        String[] words = sample.split("[^\\p{L}\\p{N}]+");
        long spanish = Arrays.stream(words).filter(SPANISH::contains).count()
                + sample.chars().filter(c -> "áéíóúñ¿¡".indexOf(c) >= 0).count();
        long english = Arrays.stream(words).filter(ENGLISH::contains).count();
        return english > spanish ? Language.EN : Language.ES;
    }
}
