package mx.gob.edomex.catgem.administration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Sql;

/** What must hold between the rows of catalogues, and what should. */
@Stateless
@RolesAllowed({Roles.SUPERVISOR, Roles.SUPPORT})
public class CatalogueRules {

    /** Sent by the system itself. */
    private static final Set<String> SPOKEN = Set.of("saludo", "abuso1", "abuso2");

    private static final String UNCLASSIFIED = "UNCLASSIFIED";

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    AccountQueries accounts;

    /** @throws CatalogueRefused when the centre could not work with the row as it would be */
    public void check(Catalogue catalogue, Map<String, String> row, boolean withdrawn) {
        String topic = row.getOrDefault("topic", "");
        if (!topic.isEmpty() && !exists("select 1 from topic where code = :code and active", topic)) {
            throw new CatalogueRefused("NOT_AN_OPTION", "topic");
        }
        if (!withdrawn) {
            return;
        }
        switch (catalogue) {
            case TOPIC ->
                refuse(
                        exists("select 1 from entry_point where topic = :code", row.get("code")),
                        "TOPIC_OF_ENTRY_POINT");
            case TEMPLATE -> refuse(SPOKEN.contains(row.get("code")), "TEMPLATE_OF_SYSTEM");
            case DISPOSITION -> refuse(UNCLASSIFIED.equals(row.get("code")) || isLastOfOutcome(row), "LAST_OF_OUTCOME");
            default -> refuse(isLastActive(catalogue, row), "LAST_ACTIVE");
        }
    }

    /** Codes of what a supervisor should know, by item. */
    public Map<String, String> warnings(Catalogue catalogue) {
        Map<String, String> warnings = new HashMap<>();
        switch (catalogue) {
            case TOPIC -> accounts.topicsWithoutAdvisor().forEach(topic -> warnings.put(topic, "TOPIC_UNSERVED"));
            case TEMPLATE ->
                items(
                                """
                            select code || ':' || language as item from template t where active and not exists (
                              select 1 from template o where o.code = t.code and o.language <> t.language and o.active)
                            """)
                        .forEach(item -> warnings.put(item, "ONE_LANGUAGE"));
            case AGENCY ->
                items(
                                """
                            select a.code as item from agency a where not a.active and exists (
                              select 1 from knowledge_entry e join knowledge_version v on v.entry_id = e.id
                              where e.agency = a.code and v.status = 'PUBLISHED')
                            """)
                        .forEach(item -> warnings.put(item, "AGENCY_IN_USE"));
            default -> {}
        }
        return warnings;
    }

    private List<String> items(String query) {
        return Sql.on(entities, query).list(row -> row.text("item"));
    }

    private boolean isLastOfOutcome(Map<String, String> row) {
        return !Sql.on(
                        entities,
                        """
                        select 1 from disposition where outcome = :outcome and active and code <> :code
                        and code <> 'UNCLASSIFIED' and topic is null
                        """)
                .set("outcome", row.get("outcome"))
                .set("code", row.get("code"))
                .exists();
    }

    private boolean isLastActive(Catalogue catalogue, Map<String, String> row) {
        return !exists("select 1 from " + catalogue.table() + " where active and code <> :code", row.get("code"));
    }

    private boolean exists(String query, String code) {
        return Sql.on(entities, query).set("code", code).exists();
    }

    private static void refuse(boolean broken, String reason) {
        if (broken) {
            throw new CatalogueRefused(reason, "");
        }
    }
}
