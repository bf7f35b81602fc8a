package mx.gob.edomex.catgem.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What records tell when some are not there. */
class StoryTest {

    private final Findings findings = new Findings();

    @Test
    void aGapIsFoundHoweverWideItIs() {
        Story story = new Story(findings, Map.of(), Set.of("one"), null);
        story.read(Map.of("contact", "one", "n", 1L), 1);
        story.read(Map.of("contact", "one", "n", 5_000_000L), 2);
        story.end();

        assertThat(findings.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(findings.all().get(0)).isEqualTo(new Findings.Finding(Fault.LEAF_MISSING, "2", ""));
    }

    @Test
    void ofASampleEachFileIsCountedForItself() {
        Story story = new Story(findings, Map.of(), Set.of("one", "two"), "audit");
        story.read(Map.of("contact", "one", "n", 1L), 1);
        story.read(Map.of("refs", Map.of("audit", "audit")), 2);
        story.read(Map.of("contact", "two", "n", 1L), 3);
        story.read(Map.of("execution", "one", "n", 2L), 4);
        story.end();
        assertThat(findings.verdict()).isEqualTo(Verdict.VALID);

        story.read(Map.of("contact", "two", "n", 3L), 5);
        story.read(Map.of("contact", "three", "n", 1L), 6);
        story.read(Map.of("refs", Map.of("audit", "another")), 7);
        assertThat(findings.all())
                .containsExactly(
                        new Findings.Finding(Fault.LEAF_MISSING, "two/2", ""),
                        new Findings.Finding(Fault.LEAF_FOREIGN, "6", ""),
                        new Findings.Finding(Fault.LEAF_FOREIGN, "7", ""));
    }
}
