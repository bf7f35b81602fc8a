package mx.gob.edomex.catgem.routing;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import mx.gob.edomex.catgem.shared.Sql;

/** The versions of the rules of the routing. */
@Stateless
@PermitAll
public class RuleBook {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    /** The rules that count at the moment given; of versions with the same date of effect the newest. */
    public RoutingRules inForce(Instant now) {
        return Sql.on(
                        entities,
                        """
                        select version, cast(rules as text) as rules from routing_rule where effective_from <= :now
                        order by effective_from desc, version desc limit 1
                        """)
                .set("now", now)
                .first(row -> RulesJson.read(row.number("version"), row.text("rules")))
                .orElseGet(RoutingRules::standard);
    }

    /** One version, in force or not. */
    public Optional<RoutingRules> version(int version) {
        return Sql.on(entities, "select cast(rules as text) as rules from routing_rule where version = :version")
                .set("version", version)
                .first(row -> RulesJson.read(version, row.text("rules")));
    }
}
