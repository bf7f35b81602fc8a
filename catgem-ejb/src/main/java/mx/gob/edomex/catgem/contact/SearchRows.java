package mx.gob.edomex.catgem.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.channel.Conversations;
import mx.gob.edomex.catgem.channel.MessageAppended;
import mx.gob.edomex.catgem.security.PersonalData;
import mx.gob.edomex.catgem.shared.Sql;

/** The erasable search row of a contact: tokens of its words, without what was marked sensitive. */
@ApplicationScoped
public class SearchRows {

    /** Tokens of a row: after so many what is said is not added any more, for a row of the index ends at a megabyte. */
    private static final int MOST = 40_000;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Conversations conversations;

    @Inject
    PersonalData personalData;

    @Inject
    WordTokens wordTokens;

    /** Adds the new message's words only: opening a whole conversation at each message would cost more at every one. */
    void onMessage(@Observes MessageAppended message) {
        conversations.after(message.contact(), message.seq() - 1).forEach(added -> Sql.on(
                        entities,
                        """
                        update contact_search set words = words || array_to_tsvector(string_to_array(:words, ','))
                        where contact_id = :contact and length(words) < :most
                        """)
                .set("contact", message.contact())
                .set("words", wordTokens.tokens(added.text()))
                .set("most", MOST)
                .update());
    }

    void rebuild(Contact contact) {
        String words = conversations.all(contact.id()).stream()
                .filter(message -> !message.sensitive())
                .map(message -> message.withoutCovered().text())
                .collect(Collectors.joining(" "));
        String title = Sql.on(entities, "select title_sealed from contact where id = :id and title_sealed is not null")
                .set("id", contact.id())
                .first(row -> row.bytes("title_sealed"))
                .flatMap(value -> personalData.openText(contact.subject(), value))
                .orElse("");
        Sql.on(
                        entities,
                        """
                        insert into contact_search (contact_id, subject_id, words)
                        values (:contact, :subject, array_to_tsvector(string_to_array(:words, ',')))
                        on conflict (contact_id) do update set words = excluded.words
                        """)
                .set("contact", contact.id())
                .set("subject", contact.subject())
                .set("words", wordTokens.tokens(title + " " + words))
                .update();
    }
}
