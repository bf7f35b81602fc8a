package mx.gob.edomex.catgem.channel.mail;

import java.util.UUID;
import java.util.regex.Pattern;

/** Message-IDs of ours: unguessable, and recognisable wherever another server quotes them. */
final class OwnMessageId {

    static final Pattern PATTERN = Pattern.compile(
            "<catgem\\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}@[A-Za-z0-9.-]{1,190}>");

    private OwnMessageId() {}

    static String of(UUID id, String ownAddress) {
        return "<catgem." + id + "@" + Addresses.domain(ownAddress) + ">";
    }
}
