package mx.gob.edomex.catgem.routing;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.contact.WaitingContact;
import mx.gob.edomex.catgem.contact.WaitingContact.Preferred;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.NewJson;

/**
 * What a decision was made on and cannot be told from its outcome. It is kept with the decision, so that the same can be
 * decided again; the people at work are found in the ledger by the look.
 *
 * @param place which of the decisions of this look it was, from 0; those before it had given others something already
 * @param contact as it waited
 */
public record DecisionBasis(Look look, int place, WaitingContact contact) {

    /** Codes, user names and ids, as everything that is kept with an offer. */
    JsonObjectBuilder json() {
        JsonArrayBuilder declined = NewJson.array();
        contact.excluded().stream().sorted().forEach(declined::add);
        JsonObjectBuilder json = NewJson.object()
                .add("snapshot", look.snapshot())
                .add("place", place)
                .add("contact", contact.contact().toString())
                .add("class", contact.serviceClass().key())
                .add("queued", contact.firstQueuedAt().toString())
                .add("paused", contact.paused().toString())
                .add("epoch", contact.epoch())
                .add("declined", declined);
        if (look.occupiedAt() != null) {
            json.add("occupied", look.occupiedAt().toString());
        }
        if (contact.preferred() != null) {
            json.add("knows", contact.preferred().advisor())
                    .add("knowsUntil", contact.preferred().until().toString());
        }
        return json;
    }

    /** @return empty for decisions of versions that did not keep it */
    static Optional<DecisionBasis> read(String decision) {
        try (JsonReader reader = Json.createReader(new StringReader(decision))) {
            return Optional.ofNullable(reader.readObject().getJsonObject("basis"))
                    .map(DecisionBasis::of);
        }
    }

    private static DecisionBasis of(JsonObject json) {
        Set<String> declined = json.getJsonArray("declined").getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .collect(Collectors.toUnmodifiableSet());
        return new DecisionBasis(
                new Look(json.getString("snapshot"), instant(json, "occupied")),
                json.getInt("place"),
                new WaitingContact(
                        ContactId.of(json.getString("contact")),
                        ServiceClass.of(json.getString("class")),
                        Instant.parse(json.getString("queued")),
                        Duration.parse(json.getString("paused")),
                        json.getInt("epoch"),
                        declined,
                        json.containsKey("knows")
                                ? new Preferred(json.getString("knows"), instant(json, "knowsUntil"))
                                : null));
    }

    private static Instant instant(JsonObject json, String name) {
        return json.containsKey(name) ? Instant.parse(json.getString(name)) : null;
    }
}
