package mx.gob.edomex.catgem.channel.phone;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mx.gob.edomex.catgem.shared.ContactId;

/**
 * The names this application gives on the exchange, so that a command may be given twice and what comes back is known:
 * the channel to an advisor's telephone, the bridge in which they talk, and the recording of it.
 *
 * @param attempt which call to an advisor this is, from 1
 */
record AdvisorChannel(ContactId contact, int attempt) {

    private static final Pattern CHANNEL = Pattern.compile("catgem-a-([0-9a-f-]{36})-([0-9]{1,9})");
    private static final Pattern BRIDGE = Pattern.compile("catgem-b-([0-9a-f-]{36})-([0-9]{1,9})");

    private static final Pattern RECORDING = Pattern.compile("catgem-r-([0-9a-f-]{36})-([0-9]{1,9})");

    String id() {
        return "catgem-a-" + contact + "-" + attempt;
    }

    String bridge() {
        return "catgem-b-" + contact + "-" + attempt;
    }

    String recording() {
        return "catgem-r-" + contact + "-" + attempt;
    }

    /** Empty when the channel is none to an advisor. */
    static Optional<AdvisorChannel> ofChannel(String id) {
        return read(CHANNEL, id);
    }

    /** Empty when the bridge is none of ours for talking. */
    static Optional<AdvisorChannel> ofBridge(String id) {
        return read(BRIDGE, id);
    }

    /** Empty when the recording is none of ours. */
    static Optional<AdvisorChannel> ofRecording(String name) {
        return read(RECORDING, name);
    }

    private static Optional<AdvisorChannel> read(Pattern pattern, String id) {
        Matcher found = pattern.matcher(id);
        return found.matches()
                ? Optional.of(new AdvisorChannel(
                        new ContactId(UUID.fromString(found.group(1))), Integer.parseInt(found.group(2))))
                : Optional.empty();
    }
}
