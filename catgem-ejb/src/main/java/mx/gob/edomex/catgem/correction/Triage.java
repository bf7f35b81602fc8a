package mx.gob.edomex.catgem.correction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * Decides what becomes of candidates, one or many at a time: all of them or none. Nobody decides about a contact they
 * attended.
 */
@Stateless
@RolesAllowed({Roles.AUDITOR, Roles.SUPERVISOR})
public class Triage {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    FindingRows rows;

    private record Candidate(long id, UUID contact, Subject subject) {}

    /**
     * Nothing to act upon.
     *
     * @throws WordsNeeded without a reason
     * @throws CandidateDecidedAlready when one of them is decided
     * @throws NobodyTriagesTheirOwn when the caller attended one of them
     */
    public void dismiss(Collection<Long> candidates, String reason) {
        String words = Words.needed(reason);
        for (Candidate one : open(candidates)) {
            decide(one, "DISMISSED", null, words);
            rows.record(one.id(), one.contact(), null, "CANDIDATE_DISMISSED", words);
        }
    }

    /**
     * Takes a dismissal back.
     *
     * @throws CandidateDecidedAlready when one of them is not dismissed any more
     */
    public void reconsider(Collection<Long> candidates) {
        for (Candidate one : locked(candidates, "DISMISSED")) {
            Sql.on(
                            entities,
                            """
                            update finding_candidate set state = 'OPEN', decided_by = null, decided_at = null, reason = null
                            where id = :id
                            """)
                    .set("id", one.id())
                    .update();
            rows.record(one.id(), one.contact(), null, "CANDIDATE_RECONSIDERED", null);
        }
    }

    /**
     * More of what a finding is about already.
     *
     * @throws FindingNotInState when the finding has ended
     */
    public void join(Collection<Long> candidates, FindingId id) {
        Finding finding = rows.locked(id);
        if (finding.state().isEnded()) {
            throw new FindingNotInState();
        }
        for (Candidate one : open(candidates)) {
            decide(one, "JOINED", id, null);
            rows.record(one.id(), one.contact(), id, "CANDIDATE_JOINED", null);
        }
    }

    /** A finding of its own; it is about what all the candidates have in common. */
    public FindingId open(Collection<Long> candidates, String title, String what) {
        List<Candidate> chosen = open(candidates);
        FindingId id = new FindingId(UUID.randomUUID());
        Finding finding =
                new Finding(id, rows.next("H"), common(chosen), title, what, rows.weeks(), rows.me(), rows.now());
        rows.keep(finding);
        rows.record(id, "FINDING_OPENED", what.strip(), java.util.Map.of());
        for (Candidate one : chosen) {
            decide(one, "JOINED", id, null);
            rows.record(one.id(), one.contact(), id, "CANDIDATE_JOINED", null);
        }
        return id;
    }

    /** What they do not share is left open: a finding about several steps is about none of them. */
    private static Subject common(List<Candidate> chosen) {
        return new Subject(
                chosen.get(0).subject().kind(),
                shared(chosen, Subject::rule),
                shared(chosen, Subject::procedure),
                shared(chosen, Subject::step));
    }

    private static String shared(List<Candidate> chosen, Function<Subject, String> part) {
        String first = part.apply(chosen.get(0).subject());
        return chosen.stream().allMatch(one -> first != null && first.equals(part.apply(one.subject()))) ? first : null;
    }

    private void decide(Candidate one, String state, FindingId finding, String reason) {
        Sql.on(
                        entities,
                        """
                        update finding_candidate set state = :state, finding_id = cast(:finding as uuid),
                          decided_by = :me, decided_at = :now, reason = cast(:reason as text)
                        where id = :id
                        """)
                .set("state", state)
                .set("finding", finding == null ? null : finding.toString())
                .set("me", rows.me())
                .set("now", rows.now())
                .set("reason", reason)
                .set("id", one.id())
                .update();
    }

    private List<Candidate> open(Collection<Long> candidates) {
        return locked(candidates, "OPEN");
    }

    /** In the order of their ids, so that two people who choose the same wait for each other and not for ever. */
    private List<Candidate> locked(Collection<Long> ids, String state) {
        if (ids.isEmpty()) {
            throw new CandidateDecidedAlready();
        }
        return new TreeSet<>(ids)
                .stream()
                        .map(id -> Sql.on(
                                        entities,
                                        """
                                        select c.id, c.contact_id, c.kind, nullif(c.rule, '') as rule, c.procedure_code,
                                               c.step_code,
                                               exists (select 1 from leg l where l.contact_id = c.contact_id
                                                       and l.advisor = :me) or coalesce(c.staff = :me, false) as own
                                        from finding_candidate c where c.id = :id and c.state = :state for update of c
                                        """)
                                .set("id", id)
                                .set("state", state)
                                .set("me", rows.me())
                                .first(Triage::read)
                                .orElseThrow(CandidateDecidedAlready::new))
                        .toList();
    }

    private static Candidate read(Sql.Row row) {
        if (row.flag("own")) {
            throw new NobodyTriagesTheirOwn();
        }
        return new Candidate(
                row.big("id"),
                row.uuid("contact_id"),
                new Subject(
                        row.constant("kind", FindingKind.class),
                        row.text("rule"),
                        row.text("procedure_code"),
                        row.text("step_code")));
    }
}
