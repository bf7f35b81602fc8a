package mx.gob.edomex.catgem.knowledge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/** The topics an entry may have: chosen by officers, read by whoever reads updates. */
@Stateless
@RolesAllowed({Roles.INFORMATION, Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR})
public class EntryTopics {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    /** A topic in the reader's language. */
    public record Topic(String code, String name) {}

    /** Those in use, by name. */
    public List<Topic> all(Language language) {
        String name = language == Language.EN ? "name_en" : "name_es";
        return Sql.on(entities, "select code, " + name + " as name from topic where active order by " + name)
                .list(row -> new Topic(row.text("code"), row.text("name")));
    }
}
