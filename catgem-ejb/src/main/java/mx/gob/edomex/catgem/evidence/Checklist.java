package mx.gob.edomex.catgem.evidence;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * How the steps of the pinned procedure version stand in a contact. Everything is read from the ledger: the outcome is
 * the one stated by the CLOSE step, so every way to end a contact records CLOSE with its outcome (or terminal state).
 * Steps are codes; nothing personal is read.
 */
@Stateless
@PermitAll
public class Checklist {

    // One row a step: its last finished and last skipped event, and whether this contact owes it for the outcome.
    // A later CORRECTION that names an event takes that event out of account.
    private static final String STANDING =
            """
            with said as (
              select ev.step_code, ev.step_kind, ev.basis, ev.at, ev.k,
                     row_number() over (partition by ev.step_code, ev.step_kind order by ev.k desc) as newest
              from event ev
              where ev.execution_id = :id and ev.step_kind in ('END', 'SKIPPED')
                and not exists (select 1 from event c where c.execution_id = :id and c.corrects = ev.id)
            ), ended as (
              select coalesce(cast(:outcome as text),
                (select outcome from event where execution_id = :id and code = 'CLOSE' and step_kind = 'END'
                 order by k desc limit 1)) as outcome
            )
            select s.code, s.act, s.name_es, s.name_en, s.declarable,
                   d.basis, coalesce(d.at, k.at) as at, d.at is not null as done, k.at is not null as skipped,
                   ended.outcome is not null as closing,
                   case when exists (select 1 from early_exit_step x
                                     where x.version_id = s.version_id and x.outcome = ended.outcome)
                        then exists (select 1 from early_exit_step x where x.version_id = s.version_id
                                     and x.outcome = ended.outcome and x.step_code = s.code)
                        else s.mandatory or coalesce(s.mandatory_for = ended.outcome, false) end as owed
            from execution e
            join procedure_step s on s.version_id = e.procedure_version_id
            cross join ended
            left join said d on d.step_code = s.code and d.step_kind = 'END' and d.newest = 1
            left join said k on k.step_code = s.code and k.step_kind = 'SKIPPED' and k.newest = 1
            where e.id = :id
            order by s.ordinal, s.code
            """;

    private static final Set<Act> CLOSING = EnumSet.of(Act.SURVEY, Act.CLOSE);

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    /** Every step of the pinned version in its order; empty when the contact has no procedure. */
    public List<ChecklistItem> of(ContactId contact, Language language) {
        return of(ExecutionId.of(contact), language);
    }

    /** As {@link #of(ContactId, Language)}, of work that is no contact. */
    public List<ChecklistItem> of(ExecutionId execution, Language language) {
        return standing(execution, null, language);
    }

    /**
     * The mandatory steps that are neither done nor skipped with a reason, if the contact ended so. CLOSE itself is
     * left out, and SURVEY, which the system offers in closing: whoever asks is about to record both.
     *
     * @param outcome RESOLVED, REFERRED, an early exit, or a terminal state
     */
    public List<ChecklistItem> missing(ContactId contact, String outcome, Language language) {
        return standing(ExecutionId.of(contact), outcome, language).stream()
                .filter(item -> item.mandatory() && item.state() == StepState.PENDING && !CLOSING.contains(item.act()))
                .toList();
    }

    /** The steps that must come first and have not been done, were this act to happen now. */
    public List<String> notYetDoneBefore(ContactId contact, Act act) {
        return Sql.on(
                        entities,
                        """
                        select p.before_code from step_precedence p
                        join execution e on e.procedure_version_id = p.version_id
                        join procedure_step s on s.version_id = p.version_id and s.code = p.after_code
                        where e.id = :id and s.act = :act
                          and not exists (select 1 from event d where d.execution_id = e.id
                                          and d.step_code = p.before_code and d.step_kind in ('END', 'SKIPPED'))
                        order by p.before_code
                        """)
                .set("id", contact.value())
                .set("act", act.name())
                .list(row -> row.text("before_code"));
    }

    /**
     * Pairs recorded in the wrong order. First finished events are compared, because steps 05 to 09 repeat for each
     * question; a step never done at all is missing, not out of order.
     */
    public List<BrokenPrecedence> precedenceBroken(ContactId contact) {
        return Sql.on(
                        entities,
                        """
                        with first_done as (
                          select step_code, min(k) as k from event
                          where execution_id = :id and step_kind = 'END' group by step_code
                        )
                        select p.before_code, p.after_code from step_precedence p
                        join execution e on e.procedure_version_id = p.version_id
                        join first_done b on b.step_code = p.before_code
                        join first_done a on a.step_code = p.after_code
                        where e.id = :id and b.k > a.k
                        order by p.before_code, p.after_code
                        """)
                .set("id", contact.value())
                .list(row -> new BrokenPrecedence(row.text("before_code"), row.text("after_code")));
    }

    /** Procedure code and number of the pinned version, as in {@code AVC v1}. */
    public Optional<PinnedVersion> pinned(ContactId contact) {
        return Sql.on(
                        entities,
                        """
                        select v.id, v.procedure_code, v.number, v.proposal from execution e
                        join procedure_version v on v.id = e.procedure_version_id where e.id = :id
                        """)
                .set("id", contact.value())
                .first(row -> new PinnedVersion(
                        row.uuid("id"), row.text("procedure_code"), row.number("number"), row.flag("proposal")));
    }

    private List<ChecklistItem> standing(ExecutionId execution, String outcome, Language language) {
        return Sql.on(entities, STANDING)
                .set("id", execution.value())
                .set("outcome", outcome)
                .list(row -> item(row, language));
    }

    private static ChecklistItem item(Sql.Row row, Language language) {
        boolean owed = row.flag("owed");
        return new ChecklistItem(
                row.text("code"),
                row.constant("act", Act.class),
                row.text(language == Language.EN ? "name_en" : "name_es"),
                owed,
                state(row, owed),
                row.constant("basis", Basis.class),
                row.instant("at"),
                row.flag("declarable"));
    }

    private static StepState state(Sql.Row row, boolean owed) {
        if (row.flag("done")) {
            return StepState.DONE;
        } else if (row.flag("skipped")) {
            return StepState.SKIPPED;
        }
        return owed || !row.flag("closing") ? StepState.PENDING : StepState.NOT_APPLICABLE;
    }
}
