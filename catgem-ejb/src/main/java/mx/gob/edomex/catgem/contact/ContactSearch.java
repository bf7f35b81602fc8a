package mx.gob.edomex.catgem.contact;

import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.Sql;

/** Turns a filter into the condition of a query; values are always bound, never written into the text. */
final class ContactSearch {

    private final StringBuilder condition = new StringBuilder("true");
    private final Map<String, Object> values = new LinkedHashMap<>();

    private ContactSearch() {}

    /**
     * @param attendedBy only what this user name attended, or null for everybody's
     * @param words empty for who finds contacts by folio or matter only
     */
    static ContactSearch of(ContactFilter filter, String attendedBy, Optional<WordTokens> words) {
        ContactSearch search = new ContactSearch();
        search.state(filter.state());
        if (filter.channel() != null) {
            search.and("c.channel = :channel", "channel", filter.channel().name());
        }
        search.andIfGiven("c.topic = :topic", "topic", filter.topic());
        search.attended("advisor", filter.advisor());
        search.attended("reader", attendedBy);
        search.text(filter.text(), words);
        search.andIfGiven("c.created_at >= :since", "since", filter.since());
        search.andIfGiven("c.created_at < :until", "until", filter.until());
        return search;
    }

    /** One contact by its folio. */
    static ContactSearch of(Folio folio, String attendedBy) {
        ContactSearch search = new ContactSearch();
        search.and("c.folio = :folio", "folio", folio.value());
        search.attended("reader", attendedBy);
        return search;
    }

    /** The other contacts of a matter. */
    static ContactSearch ofMatter(UUID matter, UUID except, String attendedBy) {
        ContactSearch search = new ContactSearch();
        search.and("c.matter_id = :matter", "matter", matter);
        search.and("c.id <> :except", "except", except);
        search.attended("reader", attendedBy);
        return search;
    }

    /** Restricts to what comes after the place, in the order of the list. */
    ContactSearch after(String cursor) {
        if (!isBlank(cursor)) {
            ContactCursor place = ContactCursor.parse(cursor);
            and("c.created_at <= :placeAt", "placeAt", place.createdAt());
            and("(c.created_at < :placeAt or c.id > :placeId)", "placeId", place.id());
        }
        return this;
    }

    Sql on(EntityManager entities, String select, String order) {
        Sql sql = Sql.on(entities, select + " where " + condition + order);
        values.forEach(sql::set);
        return sql;
    }

    private void state(String state) {
        if (ContactFilter.OPEN.equals(state)) {
            condition.append(" and c.closed_at is null");
        } else {
            andIfGiven("c.state = :state", "state", state);
        }
    }

    private void attended(String name, String username) {
        andIfGiven(
                "(c.advisor = :" + name + " or exists (select 1 from leg l where l.contact_id = c.id and l.advisor = :"
                        + name + "))",
                name,
                username);
    }

    private void text(String text, Optional<WordTokens> wordTokens) {
        if (isBlank(text)) {
            return;
        }
        Optional<Folio> folio = folio(text);
        Optional<UUID> matter = matter(text);
        Optional<String> words = wordTokens.flatMap(tokens -> tokens.question(text));
        if (matter.isPresent()) {
            and("c.matter_id = :matter", "matter", matter.get());
        } else if (words.isEmpty()) {
            folio.ifPresentOrElse(
                    found -> and("c.folio = :folio", "folio", found.value()), () -> condition.append(" and false"));
        } else {
            String matches =
                    "c.id in (select s.contact_id from contact_search s" + " where s.words @@ cast(:words as tsquery))";
            // One nine-letter word in thirty passes for a folio, so words are looked for all the same.
            folio.ifPresentOrElse(
                    found -> {
                        and("(c.folio = :folio or " + matches + ")", "folio", found.value());
                        values.put("words", words.get());
                    },
                    () -> and(matches, "words", words.get()));
        }
    }

    private static Optional<Folio> folio(String text) {
        try {
            return Optional.of(Folio.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<UUID> matter(String text) {
        try {
            return Optional.of(UUID.fromString(text.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void andIfGiven(String sql, String name, Object value) {
        if (value != null && !(value instanceof String text && isBlank(text))) {
            and(sql, name, value);
        }
    }

    private void and(String sql, String name, Object value) {
        condition.append(" and ").append(sql);
        values.put(name, value);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
