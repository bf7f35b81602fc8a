package mx.gob.edomex.catgem.correction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * Moves findings from being found to having an end; {@link Finding} says which way. The auditor finds and judges, who
 * leads the centre says why it happened and what is done about it, and who owns an action says that it is done.
 */
@Stateless
@RolesAllowed({Roles.AUDITOR, Roles.SUPERVISOR})
public class Corrections {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    FindingRows rows;

    @Inject
    EffectFigures figures;

    /** @throws WordsNeeded without a reason */
    public void setAside(FindingId id, String reason) {
        String words = Words.needed(reason);
        rows.locked(id).setAside(rows.now());
        rows.record(id, "FINDING_SET_ASIDE", words, Map.of());
    }

    /** @return the number of the nonconformity */
    public String confirm(FindingId id) {
        Finding finding = rows.locked(id);
        String number = rows.next("NC");
        finding.confirm(number, rows.now());
        rows.record(id, "NONCONFORMITY_RAISED", number, Map.of("number", number));
        return number;
    }

    /** @param whys each asks why of the one before it; the last is the root */
    @RolesAllowed({Roles.SUPERVISOR, Roles.COORDINATOR})
    public void explain(FindingId id, List<String> whys) {
        Finding finding = rows.locked(id);
        List<String> said = finding.explain(whys);
        Instant now = rows.now();
        for (int i = 0; i < said.size(); i++) {
            Sql.on(
                            entities,
                            """
                            insert into finding_cause (finding_id, round, stated_at, ordinal, why, stated_by)
                            values (:id, :round, :at, :ordinal, :why, :staff)
                            """)
                    .set("id", id.value())
                    .set("round", finding.round())
                    .set("at", now)
                    .set("ordinal", i + 1)
                    .set("why", said.get(i))
                    .set("staff", rows.me())
                    .update();
        }
        rows.record(
                id,
                "CAUSE_STATED",
                said.get(said.size() - 1),
                Map.of("whys", Integer.toString(said.size()), "round", Integer.toString(finding.round())));
    }

    /** @throws OwnerNotInCentre when nobody of that name works here, or it is the auditor */
    @RolesAllowed({Roles.SUPERVISOR, Roles.COORDINATOR})
    public void plan(FindingId id, String what, String owner, LocalDate dueOn) {
        Finding finding = rows.locked(id);
        if (dueOn == null) {
            throw new DueDayPast();
        }
        requireInCentre(owner);
        UUID action = UUID.randomUUID();
        finding.plan(
                new CorrectiveAction(action, finding.round(), what, owner, dueOn, rows.me(), rows.now()), rows.today());
        rows.record(
                id,
                "ACTION_PLANNED",
                what.strip(),
                Map.of("action", action.toString(), "owner", owner, "due", dueOn.toString()));
    }

    private void requireInCentre(String owner) {
        if (!Sql.on(entities, "select u.username " + FindingQueries.OWNERS + " and u.username = :owner")
                .set("owner", owner == null ? "" : owner)
                .exists()) {
            throw new OwnerNotInCentre();
        }
    }

    /** Said by who owns it; {@link Finding#done}. */
    @RolesAllowed({Roles.ADVISOR, Roles.COORDINATOR, Roles.INFORMATION, Roles.SUPERVISOR, Roles.DIRECTION, Roles.SUPPORT
    })
    public void done(UUID action, String evidence) {
        FindingId id = Sql.on(entities, "select finding_id from corrective_action where id = :id")
                .set("id", action)
                .first(row -> new FindingId(row.uuid("finding_id")))
                .orElseThrow(ActionNotYours::new);
        Finding finding = rows.locked(id);
        finding.done(action, rows.me(), evidence, rows.now(), rows.today());
        rows.record(id, "ACTION_DONE", evidence.strip(), Map.of("action", action.toString()));
        if (finding.state() == FindingState.WATCHED) {
            rows.record(
                    id,
                    "EFFECT_WATCHED",
                    null,
                    Map.of("until", finding.checkOn().toString()));
        }
    }

    /** The judgement is kept, with the figures as they stood, before the finding moves; {@link Finding#requireJudgeable}. */
    public void judge(FindingId id, boolean effective, String grounds) {
        Finding finding = rows.locked(id);
        String words = Words.needed(grounds);
        finding.requireJudgeable(rows.me(), rows.today());
        EffectFigure figure = figures.of(finding);
        int round = finding.round();
        keep(id, round, effective, words, figure);
        finding.judge(rows.me(), effective, rows.now(), rows.today());
        rows.record(
                id,
                effective ? "EFFECT_CONFIRMED" : "EFFECT_REFUTED",
                words,
                Map.of(
                        "round", Integer.toString(round),
                        "before", figure.before().hits() + "." + figure.before().of(),
                        "after", figure.after().hits() + "." + figure.after().of()));
    }

    private void keep(FindingId id, int round, boolean effective, String grounds, EffectFigure figure) {
        Sql.on(
                        entities,
                        """
                        insert into effect_check (finding_id, round, effective, grounds, checked_by, checked_at, before_from,
                                                  before_to, before_hits, before_of, after_from, after_to, after_hits,
                                                  after_of)
                        values (:id, :round, :effective, :grounds, :staff, :at, :bf, :bt, :bh, :bo, :af, :at2, :ah, :ao)
                        """)
                .set("id", id.value())
                .set("round", round)
                .set("effective", effective)
                .set("grounds", grounds)
                .set("staff", rows.me())
                .set("at", rows.now())
                .set("bf", figure.before().from())
                .set("bt", figure.before().to())
                .set("bh", figure.before().hits())
                .set("bo", figure.before().of())
                .set("af", figure.after().from())
                .set("at2", figure.after().to())
                .set("ah", figure.after().hits())
                .set("ao", figure.after().of())
                .update();
    }
}
