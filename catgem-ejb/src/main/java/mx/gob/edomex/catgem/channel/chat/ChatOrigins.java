package mx.gob.edomex.catgem.channel.chat;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import mx.gob.edomex.catgem.shared.Sql;

/** Which pages may show the widget and open the socket: our own and those of the list, which is data. */
@Stateless
@PermitAll
public class ChatOrigins {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    /** Origins besides our own, as they stand in {@code frame-ancestors}. */
    public List<String> listed() {
        return Sql.on(entities, "select origin from chat_origin order by origin")
                .list(row -> row.text("origin"));
    }

    /**
     * @param origin the request's {@code Origin}; a browser always sends one with a socket
     * @param host the request's {@code Host}, which a foreign page cannot choose
     */
    public boolean allows(String origin, String host) {
        if (origin == null || host == null) {
            return false;
        }
        String plain = origin.toLowerCase(Locale.ROOT);
        return isOwn(plain, host.toLowerCase(Locale.ROOT)) || listed().contains(plain);
    }

    // Scheme left out: behind a proxy that ends TLS the page is https while the request that arrives is http.
    private static boolean isOwn(String origin, String host) {
        try {
            URI uri = URI.create(origin);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web && host.equals(uri.getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
