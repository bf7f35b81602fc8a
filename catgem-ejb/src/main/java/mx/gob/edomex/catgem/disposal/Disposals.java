package mx.gob.edomex.catgem.disposal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import mx.gob.edomex.catgem.security.PersonalData;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.NewJson;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.SubjectId;

/**
 * Asks for the erasure of a person's data and carries it out. Asking blocks: the person's contacts are not found by what
 * they wrote any more. Until it is carried out it can be withdrawn; after that nothing brings the data back.
 */
@Stateless
@RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
public class Disposals {

    /** LGPDPPSO of 2025, ARCO rights: an answer within twenty working days. */
    private static final int WORKING_DAYS = 20;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    PersonalData personalData;

    @Inject
    DisposalRows rows;

    private record Asked(SubjectId subject, String by) {}

    /**
     * For the person behind the folio, with all their contacts.
     *
     * @throws DisposalFolioUnknown when there is no such contact
     * @throws DisposalAskedAlready when the person's data are erased or somebody has asked for it
     * @throws PersonStillAttended while one of the person's contacts is open
     */
    public DisposalId ask(Folio folio, DisposalBasis basis) {
        SubjectId subject = Sql.on(entities, "select subject_id from contact where folio = :folio")
                .set("folio", folio)
                .first(row -> row.subject("subject_id"))
                .orElseThrow(DisposalFolioUnknown::new);
        // Two who ask at once wait for each other here.
        boolean erased = Sql.on(
                        entities, "select erased_at is not null as erased from subject where id = :id for update")
                .set("id", subject)
                .first(row -> row.flag("erased"))
                .orElseThrow();
        if (erased
                || Sql.on(entities, "select 1 from disposal where subject_id = :id and state <> 'WITHDRAWN'")
                        .set("id", subject)
                        .exists()) {
            throw new DisposalAskedAlready();
        }
        requireNothingOpen(subject);
        DisposalId id = new DisposalId(UUID.randomUUID());
        Instant now = rows.now();
        Sql.on(
                        entities,
                        """
                        insert into disposal (id, number, subject_id, folio, basis, asked_by, asked_at, due_on)
                        values (:id, :number, :subject, :folio, :basis, :me, :now, cast(:due as date))
                        """)
                .set("id", id.value())
                .set("number", rows.next("BD"))
                .set("subject", subject)
                .set("folio", folio)
                .set("basis", basis)
                .set("me", rows.me())
                .set("now", now)
                .set("due", dueOn(rows.today()).toString())
                .update();
        // A row that is on the list to be made anew would be back within minutes.
        for (String table : List.of("search_refill", "contact_search")) {
            Sql.on(
                            entities,
                            "delete from " + table
                                    + " where contact_id in (select id from contact where subject_id = :id)")
                    .set("id", subject)
                    .update();
        }
        rows.record(id, "DISPOSAL_ASKED", Map.of("basis", basis.name()));
        return id;
    }

    /**
     * The person keeps their data; their contacts are found again within minutes.
     *
     * @throws DisposalEnded when it was carried out or withdrawn
     */
    public void withdraw(DisposalId id) {
        Asked asked = locked(id);
        Instant now = rows.now();
        end(id, DisposalState.WITHDRAWN, null, now);
        Sql.on(
                        entities,
                        """
                        insert into search_refill (contact_id) select id from contact where subject_id = :id
                        on conflict do nothing
                        """)
                .set("id", asked.subject())
                .update();
        rows.record(id, "DISPOSAL_WITHDRAWN", Map.of());
    }

    /**
     * Destroys the person's key and everything that was sealed with it, in one transaction with the act that says so.
     *
     * @throws DisposalEnded when it was carried out or withdrawn
     * @throws NobodyDisposesAlone when the caller asked for it
     * @throws PersonStillAttended when the person came back meanwhile and is being attended
     */
    @RolesAllowed(Roles.SUPERVISOR)
    public void carryOut(DisposalId id) {
        Asked asked = locked(id);
        if (asked.by().equals(rows.me())) {
            throw new NobodyDisposesAlone();
        }
        requireNothingOpen(asked.subject());
        Instant now = rows.now();
        SortedMap<String, Integer> destroyed = personalData.erase(asked.subject());
        JsonObjectBuilder counts = NewJson.object();
        destroyed.forEach(counts::add);
        end(id, DisposalState.DONE, counts.build().toString(), now);
        rows.record(
                id,
                "DISPOSAL_DONE",
                Map.of(
                        "subject", asked.subject().toString(),
                        "rows",
                                Integer.toString(destroyed.values().stream()
                                        .mapToInt(Integer::intValue)
                                        .sum())));
    }

    /** The last of the working days to answer, by the centre's calendar of holidays. */
    private LocalDate dueOn(LocalDate asked) {
        return Sql.on(
                        entities,
                        """
                        select cast(cast(days.day as date) as text) as day
                        from generate_series(cast(:asked as date) + 1, cast(:asked as date) + 120, interval '1 day') as days (day)
                        where extract(isodow from days.day) < 6
                          and not exists (select 1 from holiday h where h.day = cast(days.day as date))
                        order by days.day limit 1 offset :before
                        """)
                .set("asked", asked.toString())
                .set("before", WORKING_DAYS - 1)
                .first(row -> LocalDate.parse(row.text("day")))
                .orElseThrow();
    }

    private void requireNothingOpen(SubjectId subject) {
        if (Sql.on(
                        entities,
                        """
                        select 1 from arrival a left join contact c on c.id = a.contact_id
                        where a.subject_id = :id and (c.id is null and not a.opened or c.id is not null and c.closed_at is null)
                        """)
                .set("id", subject)
                .exists()) {
            throw new PersonStillAttended();
        }
    }

    private Asked locked(DisposalId id) {
        record Row(Asked asked, DisposalState state) {}
        Row row = Sql.on(entities, "select subject_id, asked_by, state from disposal where id = :id for update")
                .set("id", id.value())
                .first(found -> new Row(
                        new Asked(found.subject("subject_id"), found.text("asked_by")),
                        found.constant("state", DisposalState.class)))
                .orElseThrow(DisposalUnknown::new);
        if (row.state() != DisposalState.ASKED) {
            throw new DisposalEnded();
        }
        return row.asked();
    }

    private void end(DisposalId id, DisposalState state, String destroyed, Instant now) {
        Sql.on(
                        entities,
                        """
                        update disposal set state = :state, ended_by = :me, ended_at = :now, destroyed = cast(:destroyed as jsonb)
                        where id = :id
                        """)
                .set("state", state)
                .set("me", rows.me())
                .set("now", now)
                .set("destroyed", destroyed)
                .set("id", id.value())
                .update();
    }
}
