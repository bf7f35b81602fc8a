package mx.gob.edomex.catgem.export;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * What stands in every copy that an auditor takes away: who took it, and when, so that a copy found elsewhere says whose it
 * was. On paper it goes across each page, in a list above the figures.
 */
public record Watermark(String name, String username, String at) {

    /**
     * @param username of who takes the copy
     * @param zone in which the time is said
     */
    public static Watermark of(EntityManager entities, String username, Instant at, ZoneId zone) {
        String name = Sql.on(entities, "select display_name from app_user where username = :name")
                .set("name", username)
                .first(row -> row.text("display_name"))
                .orElse(username);
        return new Watermark(
                name,
                username,
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).format(at.atZone(zone)));
    }

    public String text() {
        return name + " (" + username + ") · " + at;
    }
}
