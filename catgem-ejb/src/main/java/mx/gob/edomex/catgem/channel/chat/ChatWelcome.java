package mx.gob.edomex.catgem.channel.chat;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import mx.gob.edomex.catgem.channel.PrivacyNotices;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/** What a citizen is shown before a chat: the privacy notice first, then the topics to choose from. */
@Stateless
@PermitAll
public class ChatWelcome {

    /** A topic by its code, named in the citizen's language. */
    public record Topic(String code, String name) {}

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    PrivacyNotices notices;

    public PrivacyNotices.Notice notice(Language language) {
        return notices.inForce(language);
    }

    public List<Topic> topics(Language language) {
        String name = language == Language.EN ? "name_en" : "name_es";
        return Sql.on(
                        entities,
                        "select code, " + name + " as name from topic where active order by code <> 'GENERAL', name")
                .list(row -> new Topic(row.text("code"), row.text("name")));
    }
}
