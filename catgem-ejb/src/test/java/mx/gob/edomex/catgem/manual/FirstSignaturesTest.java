package mx.gob.edomex.catgem.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.ProcedureNotSigned;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How a production centre that has just been born comes to attend: three of its people sign what was shipped. */
class FirstSignaturesTest extends DocumentsFixture {

    private static final Map<String, String> ROLES =
            Map.of("ines", "information", "carla", "coordinator", "sara", "supervisor", "ana", "advisor");

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.newProduction();

    private final ProcedureApproval approval =
            persistence.wire(new ProcedureApproval(), rows, versions, force, steps, staff, clock);
    private final Installation installation = persistence.wire(new Installation());

    FirstSignaturesTest() {
        super(persistence, ROLES, "ines");
    }

    @BeforeAll
    static void peopleAreThere() throws SQLException {
        for (Map.Entry<String, String> person : ROLES.entrySet()) {
            persistence
                    .database()
                    .execute(
                            """
                            insert into app_user (username, staff_number, display_name, password) values ('%1$s', '%1$s', '%1$s', 'x');
                            insert into user_role (username, role) values ('%1$s', '%2$s')
                            """
                                    .formatted(person.getKey(), person.getValue()));
        }
    }

    private void as(String who, Runnable act) {
        me = who;
        persistence.inTransaction(act::run);
    }

    private void attend(String procedure) {
        persistence.inTransaction(() -> recorder.begin(ContactId.random(), procedure, clock.instant()));
    }

    private void sign(String procedure) {
        me = "ines";
        UUID id = persistence.inTransaction(() -> drafts.open(procedure));
        me = "ines";
        int revision = persistence.inTransaction(
                () -> drafts.save(id, 1, rows.text(rows.one(id)).with("Se adopta el texto propuesto")));
        as("ines", () -> drafts.submit(id, revision));
        as("carla", () -> approval.review(id, revision));
        as("sara", () -> approval.authorise(id, revision, null));
    }

    @Test
    void whatWasShippedIsSignedAsItIsAndThenPeopleAreAttended() {
        assertThatThrownBy(() -> attend("AVC")).isInstanceOf(ProcedureNotSigned.class);
        sign("AVC");
        assertThatCode(() -> attend("AVC")).doesNotThrowAnyException();
        assertThat(persistence.inTransaction(installation::unsignedProcedures))
                .contains("AVE", "AVT")
                .doesNotContain("AVC");

        sign("PCD");
        sign("AVE");
        assertThatCode(() -> attend("AVE")).doesNotThrowAnyException();
    }
}
