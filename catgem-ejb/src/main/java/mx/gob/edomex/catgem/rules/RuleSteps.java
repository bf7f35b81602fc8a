package mx.gob.edomex.catgem.rules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Locale;
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
import mx.gob.edomex.catgem.shared.Violation;

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
        recorder.record(draft.execution(), act, kind, Basis.MEASURED, actor(), clock.instant(), outcome, null, refs);
    }

    void refused(RuleDraftId draft, Violation broken, Actor who) {
        recorder.record(
                draft.execution(),
                Act.REVIEW,
                StepKind.EXCEPTION,
                Basis.MEASURED,
                who,
                clock.instant(),
                "REFUSED",
                broken.code().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT),
                Map.of());
    }

    /** Whoever calls. */
    Actor actor() {
        String role = staff.has(Roles.SUPERVISOR) ? Roles.SUPERVISOR : Roles.COORDINATOR;
        return new Actor(staff.username(), role, Source.SCREEN);
    }

    /** Names rules for the ledger. */
    static String hash(RoutingRules rules) {
        return HexFormat.of().formatHex(Sha256.of(RulesJson.write(rules).getBytes(StandardCharsets.UTF_8)));
    }
}
