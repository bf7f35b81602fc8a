package mx.gob.edomex.catgem.channel;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/** The privacy notice (aviso de privacidad) in force, short and full, in the citizen's language (LGPDPPSO 21–22). */
@Stateless
@PermitAll
public class PrivacyNotices {

    /** One version in one language; paragraphs of the full text are parted by an empty line. */
    public record Notice(String version, Language language, String shortText, String fullText) {}

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    public Notice inForce(Language language) {
        return Sql.on(
                        entities,
                        """
                        select version, short_text, full_text from privacy_notice
                        where language = :language and in_force_from <= now()
                        order by in_force_from desc limit 1
                        """)
                .set("language", language)
                .first(row -> new Notice(row.text("version"), language, row.text("short_text"), row.text("full_text")))
                .orElseThrow(() -> new IllegalStateException("no privacy notice is in force"));
    }

    /** Whether this version exists: an older one accepted a moment before a new one came into force still counts. */
    public boolean isKnown(String version) {
        return Sql.on(entities, "select 1 from privacy_notice where version = :version")
                .set("version", version)
                .exists();
    }
}
