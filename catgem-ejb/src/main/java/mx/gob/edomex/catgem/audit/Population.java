package mx.gob.edomex.catgem.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Sql;

/** The contacts of a scope, from the record of contacts and executions. */
@ApplicationScoped
public class Population {

    /** Attended and closed: who left the queue before was not attended under the procedure. */
    static final String SCOPE =
            """
            select c.id, c.folio, c.advisor from contact c
            join execution x on x.id = c.id join procedure_version p on p.id = x.procedure_version_id
            where c.state = 'CLOSED' and c.closed_at >= :from and c.closed_at < :to
              and p.procedure_code = any (string_to_array(:procedures, ','))
            """;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Installation installation;

    /** By folio, in canonical order. */
    public Map<String, UUID> of(Scope scope) {
        Map<String, UUID> folios = new TreeMap<>();
        bind(Sql.on(entities, SCOPE), scope)
                .list(row -> Map.entry(row.text("folio"), row.uuid("id")))
                .forEach(one -> folios.put(one.getKey(), one.getValue()));
        return folios;
    }

    /** How many they are. */
    public int size(Scope scope) {
        return bind(Sql.on(entities, "select count(*) as n from (" + SCOPE + ") s"), scope)
                .first(row -> row.number("n"))
                .orElse(0);
    }

    Sql bind(Sql sql, Scope scope) {
        return sql.set(
                        "from",
                        scope.from().atStartOfDay(installation.timeZone()).toInstant())
                .set(
                        "to",
                        scope.to()
                                .plusDays(1)
                                .atStartOfDay(installation.timeZone())
                                .toInstant())
                .set("procedures", String.join(",", scope.procedures()));
    }
}
