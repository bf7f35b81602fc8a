package mx.gob.edomex.catgem.administration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Sql;

/** Who changed what in the administration, from the ledger. */
@Stateless
@RolesAllowed({Roles.SUPERVISOR, Roles.SUPPORT})
public class Changes {

    /** Lines of one page. */
    public static final int PAGE = 50;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    /**
     * Newest first.
     *
     * @param account of whom, or empty
     * @param catalogue which one, or empty
     * @param item which one, or empty
     * @param staff by whom, or empty
     * @param before only older ones than this id; 0 for the newest
     */
    public List<Change> list(String account, String catalogue, String item, String staff, long before) {
        return Sql.on(
                        entities,
                        """
                        select e.id, e.at, e.staff, u.display_name, e.code, cast(e.refs as text) as refs
                        from event e left join app_user u on u.username = e.staff
                        where left(e.code, 6) = 'ADMIN_'
                          and (:account = '' or e.refs ->> 'account' = :account)
                          and (:catalogue = '' or e.refs ->> 'catalogue' = :catalogue)
                          and (:item = '' or e.refs ->> 'item' = :item)
                          and (:staff = '' or e.staff = :staff)
                          and (:before = 0 or e.id < :before)
                        order by e.id desc limit :page
                        """)
                .set("account", account)
                .set("catalogue", catalogue)
                .set("item", item)
                .set("staff", staff)
                .set("before", before)
                .set("page", PAGE)
                .list(row -> new Change(
                        row.big("id"),
                        row.instant("at"),
                        row.text("staff"),
                        row.text("display_name"),
                        row.text("code"),
                        refs(row.text("refs"))));
    }

    private static Map<String, String> refs(String json) {
        Map<String, String> refs = new TreeMap<>();
        if (json != null) {
            try (var reader = Json.createReader(new StringReader(json))) {
                var object = reader.readObject();
                object.keySet().forEach(key -> refs.put(key, object.getString(key)));
            }
        }
        return refs;
    }
}
