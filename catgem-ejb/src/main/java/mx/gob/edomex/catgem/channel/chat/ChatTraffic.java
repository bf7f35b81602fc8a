package mx.gob.edomex.catgem.channel.chat;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Sql;

/** The chat channel as technical support sees it: numbers and times, no conversation. */
@Stateless
@RolesAllowed({Roles.SUPPORT, Roles.SUPERVISOR})
public class ChatTraffic {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    /**
     * @param open chats that go on
     * @param seen of these, those whose citizen's page was heard of in the last minute
     * @param last when the last chat began
     */
    public record Line(int open, int seen, Instant last) {}

    public Line now() {
        return Sql.on(
                        entities,
                        """
                        select count(*) filter (where ended_at is null) as open,
                               count(*) filter (where ended_at is null and seen_at > now() - interval '1 minute') as seen,
                               max(started_at) as last
                        from chat_session
                        """)
                .first(row -> new Line(row.number("open"), row.number("seen"), row.instant("last")))
                .orElseThrow();
    }
}
