package mx.gob.edomex.catgem.evidence.log;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import mx.gob.edomex.catgem.evidence.ProcedureVersions;
import mx.gob.edomex.catgem.shared.Leases;
import mx.gob.edomex.catgem.shared.NewJson;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * Gives the rows of the ledger their places in the log. Only what is older than every transaction under way is taken,
 * because the order of numbers is not the order of commits: a row that commits late would be skipped for ever. All of a
 * round is one transaction, so that a crash anywhere in it leaves neither a gap nor a fork.
 */
@Stateless
@PermitAll
public class Sequencer {

    static final String LEASE = "log-sequencer";
    static final int BATCH = 256;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Leases leases;

    @Inject
    ProcedureVersions procedures;

    /** @param foreign the position is from another database cluster, whose transactions had greater numbers */
    private record State(long size, String upto, long uptoId, boolean foreign) {}

    private record Taken(LedgerLeaf leaf, String xact) {}

    /**
     * Appends up to {@value #BATCH} rows.
     *
     * @param epoch of the lease; who has lost it appends nothing
     * @return how many were appended
     * @throws LogDamaged when the log is not as long as its state says
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int append(long epoch) {
        if (!leases.isHeld(LEASE, epoch)) {
            return 0;
        }
        State state = state();
        List<Taken> taken = take(state);
        if (taken.isEmpty()) {
            if (state.foreign()) {
                move(state.size(), "0", 0); // all of the other cluster is in: from now on by this one's numbers
            }
            return 0;
        }
        if (taken.stream().anyMatch(one -> one.leaf().lacksItsProcedure()) && procedures.sealAll() > 0) {
            taken = take(state);
        }
        insert(taken, state.size());
        long size = state.size() + taken.size();
        insertNodes(state.size(), size);
        Taken last = taken.get(taken.size() - 1);
        move(size, last.xact(), last.leaf().event());
        return taken.size();
    }

    private State state() {
        State state = Sql.on(
                        entities,
                        """
                        select size, cast(upto as text) as upto, upto_id,
                               upto > pg_snapshot_xmax(pg_current_snapshot()) as foreign_upto
                        from log_state for update
                        """)
                .first(row ->
                        new State(row.big("size"), row.text("upto"), row.big("upto_id"), row.flag("foreign_upto")))
                .orElseThrow(() -> new LogDamaged("state"));
        long leaves = Sql.on(entities, "select coalesce(max(idx) + 1, 0) as leaves from log_leaf")
                .first(row -> row.big("leaves"))
                .orElseThrow();
        if (leaves != state.size()) {
            throw new LogDamaged("leaf:" + Math.min(leaves, state.size()));
        }
        return state;
    }

    // A database that was dumped and loaded counts its transactions anew: what it brought along has numbers that no
    // transaction of this cluster has reached, and is settled all the same.
    private List<Taken> take(State state) {
        String which = state.foreign()
                ? "e.xact >= pg_snapshot_xmax(pg_current_snapshot())"
                : """
                e.xact >= cast(:upto as xid8) and (e.xact > cast(:upto as xid8) or e.id > :uptoId)
                and e.xact < pg_snapshot_xmin(pg_current_snapshot())
                """;
        Sql sql = Sql.on(
                        entities,
                        "select cast(e.xact as text) as xact, " + LedgerLeaf.COLUMNS
                                + """
                                from event e left join procedure_version v on v.id = e.version_id
                                where %s and not exists (select 1 from log_leaf l where l.event_id = e.id)
                                order by e.xact, e.id limit :batch
                                """
                                        .formatted(which))
                .set("batch", BATCH);
        if (!state.foreign()) {
            sql.set("upto", state.upto()).set("uptoId", state.uptoId());
        }
        return sql.list(row -> new Taken(LedgerLeaf.of(row), row.text("xact")));
    }

    private void insert(List<Taken> taken, long from) {
        Map<UUID, Integer> counted = counted(taken);
        JsonArrayBuilder rows = NewJson.array();
        long index = from;
        for (Taken one : taken) {
            UUID subject = one.leaf().subject();
            Integer n = subject == null ? null : counted.merge(subject, 1, Integer::sum);
            JsonObjectBuilder row = NewJson.object()
                    .add("idx", index)
                    .add("event_id", one.leaf().event())
                    .add("hash", HexFormat.of().formatHex(one.leaf().hash(n)));
            if (n != null) {
                row.add("subject", subject.toString()).add("n", n);
            }
            rows.add(row);
            index++;
        }
        Sql.on(
                        entities,
                        """
                        insert into log_leaf (idx, event_id, subject, n, hash)
                        select r.idx, r.event_id, r.subject, r.n, decode(r.hash, 'hex')
                        from json_to_recordset(cast(:rows as json))
                          as r (idx bigint, event_id bigint, subject uuid, n int, hash text)
                        """)
                .set("rows", rows.build().toString())
                .update();
    }

    /** How many leaves each of the subjects has. */
    private Map<UUID, Integer> counted(List<Taken> taken) {
        JsonArrayBuilder subjects = NewJson.array();
        taken.stream()
                .map(one -> one.leaf().subject())
                .filter(Objects::nonNull)
                .distinct()
                .forEach(subject -> subjects.add(subject.toString()));
        Map<UUID, Integer> counted = new HashMap<>();
        Sql.on(
                        entities,
                        """
                        select s.id, (select max(l.n) from log_leaf l where l.subject = s.id) as n
                        from (select cast(value as uuid) as id
                              from json_array_elements_text(cast(:subjects as json)) as value) s
                        """)
                .set("subjects", subjects.build().toString())
                .list(row -> Map.entry(row.uuid("id"), row.numberOrNull("n") == null ? 0 : row.number("n")))
                .forEach(one -> counted.put(one.getKey(), one.getValue()));
        return counted;
    }

    /** The roots of the tiles that became full. */
    private void insertNodes(long from, long until) {
        StoredNodes nodes = new StoredNodes(entities);
        long before = from;
        long after = until;
        for (int level = 0; after / StoredNodes.WIDTH > before / StoredNodes.WIDTH; level += 8) {
            before /= StoredNodes.WIDTH;
            after /= StoredNodes.WIDTH;
            for (long tile = before; tile < after; tile++) {
                Sql.on(entities, "insert into log_node (level, idx, hash) values (:level, :idx, :hash)")
                        .set("level", level + 8)
                        .set("idx", tile)
                        .set("hash", nodes.over(level, tile))
                        .update();
            }
        }
    }

    private void move(long size, String upto, long uptoId) {
        Sql.on(entities, "update log_state set size = :size, upto = cast(:upto as xid8), upto_id = :uptoId")
                .set("size", size)
                .set("upto", upto)
                .set("uptoId", uptoId)
                .update();
    }
}
