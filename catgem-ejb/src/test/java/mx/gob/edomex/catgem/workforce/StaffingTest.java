package mx.gob.edomex.catgem.workforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.TestPersistence;
import mx.gob.edomex.catgem.workforce.Skills.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StaffingTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final Staffing staffing = persistence.wire(new Staffing(), persistence.wire(new Installation()));
    private final Instant now = Instant.now();

    @Test
    void aSkillCountsWhileItsTrainingAndTheAgencysAgreementAreValid() throws SQLException {
        persistence.database().execute("update advisor set presence = 'AVAILABLE' where username = 'asesora07'");
        persistence
                .database()
                .execute(
                        """
                update advisor_skill set valid_until = now() + interval '1 hour', level = 4
                where username = 'asesora07' and code = 'AGUA'
                """);
        persistence
                .database()
                .execute(
                        "update advisor_skill set valid_from = now() + interval '1 hour' where username = 'asesora07' and code = 'SALUD'");
        persistence
                .database()
                .execute("update topic set agreement_until = now() - interval '1 hour' where code = 'PREDIAL'");
        Skills skills = staffed("asesora07").skills();
        assertThat(skills.level(Kind.TOPIC, "AGUA", now)).isEqualTo(4);
        assertThat(skills.level(Kind.TOPIC, "AGUA", now.plusSeconds(4000))).isZero();
        assertThat(skills.level(Kind.TOPIC, "SALUD", now)).isZero();
        assertThat(skills.level(Kind.TOPIC, "SALUD", now.plusSeconds(4000))).isPositive();
        assertThat(skills.level(Kind.TOPIC, "PREDIAL", now)).isZero();
        assertThat(skills.has(Kind.TOPIC, "PREDIAL")).isTrue();
        assertThat(skills.level(Kind.TOPIC, "GENERAL", now)).isPositive();
        assertThat(persistence
                        .database()
                        .column("select code from valid_skill where username = 'asesora07' and kind = 'TOPIC'"))
                .contains("AGUA", "GENERAL")
                .doesNotContain("SALUD", "PREDIAL");
    }

    @Test
    void whoIsOnABreakIsSeenAndCountsAsAwayAndACoordinatorIsInReserve() throws SQLException {
        persistence.database().execute("update advisor set presence = 'AUXILIARY' where username = 'asesora08'");
        persistence.database().execute("update advisor set presence = 'AVAILABLE' where username = 'coordinadora1'");
        assertThat(staffed("asesora08").available()).isFalse();
        assertThat(staffed("asesora08").reserve()).isFalse();
        assertThat(staffed("coordinadora1").reserve()).isTrue();
        assertThat(persistence.inTransaction(() -> staffing.atWork(Occupancies.NONE)))
                .extracting(StaffedAdvisor::username)
                .doesNotContain("asesora09");
    }

    private StaffedAdvisor staffed(String username) {
        return persistence.inTransaction(() -> staffing.atWork(new Occupancies(null, Map.of(username, 0.5)))).stream()
                .filter(one -> one.username().equals(username))
                .findFirst()
                .orElseThrow();
    }
}
