package mx.gob.edomex.catgem.web.api;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.contact.ContactFilter;
import mx.gob.edomex.catgem.contact.ContactState;

/** The query of {@code GET /contacts}. */
final class ContactSelection {

    static final Set<String> PARAMETERS = Set.of("state", "channel", "topic", "q", "since", "until", "cursor", "limit");
    static final int PAGE = 50;

    private static final List<String> STATES = Stream.concat(
                    Stream.of(ContactFilter.OPEN),
                    Stream.of(ContactState.values()).map(Enum::name))
            .toList();

    private ContactSelection() {}

    /** @throws Refusal when a parameter is unknown or wrong */
    static ContactFilter read(MultivaluedMap<String, String> parameters) {
        QueryReader query = new QueryReader(parameters, PARAMETERS);
        ContactFilter filter = new ContactFilter(
                query.choice("state", STATES),
                query.choice("channel", Channel.class),
                query.text("topic"),
                null,
                query.text("q"),
                query.instant("since"),
                query.instant("until"),
                query.text("cursor"),
                query.number("limit", 1, ContactFilter.MOST, PAGE));
        query.requireSound();
        return filter;
    }
}
