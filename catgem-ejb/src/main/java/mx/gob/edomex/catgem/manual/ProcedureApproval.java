package mx.gob.edomex.catgem.manual;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.ProcedureVersions;
import mx.gob.edomex.catgem.evidence.StepKind;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.Violation;

/** The second and the third person's part of procedure PCD. Nobody signs twice, and no author reviews or authorises. */
@Stateless
@RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
public class ProcedureApproval {

    private static final Duration FARTHEST = Duration.ofDays(366);
    private static final int LONGEST_NOTE = 1000;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    VersionRows rows;

    @Inject
    ProcedureVersions versions;

    @Inject
    VersionSwitch force;

    @Inject
    DocumentSteps steps;

    @Inject
    RefusedSignatures refused;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    /**
     * Signs as the one who reviewed (PCD-02); a refusal is on record too.
     *
     * @param revision what was read
     * @throws VersionChangedMeanwhile when it is not what was read
     * @throws AuthorCannotReview when the caller wrote any of it
     * @throws VersionNotInState when somebody has reviewed it already
     */
    public void review(UUID id, int revision) {
        VersionCard version = rows.locked(id, VersionState.IN_REVIEW);
        attempt(id, Act.REVIEW, () -> {
            requireRead(version, revision);
            if (isAuthor(version)) {
                throw new AuthorCannotReview();
            }
            if (version.reviewed() != null) {
                throw new VersionNotInState();
            }
        });
        Sql.on(entities, "update procedure_version set reviewed_by = :staff, reviewed_at = :at where id = :id")
                .set("staff", staff.username())
                .set("at", clock.instant())
                .set("id", id)
                .update();
        steps.record(id, Act.REVIEW, StepKind.END, "APPROVED", VersionHash.of(versions.textOf(id)));
    }

    /**
     * Signs as the one who authorises (PCD-03) and seals the text; a refusal is on record too. The version is in force from
     * the moment given, or at once.
     *
     * @param revision what was read
     * @param effective when it counts from, or null
     * @throws VersionChangedMeanwhile when it is not what was read
     * @throws AuthorCannotAuthorise when the caller wrote any of it
     * @throws VersionNotReviewed when nobody has reviewed it
     * @throws ReviewerCannotAuthorise when the caller reviewed it
     * @throws EffectiveMomentInvalid when the moment has passed or is more than a year away
     * @throws ProcedureTextFaulty when the centre has become one in which nobody could work by it
     */
    @RolesAllowed(Roles.SUPERVISOR)
    public void authorise(UUID id, int revision, Instant effective) {
        VersionCard version = rows.locked(id, VersionState.IN_REVIEW);
        Instant now = clock.instant();
        attempt(id, Act.AUTHORISE, () -> requireAuthorisable(version, revision, effective, now));
        Instant from = effective == null || effective.isBefore(now) ? now : effective;
        Sql.on(
                        entities,
                        """
                        update procedure_version set state = 'AUTHORISED', proposal = false, authorised_by = :staff,
                          authorised_at = :at, in_force_from = :from
                        where id = :id
                        """)
                .set("staff", staff.username())
                .set("at", now)
                .set("from", from)
                .set("id", id)
                .update();
        versions.sealAll();
        String text = VersionHash.of(versions.textOf(id));
        steps.record(id, Act.AUTHORISE, StepKind.END, from.isAfter(now) ? "SCHEDULED" : "AUTHORISED", text);
        if (!from.isAfter(now)) {
            force.enter(id);
        }
    }

    private void requireAuthorisable(VersionCard version, int revision, Instant effective, Instant now) {
        requireRead(version, revision);
        if (isAuthor(version)) {
            throw new AuthorCannotAuthorise();
        }
        if (version.reviewed() == null) {
            throw new VersionNotReviewed();
        }
        if (version.reviewed().staff().equals(staff.username())) {
            throw new ReviewerCannotAuthorise();
        }
        if (effective != null && (effective.isBefore(now.minusSeconds(60)) || effective.isAfter(now.plus(FARTHEST)))) {
            throw new EffectiveMomentInvalid();
        }
        List<TextFault> errors = TextCheck.of(rows.text(version), rows.context(version)).stream()
                .filter(fault -> !fault.warning())
                .toList();
        if (!errors.isEmpty()) {
            throw new ProcedureTextFaulty(errors);
        }
    }

    /**
     * Gives the version back to its authors (PCD-02, with an exception); a review that was signed falls.
     *
     * @throws ReviewNoteMissing when it is not said what is to be mended
     */
    public void sendBack(UUID id, String note) {
        rows.locked(id, VersionState.IN_REVIEW);
        String clean = note == null ? "" : note.strip();
        if (clean.isEmpty()) {
            throw new ReviewNoteMissing();
        }
        Sql.on(
                        entities,
                        """
                        update procedure_version set state = 'DRAFT', review_note = :note, prepared_by = null,
                          prepared_at = null, reviewed_by = null, reviewed_at = null
                        where id = :id
                        """)
                .set("note", clean.substring(0, Math.min(LONGEST_NOTE, clean.length())))
                .set("id", id)
                .update();
        steps.record(id, Act.REVIEW, StepKind.EXCEPTION, "SENT_BACK", null);
    }

    private void attempt(UUID id, Act act, Runnable rules) {
        try {
            rules.run();
        } catch (Violation broken) {
            refused.record(id, act, broken, steps.actor());
            throw broken;
        }
    }

    private static void requireRead(VersionCard version, int revision) {
        if (version.revision() != revision) {
            throw new VersionChangedMeanwhile();
        }
    }

    private boolean isAuthor(VersionCard version) {
        return version.authors().contains(staff.username())
                || version.prepared().staff().equals(staff.username());
    }
}
