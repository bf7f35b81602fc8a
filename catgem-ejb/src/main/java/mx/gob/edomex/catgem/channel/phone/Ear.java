package mx.gob.edomex.catgem.channel.phone;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mx.gob.edomex.catgem.shared.ContactId;

/**
 * What hears at an advisor's line: a channel of the exchange's own making, under a name given here.
 *
 * @param number counted with the telephones that are rung for the call
 */
record Ear(ContactId contact, int number) {

    private static final Pattern CHANNEL = Pattern.compile("catgem-e-([0-9a-f-]{36})-([0-9]{1,9})");

    String id() {
        return "catgem-e-" + contact + "-" + number;
    }

    /** Empty when the channel is none. */
    static Optional<Ear> ofChannel(String id) {
        Matcher found = CHANNEL.matcher(id);
        return found.matches()
                ? Optional.of(new Ear(new ContactId(UUID.fromString(found.group(1))), Integer.parseInt(found.group(2))))
                : Optional.empty();
    }
}
