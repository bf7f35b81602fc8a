package mx.gob.edomex.catgem.channel.phone;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mx.gob.edomex.catgem.shared.ContactId;

/** What the exchange says that changes a call. It may carry a citizen's number: never written into a log. */
sealed interface ExchangeEvent {

    /** First word of what the dialplan hands over with a citizen's call; the number dialled follows. */
    String INBOUND = "inbound";

    /** As {@link #INBOUND}, of a channel to an advisor's telephone. */
    String ADVISOR = "advisor";

    /** As {@link #INBOUND}, of what hears at an advisor's line. */
    String EAR = "ear";

    /** The call it is about, whose events are handled one after the other. */
    ContactId contact();

    /** A citizen's call is the application's. */
    record Entered(String channel, String dialled, String caller) implements ExchangeEvent {

        @Override
        public ContactId contact() {
            return contactOf(channel);
        }

        /** Nobody's number in a log. */
        @Override
        public String toString() {
            return "Entered[" + channel + "]";
        }
    }

    /** The advisor's telephone was picked up. */
    record PickedUp(AdvisorChannel advisor) implements ExchangeEvent {

        @Override
        public ContactId contact() {
            return advisor.contact();
        }
    }

    /** What was wanted at an advisor's line hears. */
    record Hearing(Ear ear) implements ExchangeEvent {

        @Override
        public ContactId contact() {
            return ear.contact();
        }
    }

    /**
     * The channel is no more.
     *
     * @param cause of ITU-T Q.850, or null when it is not known
     */
    record Gone(String channel, Integer cause) implements ExchangeEvent {

        @Override
        public ContactId contact() {
            return AdvisorChannel.ofChannel(channel)
                    .map(AdvisorChannel::contact)
                    .orElseGet(() -> contactOf(channel));
        }
    }

    /** A prompt has ended, heard or not. */
    record PromptOver(ContactId contact, Prompt prompt) implements ExchangeEvent {

        private static final Pattern ID = Pattern.compile("catgem-p-([0-9a-f-]{36})-([A-Z]+)");

        String id() {
            return "catgem-p-" + contact + "-" + prompt;
        }

        static Optional<ExchangeEvent> of(String playback) {
            Matcher found = ID.matcher(playback);
            return found.matches()
                    ? Optional.of(new PromptOver(ContactId.of(found.group(1)), Prompt.valueOf(found.group(2))))
                    : Optional.empty();
        }
    }

    /** The citizen pressed a key. */
    record Pressed(String channel, String key) implements ExchangeEvent {

        @Override
        public ContactId contact() {
            return contactOf(channel);
        }
    }

    /** What the menu said is over, and so is the time to answer it; or it was cut short. */
    record Spoken(ContactId contact, int step) implements ExchangeEvent {

        private static final Pattern ID = Pattern.compile("catgem-m-([0-9a-f-]{36})-([0-9]{1,9})");

        String id() {
            return "catgem-m-" + contact + "-" + step;
        }

        static Optional<ExchangeEvent> of(String playback) {
            Matcher found = ID.matcher(playback);
            return found.matches()
                    ? Optional.of(new Spoken(ContactId.of(found.group(1)), Integer.parseInt(found.group(2))))
                    : Optional.empty();
        }
    }

    /** The call ended while nobody heard the exchange. */
    record Lost(ContactId contact) implements ExchangeEvent {}

    /** The exchange's own name of a channel never comes again, so a call heard of twice is the same contact. */
    static ContactId contactOf(String channel) {
        return ContactId.named("phone", channel);
    }

    /** Empty when it changes no call of ours. */
    static Optional<ExchangeEvent> of(JsonObject event) {
        return switch (event.getString("type", "")) {
            case "StasisStart" -> entered(event.getJsonObject("channel"), event.getJsonArray("args"));
            case "StasisEnd" -> gone(event.getJsonObject("channel").getString("id"), null);
            case "ChannelDestroyed" -> gone(event.getJsonObject("channel").getString("id"), event.getInt("cause", 0));
            case "PlaybackFinished" -> over(event.getJsonObject("playback").getString("id"));
            case "ChannelDtmfReceived" ->
                pressed(event.getJsonObject("channel").getString("id"), event.getString("digit"));
            default -> Optional.empty();
        };
    }

    /** An ear goes with the line it is at, of which the same is said. */
    private static Optional<ExchangeEvent> gone(String channel, Integer cause) {
        return Ear.ofChannel(channel).isPresent() ? Optional.empty() : Optional.of(new Gone(channel, cause));
    }

    private static Optional<ExchangeEvent> over(String playback) {
        return PromptOver.of(playback).or(() -> Spoken.of(playback));
    }

    /** What an advisor presses is theirs. */
    private static Optional<ExchangeEvent> pressed(String channel, String key) {
        return AdvisorChannel.ofChannel(channel).isPresent()
                ? Optional.empty()
                : Optional.of(new Pressed(channel, key));
    }

    private static Optional<ExchangeEvent> entered(JsonObject channel, JsonArray words) {
        String id = channel.getString("id");
        if (words != null && words.size() > 1 && word(words.get(0)).equals(INBOUND)) {
            String caller = channel.getJsonObject("caller").getString("number", "");
            return Optional.of(new Entered(id, word(words.get(1)), caller));
        }
        return AdvisorChannel.ofChannel(id).<ExchangeEvent>map(PickedUp::new).or(() -> Ear.ofChannel(id)
                .map(Hearing::new));
    }

    private static String word(JsonValue value) {
        return value instanceof JsonString text ? text.getString() : "";
    }
}
