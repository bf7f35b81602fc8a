package mx.gob.edomex.catgem.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.Map;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/** Names of the keys by which figures are divided, in the order in which people look for them. */
@Stateless
@RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR, Roles.DIRECTION})
public class FigureNames {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Figures figures;

    /** Of topics, entry points and, for those who may see people, advisors; empty for dimensions of fixed codes. */
    public Map<String, String> of(Grouping grouping, Language language) {
        String name = language == Language.EN ? "name_en" : "name_es";
        return switch (grouping) {
            case TOPIC -> read("select code, " + name + " as name from topic order by 2");
            case ENTRY_POINT -> read("select code, " + name + " as name from entry_point order by 2");
            case ADVISOR ->
                figures.maySeePeople()
                        ? read("select a.username as code, u.display_name as name from advisor a"
                                + " join app_user u on u.username = a.username order by 2")
                        : Map.of();
            default -> Map.of();
        };
    }

    private Map<String, String> read(String text) {
        Map<String, String> names = new LinkedHashMap<>();
        Sql.on(entities, text)
                .list(row -> Map.entry(row.text("code"), row.text("name")))
                .forEach(one -> names.put(one.getKey(), one.getValue()));
        return names;
    }
}
