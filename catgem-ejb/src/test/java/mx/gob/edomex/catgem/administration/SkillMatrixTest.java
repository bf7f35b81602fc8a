package mx.gob.edomex.catgem.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import mx.gob.edomex.catgem.administration.SkillMatrix.Line;
import mx.gob.edomex.catgem.contact.CentreFixture;
import mx.gob.edomex.catgem.shared.TestPersistence;
import mx.gob.edomex.catgem.workforce.Skills.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Levels of many people are saved together, on record one by one, and never over what somebody else saved. */
class SkillMatrixTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final CentreFixture centre = new CentreFixture(persistence);
    private final AdministrationFixture administration = new AdministrationFixture(persistence, centre);
    private final SkillMatrix matrix = administration.matrix;

    private Line line(String username) {
        return centre.does(() -> matrix.read(Kind.TOPIC, username, 0)).lines().get(0);
    }

    private int save(Line line, Map<String, Integer> levels) {
        return centre.does(
                () -> matrix.save(Kind.TOPIC, Map.of(line.username(), levels), Map.of(line.username(), line.mark())));
    }

    @Test
    void levelsChangeTogetherAndAreOnRecord() {
        Line one = line("asesora11");
        Line other = line("asesora12");
        int was = one.levels().get("AGUA");
        int wanted = was == 5 ? 4 : 5;
        int saved = centre.does(() -> matrix.save(
                Kind.TOPIC,
                Map.of(
                        "asesora11",
                        Map.of("AGUA", wanted, "SALUD", 0),
                        "asesora12",
                        Map.of("AGUA", other.levels().get("AGUA"))),
                Map.of("asesora11", one.mark(), "asesora12", other.mark())));
        assertThat(saved).as("who stays the same is not changed").isOne();
        assertThat(line("asesora11").levels()).containsEntry("AGUA", wanted).doesNotContainKey("SALUD");
        assertThat(administration.lastEvent())
                .contains(
                        "ADMIN_SKILLS_CHANGED supervisora",
                        "asesora11",
                        "\"skill.TOPIC.AGUA.from\": \"" + was + "\"",
                        "\"skill.TOPIC.SALUD.to\": \"0\"")
                .doesNotContain("LICENCIAS");
        assertThatThrownBy(() -> save(one, Map.of("AGUA", 1)))
                .as("seen before the change")
                .isInstanceOf(ChangedMeanwhile.class);
    }

    @Test
    void nobodyIsLeftWithoutATopicAndLevelsHaveTheirRange() {
        Line line = line("asesora13");
        Map<String, Integer> none = new java.util.TreeMap<>(line.levels());
        none.replaceAll((code, level) -> 0);
        assertThatThrownBy(() -> save(line, none)).isInstanceOf(SkillsMissing.class);
        assertThatThrownBy(() -> save(line, Map.of("AGUA", 6))).isInstanceOf(LevelNotValid.class);
        assertThatThrownBy(() -> save(line, Map.of("NADA", 3))).isInstanceOf(LevelNotValid.class);
        assertThat(line("asesora13")).as("all or nothing").isEqualTo(line);
    }

    @Test
    void aSkillCountsUntilTheEndOfTheLastDay() {
        LocalDate until = LocalDate.parse("2031-05-31");
        centre.run(() -> matrix.limit("asesora14", Kind.TOPIC, "AGUA", null, until));
        assertThat(centre.does(matrix::limited))
                .anyMatch(one -> one.username().equals("asesora14") && until.equals(one.until()) && one.from() == null);
        assertThat(centre.text("select valid_until = timestamptz '2031-06-01 06:00Z' from advisor_skill"
                        + " where username = 'asesora14' and kind = 'TOPIC' and code = 'AGUA'"))
                .isEqualTo("true");
        assertThatThrownBy(
                        () -> centre.run(() -> matrix.limit("asesora14", Kind.TOPIC, "AGUA", until.plusDays(1), until)))
                .isInstanceOf(ValidityNotValid.class);
        centre.run(() -> matrix.limit("asesora14", Kind.TOPIC, "AGUA", null, null));
        assertThat(centre.does(matrix::limited)).noneMatch(one -> one.username().equals("asesora14"));
    }

    @Test
    void theDemonstrationsPeopleDiffer() {
        assertThat(centre.text(
                        "select count(distinct levels) from (select username, string_agg(code || level, ',' order by code)"
                                + " as levels from advisor_skill where kind = 'TOPIC' group by username) l"))
                .satisfies(sets -> assertThat(Integer.parseInt(sets)).isGreaterThan(30));
        assertThat(centre.integer("select min(level) from advisor_skill where code = 'GENERAL'"))
                .as("everybody answers general questions at the level wanted")
                .isEqualTo(3);
    }
}
