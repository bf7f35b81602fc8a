package mx.gob.edomex.catgem.channel.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/** The texts that the centre sends by itself: data, so that its people can change them. */
@ApplicationScoped
public class MailTexts {

    public record Text(String title, String body) {}

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    public Text find(String code, Language language) {
        return Sql.on(entities, "select title, body from mail_text where code = :code and language = :language")
                .set("code", code)
                .set("language", language)
                .first(row -> new Text(row.text("title"), row.text("body")))
                .orElseThrow(() -> new IllegalStateException("no mail text " + code + " in " + language));
    }
}
