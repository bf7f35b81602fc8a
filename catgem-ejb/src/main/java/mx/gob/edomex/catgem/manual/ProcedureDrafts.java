package mx.gob.edomex.catgem.manual;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.CanonicalJson;
import mx.gob.edomex.catgem.evidence.ProcedureVersion.Precedence;
import mx.gob.edomex.catgem.evidence.ProcedureVersion.ProcedureStep;
import mx.gob.edomex.catgem.evidence.ProcedureVersions;
import mx.gob.edomex.catgem.evidence.StepKind;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Sql;

/** Preparing: a version begins as what is in force, is saved as often as one likes, and handed in with a reason. */
@Stateless
@RolesAllowed({Roles.INFORMATION, Roles.COORDINATOR, Roles.SUPERVISOR})
public class ProcedureDrafts {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    VersionRows rows;

    @Inject
    ProcedureVersions versions;

    @Inject
    DocumentSteps steps;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    /**
     * What came of saving over somebody else's text: nothing is stored, both texts are put together.
     *
     * @param revision what a save of it goes over
     * @param by who saved meanwhile
     */
    public record Meanwhile(TextMerge merge, int revision, Signature by) {}

    /**
     * Begins the next version of a procedure with what its version in force says.
     *
     * @throws ProcedureUnknown when there is no such procedure
     * @throws VersionOpenAlready when one is on its way: a document is changed by one version at a time
     */
    public UUID open(String procedure) {
        if (!Sql.on(entities, "select code from procedure where code = :code for update")
                .set("code", procedure)
                .exists()) {
            throw new ProcedureUnknown();
        }
        List<VersionCard> known = rows.of(procedure);
        if (known.stream().anyMatch(version -> version.state().isOpen())) {
            throw new VersionOpenAlready();
        }
        VersionCard base = known.stream()
                .filter(version -> version.state() == VersionState.IN_FORCE)
                .findFirst()
                .orElseThrow(ProcedureUnknown::new);
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        Sql.on(
                        entities,
                        """
                        insert into procedure_version (id, procedure_code, number, state, base_id, opened_by, opened_at)
                        values (:id, :procedure, :number, 'DRAFT', :base, :staff, :at)
                        """)
                .set("id", id)
                .set("procedure", procedure)
                .set("number", known.get(0).number() + 1)
                .set("base", base.id())
                .set("staff", staff.username())
                .set("at", now)
                .update();
        rows.save(id, 1, rows.text(base).with(""), staff.username(), now);
        steps.begin(id);
        steps.record(id, Act.CAPTURE, StepKind.START, null, null);
        return id;
    }

    /**
     * Saves what was typed, sound or not: what is wrong is shown, and only handing in asks for it to be mended.
     *
     * @param seen revision that was typed over
     * @return the revision saved; the one seen when nothing had changed
     * @throws VersionChangedMeanwhile when somebody saved meanwhile; see {@link #meanwhile}
     */
    public int save(UUID id, int seen, ProcedureText typed) {
        VersionCard version = rows.locked(id, VersionState.DRAFT);
        if (version.revision() != seen) {
            throw new VersionChangedMeanwhile();
        }
        if (TextLines.of(typed).equals(TextLines.of(rows.text(version)))) {
            return seen;
        }
        rows.save(id, seen + 1, typed, staff.username(), clock.instant());
        return seen + 1;
    }

    /**
     * Puts what was typed over an older revision together with what was saved since.
     *
     * @throws VersionUnknown when there is no such version, or it never had such a revision
     */
    public Meanwhile meanwhile(UUID id, int seen, ProcedureText typed) {
        VersionCard version = rows.one(id);
        TextMerge merge = TextMerge.of(rows.revision(id, seen), rows.revision(id, version.revision()), typed);
        return new Meanwhile(merge, version.revision(), version.saved());
    }

    /**
     * Hands the version in for review (PCD-01) as it was saved last.
     *
     * @param revision what was read
     * @throws VersionChangedMeanwhile when it is not what was read
     * @throws ChangeWithoutReason when nobody has said why
     * @throws VersionUnchanged when it says what the version in force says; what was shipped as a proposal may be signed as
     *     it is
     * @throws ProcedureTextFaulty when nobody could work by it
     */
    public void submit(UUID id, int revision) {
        VersionCard version = rows.locked(id, VersionState.DRAFT);
        if (version.revision() != revision) {
            throw new VersionChangedMeanwhile();
        }
        ProcedureText text = rows.text(version);
        requireSound(version, text);
        write(id, text);
        Sql.on(
                        entities,
                        """
                        update procedure_version set state = 'IN_REVIEW', sections = cast(:sections as jsonb),
                          reason = :reason, prepared_by = :staff, prepared_at = :at, review_note = null
                        where id = :id
                        """)
                .set("sections", CanonicalJson.of(text.sections()))
                .set("reason", text.reason())
                .set("staff", staff.username())
                .set("at", clock.instant())
                .set("id", id)
                .update();
        steps.record(id, Act.CAPTURE, StepKind.END, null, hash(id));
    }

    private void requireSound(VersionCard version, ProcedureText text) {
        if (text.reason().isBlank()) {
            throw new ChangeWithoutReason();
        }
        TextContext context = rows.context(version);
        List<TextFault> errors = TextCheck.of(text, context).stream()
                .filter(fault -> !fault.warning())
                .toList();
        if (!errors.isEmpty()) {
            throw new ProcedureTextFaulty(errors);
        }
        if (!rows.one(version.base()).proposal()
                && TextDifference.of(context.base(), text).isEmpty()) {
            throw new VersionUnchanged();
        }
    }

    /** From here on the text stands in the rows that executions are held to. */
    private void write(UUID id, ProcedureText text) {
        for (String table : List.of("early_exit_step", "step_precedence", "procedure_step")) {
            Sql.on(entities, "delete from " + table + " where version_id = :id")
                    .set("id", id)
                    .update();
        }
        text.steps().forEach(step -> write(id, step));
        for (Precedence precedence : text.precedences()) {
            Sql.on(entities, "insert into step_precedence (version_id, before_code, after_code) values (:id, :b, :a)")
                    .set("id", id)
                    .set("b", precedence.before())
                    .set("a", precedence.after())
                    .update();
        }
        text.earlyExits()
                .forEach((outcome, codes) -> codes.forEach(code -> Sql.on(
                                entities,
                                "insert into early_exit_step (version_id, outcome, step_code) values (:id, :o, :c)")
                        .set("id", id)
                        .set("o", outcome)
                        .set("c", code)
                        .update()));
    }

    private void write(UUID id, ProcedureStep step) {
        Sql.on(
                        entities,
                        """
                        insert into procedure_step (version_id, code, act, ordinal, name_es, name_en, role, mandatory,
                                                    repeats, limit_seconds, evidence, declarable, mandatory_for)
                        values (:id, :code, :act, :ordinal, :es, :en, :role, :mandatory, :repeats,
                                cast(cast(:limit as text) as int), :evidence, :declarable, cast(:guard as text))
                        """)
                .set("id", id)
                .set("code", step.code())
                .set("act", step.act())
                .set("ordinal", step.ordinal())
                .set("es", step.nameEs())
                .set("en", step.nameEn())
                .set("role", step.role())
                .set("mandatory", step.mandatory())
                .set("repeats", step.repeats())
                .set(
                        "limit",
                        step.limitSeconds() == null ? null : step.limitSeconds().toString())
                .set("evidence", step.evidence())
                .set("declarable", step.declarable())
                .set("guard", step.mandatoryFor())
                .update();
    }

    /**
     * Gives the version up; what was written stays. Once it is authorised, only the supervisor does, and only before it
     * is in force.
     *
     * @throws VersionNotInState when it is in force, or was
     */
    public void abandon(UUID id) {
        VersionCard version = rows.locked(id, VersionState.DRAFT, VersionState.IN_REVIEW, VersionState.AUTHORISED);
        if (version.state() == VersionState.AUTHORISED
                && (!staff.has(Roles.SUPERVISOR) || !version.inForceFrom().isAfter(clock.instant()))) {
            throw new VersionNotInState();
        }
        Sql.on(entities, "update procedure_version set state = 'ABANDONED' where id = :id")
                .set("id", id)
                .update();
        steps.record(id, Act.CAPTURE, StepKind.EXCEPTION, "ABANDONED", null);
    }

    /** What the rows say, as a hash. */
    private String hash(UUID id) {
        entities.flush();
        return VersionHash.of(versions.textOf(id));
    }
}
