package mx.gob.edomex.catgem.contact;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Sql;

/** Makes search rows anew for contacts on the list of those that lost theirs (a new form of the row, another key). */
@Stateless
@PermitAll
public class SearchRefill {

    private static final int AT_ONCE = 200;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Contacts contacts;

    @Inject
    SearchRows searchRows;

    /** Some of those that are left; the newest first, for they are looked for most. */
    public List<ContactId> due() {
        return Sql.on(
                        entities,
                        """
                        select r.contact_id from search_refill r join contact c on c.id = r.contact_id
                        order by c.created_at desc limit :most
                        """)
                .set("most", AT_ONCE)
                .list(row -> row.contact("contact_id"));
    }

    /** Does nothing when another node has done it. */
    public void fill(ContactId id) {
        boolean mine = Sql.on(entities, "delete from search_refill where contact_id = :id")
                        .set("id", id)
                        .update()
                == 1;
        if (mine) {
            searchRows.rebuild(contacts.locked(id));
        }
    }
}
