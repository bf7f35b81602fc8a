package mx.gob.edomex.catgem.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProcedureVersionsTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final EvidenceFixture evidence = new EvidenceFixture(persistence);

    @Test
    void aContactStaysPinnedToTheVersionInForceWhenItBegan() throws SQLException {
        ContactId before = evidence.begun("AVT", Act.ENTERS_QUEUE);
        evidence.newerVersionInForce("AVT");
        ContactId after = evidence.begun("AVT", Act.ENTERS_QUEUE);
        evidence.done(before, Act.ASSIGNED);
        persistence.inTransaction(() -> evidence.recorder.begin(before, "AVT", EvidenceFixture.T0));

        assertThat(pinned(before)).isEqualTo(1);
        assertThat(pinned(after)).isEqualTo(2);
        assertThat(persistence
                        .database()
                        .column(
                                """
                                select distinct v.number from event e join procedure_version v on v.id = e.version_id
                                where e.execution_id = ?
                                """,
                                before.value()))
                .containsExactly("1");
    }

    @Test
    void everyShippedVersionIsSealedOnceAndItsHashIsTheHashOfItsText() throws SQLException {
        persistence.inTransaction(() -> evidence.versions.sealAll());
        assertThat(persistence.inTransaction(() -> evidence.versions.sealAll())).isZero();

        for (String procedure : List.of("AVC", "AVE")) {
            ProcedureVersion version = persistence.inTransaction(
                    () -> evidence.catalogue.inForce(procedure).orElseThrow());
            assertThat(version.proposal()).isTrue();
            assertThat(persistence.inTransaction(() -> evidence.versions.isIntact(version.id())))
                    .isTrue();
            // The database computes the same hash from the same text: two implementations agree.
            assertThat(persistence
                            .database()
                            .value(
                                    """
                                    select encode(sha256(convert_to(canonical_json, 'UTF8')), 'hex')
                                    from procedure_version where id = ?
                                    """,
                                    version.id()))
                    .isEqualTo(version.sha256());
        }
    }

    @Test
    void aVersionInForceCannotBeChanged() {
        for (String sql : List.of(
                "update procedure_step set mandatory = false where code = 'AVC-04'",
                "delete from procedure_step where code = 'AVC-04'",
                "delete from step_precedence",
                "delete from early_exit_step",
                "insert into early_exit_step select version_id, 'PRANK', code from procedure_step where code = 'AVC-08'")) {
            assertThatThrownBy(() -> persistence.database().execute(sql))
                    .as(sql)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("no draft");
        }
    }

    @Test
    void aSealedTextCannotBeReplaced() {
        persistence.inTransaction(() -> evidence.versions.sealAll());

        assertThatThrownBy(() -> persistence
                        .database()
                        .execute("update procedure_version set canonical_json = '{}', sha256 = ''"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("sealed");
    }

    @Test
    void canonicalJsonFollowsRfc8785() {
        assertThat(CanonicalJson.of(java.util.Map.of("b", 2, "a", List.of("ñ\"\\\n\u0001", true), "\u20ac", -1)))
                .isEqualTo("{\"a\":[\"ñ\\\"\\\\\\n\\u0001\",true],\"b\":2,\"€\":-1}");
        assertThat(HexFormat.of().formatHex(CanonicalJson.sha256("{}")))
                .isEqualTo("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
        assertThatThrownBy(() -> CanonicalJson.of(1.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.of(Long.MAX_VALUE)).isInstanceOf(IllegalArgumentException.class);
    }

    private int pinned(ContactId contact) {
        return persistence.inTransaction(
                () -> evidence.checklist.pinned(contact).orElseThrow().number());
    }
}
