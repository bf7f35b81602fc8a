package mx.gob.edomex.catgem.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MunicipalityTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final KnowledgeService knowledge = persistence.wire(new KnowledgeService());

    @Test
    void allMunicipalitiesAreThereWithThePopulationOfTheCensus() {
        List<Municipality> all = persistence.inTransaction(knowledge::municipalities);
        assertThat(all).hasSize(125);
        assertThat(all.stream().mapToInt(Municipality::population).sum()).isEqualTo(16_992_418);
        assertThat(all).extracting(Municipality::code).doesNotHaveDuplicates();
    }

    @Test
    void theyAreSortedAsSpanishReadersExpect() {
        List<String> names = persistence.inTransaction(knowledge::municipalities).stream()
                .map(Municipality::name)
                .toList();
        assertThat(names.get(0)).startsWith("Acambay");
        assertThat(names.indexOf("Ocoyoacac")).isLessThan(names.indexOf("Otumba"));
        assertThat(names.indexOf("Tepetlaoxtoc")).isLessThan(names.indexOf("Tequixquiac"));
    }

    @Test
    void agenciesOfAllThreeLevelsAreNamedInTheLanguageAskedFor() {
        List<Agency> spanish = persistence.inTransaction(() -> knowledge.agencies(Language.ES));
        List<Agency> english = persistence.inTransaction(() -> knowledge.agencies(Language.EN));
        assertThat(spanish).extracting(Agency::level).contains(GovernmentLevel.values());
        assertThat(spanish).extracting(Agency::name).contains("Secretaría de Finanzas");
        assertThat(english).extracting(Agency::name).contains("Ministry of Finance of the State");
    }
}
