package mx.gob.edomex.catgem.manual;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.Basis;
import mx.gob.edomex.catgem.evidence.ExecutionId;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.evidence.StepKind;
import mx.gob.edomex.catgem.evidence.StepRecorder;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Violation;

/** Records the steps of procedure PCD; the version on its way is the execution. */
@ApplicationScoped
public class DocumentSteps {

    private static final String PROCEDURE = "PCD";

    @Inject
    StepRecorder recorder;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    /** Pins the version of the procedure; does nothing when it is pinned. */
    void begin(UUID version) {
        recorder.begin(new ExecutionId(version), PROCEDURE, clock.instant());
    }

    /** @param text SHA-256 of what was signed, in hexadecimal, or null */
    void record(UUID version, Act act, StepKind kind, String outcome, String text) {
        record(version, act, kind, outcome, null, text, actor());
    }

    /** It came into force, by nobody's hand. */
    void inForce(UUID version, String text) {
        record(version, Act.PUBLISH, StepKind.END, "IN_FORCE", null, text, Actor.SYSTEM);
    }

    /** The reason is the rule's name as a code: {@code AUTHOR_CANNOT_REVIEW}. */
    void refused(UUID version, Act act, Violation broken, Actor who) {
        String rule = broken.code().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
        record(version, act, StepKind.EXCEPTION, "REFUSED", rule, null, who);
    }

    private void record(UUID version, Act act, StepKind kind, String outcome, String reason, String text, Actor who) {
        recorder.record(
                new ExecutionId(version),
                act,
                kind,
                Basis.MEASURED,
                who,
                clock.instant(),
                outcome,
                reason,
                text == null
                        ? Map.of("version", version.toString())
                        : Map.of("version", version.toString(), "text", text));
    }

    /** Whoever calls. */
    Actor actor() {
        String role = staff.has(Roles.SUPERVISOR)
                ? Roles.SUPERVISOR
                : staff.has(Roles.COORDINATOR) ? Roles.COORDINATOR : Roles.INFORMATION;
        return new Actor(staff.username(), role, Source.SCREEN);
    }
}
