package mx.gob.edomex.catgem.manual;

import java.time.Instant;
import java.util.Map;
import mx.gob.edomex.catgem.evidence.ProcedureCatalogue;
import mx.gob.edomex.catgem.evidence.ProcedureVersions;
import mx.gob.edomex.catgem.evidence.StepRecorder;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.shared.MovingClock;
import mx.gob.edomex.catgem.shared.TestPersistence;

/** Procedures as documents on a test database, where whoever is {@code me} acts. */
abstract class DocumentsFixture {

    final MovingClock clock = new MovingClock(Instant.now().plusSeconds(5));
    final CurrentStaff staff;
    final StepRecorder recorder;
    final ProcedureCatalogue catalogue;
    final ProcedureVersions versions;
    final DocumentSteps steps;
    final VersionRows rows;
    final VersionSwitch force;
    final ProcedureDrafts drafts;
    String me;

    /**
     * @param roles of each person, by user name
     * @param first who acts at the beginning
     */
    DocumentsFixture(TestPersistence persistence, Map<String, String> roles, String first) {
        me = first;
        staff = new CurrentStaff() {
            @Override
            public String username() {
                return me;
            }

            @Override
            public boolean has(String role) {
                return role.equals(roles.get(me));
            }
        };
        recorder = persistence.wire(new StepRecorder(), clock);
        catalogue = persistence.wire(new ProcedureCatalogue());
        versions = persistence.wire(new ProcedureVersions(), catalogue);
        steps = persistence.wire(new DocumentSteps(), recorder, staff, clock);
        rows = persistence.wire(new VersionRows(), catalogue);
        force = persistence.wire(new VersionSwitch(), steps, clock);
        drafts = persistence.wire(new ProcedureDrafts(), rows, versions, steps, staff, clock);
    }
}
