package mx.gob.edomex.catgem.web.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import mx.gob.edomex.catgem.routing.Exclusion;
import mx.gob.edomex.catgem.routing.Explanation;
import mx.gob.edomex.catgem.routing.Explanation.Candidate;
import mx.gob.edomex.catgem.routing.Scope;
import org.junit.jupiter.api.Test;

class DecisionWordsTest {

    private static final Locale ES = Locale.forLanguageTag("es-MX");
    private static final Scope OWN = new Scope(0, 3, false, false, false);

    @Test
    void theLongestFreeIsToldSoAndTheOthersAreCounted() {
        Explanation why = why(
                OWN,
                false,
                Map.of(Exclusion.AWAY, 2, Exclusion.DECLINED, 1),
                new Candidate("asesora01", false, 0, 95, 0.1),
                new Candidate("asesora02", false, 0, 40, 0.1));
        assertThat(new DecisionWords(ES, seconds -> seconds + " s").of(why, "you"))
                .containsExactly(
                        "Era la siguiente de la fila: 30 s de espera, 50\u00a0% de su meta de 60 s.",
                        "De las 2 personas que podían tomarla, usted llevaba más tiempo sin atender: 95 s.",
                        "A las demás no se les podía preguntar: 2 en pausa o por salir, 1 que ya la rechazó.");
    }

    @Test
    void everyReasonHasItsSentenceInBothLanguages() {
        Candidate winner = new Candidate("asesora01", false, 0, 95, 0.1);
        Map<Exclusion, Integer> all = new TreeMap<>();
        for (Exclusion exclusion : Exclusion.values()) {
            all.put(exclusion, 2);
        }
        List<Explanation> cases = List.of(
                why(OWN, true, all, winner),
                why(OWN, false, all, winner),
                why(OWN, false, all, winner, new Candidate("b", true, 0, 200, 0)),
                why(OWN, false, all, winner, new Candidate("b", false, 1, 200, 0)),
                why(OWN, false, all, winner, new Candidate("b", false, 0, 95, 0.2)),
                why(new Scope(3, 1, true, true, false), false, all, new Candidate("a", true, 2, 9, 0)),
                why(new Scope(4, 1, true, true, true), false, all, winner));
        for (Locale locale : List.of(ES, Locale.ENGLISH)) {
            for (String person : List.of("you", "who")) {
                for (Explanation one : cases) {
                    assertThat(new DecisionWords(locale, seconds -> seconds + " s").of(one, person))
                            .hasSizeGreaterThanOrEqualTo(3)
                            .noneMatch(sentence -> sentence.contains("{"));
                }
            }
        }
    }

    @Test
    void anInterruptedMailAndAWiderSearchAreSaid() {
        Explanation why =
                why(new Scope(2, 1, true, false, false), false, Map.of(), new Candidate("asesora01", true, 1, 95, 0.1));
        assertThat(new DecisionWords(ES, seconds -> seconds + " s").of(why, "who"))
                .contains(
                        "Mientras tanto espera un correo suyo; su reloj se detiene.",
                        "La búsqueda ya se había ampliado: nivel 1 o más, temas vecinos.");
    }

    private static Explanation why(
            Scope scope, boolean preferred, Map<Exclusion, Integer> excluded, Candidate... candidates) {
        return new Explanation(
                Instant.EPOCH, 1, false, 30, 60, scope, preferred, candidates.length, List.of(candidates), excluded);
    }
}
