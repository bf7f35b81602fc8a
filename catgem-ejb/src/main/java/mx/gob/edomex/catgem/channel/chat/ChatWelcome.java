package mx.gob.edomex.catgem.channel.chat;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.EntryPoints;
import mx.gob.edomex.catgem.channel.LineLimits;
import mx.gob.edomex.catgem.channel.PrivacyNotices;
import mx.gob.edomex.catgem.channel.WaitBand;
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

    @Inject
    EntryPoints entryPoints;

    @Inject
    LineLimits limits;

    @Inject
    WaitBand waitBand;

    /**
     * How the chat stands now.
     *
     * @param opensAt when it opens, or null while it is open or never does
     * @param band the wait to expect, or null while it is closed
     */
    public record Standing(boolean open, Instant opensAt, LineLimits.Verdict line, WaitBand.Band band) {}

    public Standing standing(Language language) {
        if (!entryPoints.isOpen(ChatService.ENTRY_POINT)) {
            return new Standing(
                    false, entryPoints.opensAt(ChatService.ENTRY_POINT).orElse(null), LineLimits.Verdict.OPEN, null);
        }
        return new Standing(
                true,
                null,
                limits.of(ChatService.ENTRY_POINT, null, Channel.CHAT, language),
                waitBand.of(Channel.CHAT, language, "GENERAL"));
    }

    /** The chat's own greeting, if it has one. */
    public Optional<String> greeting(Language language) {
        return entryPoints.greeting(ChatService.ENTRY_POINT, language);
    }

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
