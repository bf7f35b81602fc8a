package mx.gob.edomex.catgem.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.report.Objectives.Change;
import mx.gob.edomex.catgem.report.Objectives.Objective;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the centre aims at, who answers for it, and that no change of either is forgotten. */
class ObjectivesTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final CurrentStaff staff = new CurrentStaff() {
        @Override
        public String username() {
            return "supervisora";
        }
    };
    private final EventLedger ledger = persistence.wire(new EventLedger(), Clock.systemUTC());
    private final Objectives objectives = persistence.wire(new Objectives(), ledger, staff, Clock.systemUTC());
    private final FigureTargets targets = persistence.wire(new FigureTargets(), ledger, staff, Clock.systemUTC());

    private Objective objective(String measure) {
        return persistence.inTransaction(objectives::all).stream()
                .filter(one -> one.measure().equals(measure))
                .findFirst()
                .orElseThrow();
    }

    private Change newest() {
        return persistence.inTransaction(objectives::changes).get(0);
    }

    private void set(double percent, String owner, String grounds) {
        persistence.inTransaction(() -> objectives.set("SATISFACTION", percent, owner, grounds));
    }

    @Test
    void aTargetHasAnOwnerAndEachChangeOfEitherStays() throws Exception {
        assertThat(persistence.inTransaction(objectives::all))
                .extracting(Objective::measure)
                .containsExactly("SATISFACTION", "UPDATES", "ANSWER_IN_TIME");
        assertThat(objective("SATISFACTION").target()).isEqualTo(0.975);

        set(98, "coordinadora2", "  Seis meses por encima ");
        assertThat(objective("SATISFACTION"))
                .isEqualTo(new Objective("SATISFACTION", 0.98, "coordinadora2", "Julieta Maldonado Cárdenas"));
        assertThat(newest().grounds()).isEqualTo("Seis meses por encima");
        int before = persistence.inTransaction(objectives::changes).size();
        set(98, "coordinadora2", "Lo mismo otra vez");
        assertThat(persistence.inTransaction(objectives::changes)).hasSize(before);

        persistence.inTransaction(() -> targets.change("SATISFACTION", 97.5));
        assertThat(objective("SATISFACTION").target()).isEqualTo(0.975);
        assertThat(objective("SATISFACTION").owner()).as("of the other page").isEqualTo("coordinadora2");
        assertThat(newest().grounds()).isNull();
        assertThat(
                        persistence
                                .database()
                                .value(
                                        "select string_agg((refs ->> 'percent') || ' ' || (refs ->> 'owner'), ','"
                                                + " order by id) from event where code = 'TARGET_CHANGED' and refs ->> 'measure' = 'SATISFACTION'"))
                .isEqualTo("98.0 coordinadora2,97.5 coordinadora2");
        for (String sql : List.of("delete from target_change", "update target_change set target = 1")) {
            assertThatThrownBy(() -> persistence.database().execute(sql)).hasMessageContaining("is refused");
        }
    }

    @Test
    void anObjectiveIsSetWithinReasonForAReasonAndToSomebodyWhoLeads() {
        for (double percent : new double[] {0, -1, 100.1, Double.NaN}) {
            assertThatThrownBy(() -> set(percent, "supervisora", "Un motivo suficiente"))
                    .isInstanceOf(RuleNotSound.class);
        }
        assertThatThrownBy(() -> set(98, "supervisora", "  Porque sí ")).isInstanceOf(ReasonMissing.class);
        for (String owner : new String[] {null, "asesora01", "nadie"}) {
            assertThatThrownBy(() -> set(98, owner, "Un motivo suficiente")).isInstanceOf(ObjectiveOwnerUnknown.class);
        }
    }
}
