package mx.gob.edomex.catgem.rules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.Basis;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.evidence.StepKind;
import mx.gob.edomex.catgem.evidence.StepRecorder;
import mx.gob.edomex.catgem.routing.RoutingRules;
import mx.gob.edomex.catgem.routing.RulesJson;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Sha256;

/** Records the steps of procedure PRF; the draft is the execution. */
@ApplicationScoped
public class RuleSteps {

    private static final String PROCEDURE = "PRF";

    @Inject
    StepRecorder recorder;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    /** Pins the version of the procedure; does nothing when it is pinned. */
    void begin(RuleDraftId draft) {
        recorder.begin(draft.execution(), PROCEDURE, clock.instant());
    }

    void record(RuleDraftId draft, Act act, StepKind kind, String outcome, Map<String, String> refs) {
        String role = staff.has(Roles.SUPERVISOR) ? Roles.SUPERVISOR : Roles.COORDINATOR;
        recorder.record(
                draft.execution(),
                act,
                kind,
                Basis.MEASURED,
                new Actor(staff.username(), role, Source.SCREEN),
                clock.instant(),
                outcome,
                null,
                refs);
    }

    /** Names rules for the ledger. */
    static String hash(RoutingRules rules) {
        return HexFormat.of().formatHex(Sha256.of(RulesJson.write(rules).getBytes(StandardCharsets.UTF_8)));
    }
}
