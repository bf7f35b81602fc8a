package mx.gob.edomex.catgem.web.chat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Optional;
import mx.gob.edomex.catgem.channel.chat.ChatMessage;
import mx.gob.edomex.catgem.channel.chat.ChatReceipt;
import mx.gob.edomex.catgem.channel.chat.ChatView;

/** The words of the chat's protocol, the same on the socket and over HTTP. */
final class ChatJson {

    private ChatJson() {}

    /** The object, or empty when the text is none. */
    static Optional<JsonObject> read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return Optional.of(reader.readObject());
        } catch (JsonException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    static String text(JsonObject object, String name) {
        return object.get(name) instanceof JsonString text ? text.getString() : null;
    }

    static JsonObject view(ChatView view) {
        JsonArrayBuilder messages = Json.createArrayBuilder();
        view.messages().forEach(message -> messages.add(message(message)));
        return frame("view")
                .add("mark", mark(view))
                .add("language", view.language().name())
                .add("phase", view.phase().name())
                .add("band", value(view.band() == null ? null : view.band().name()))
                .add("advisor", value(view.advisor()))
                .add("folio", value(view.folio()))
                .add(
                        "endedBy",
                        value(view.endedBy() == null ? null : view.endedBy().name()))
                .add("transcriptAsked", view.transcriptAsked())
                .add("callback", callback(view))
                .add("messages", messages)
                .build();
    }

    private static JsonValue callback(ChatView view) {
        return view.callback() == null
                ? JsonValue.NULL
                : Json.createObjectBuilder()
                        .add("from", view.callback().window().from().toString())
                        .add("to", view.callback().window().to().toString())
                        .add("zone", view.callback().window().zone().getId())
                        .add("number", view.callback().number())
                        .add("pending", view.callback().pending())
                        .build();
    }

    /** Differs when the state around the messages does: a reader that shows it lacks nothing. */
    static String mark(ChatView view) {
        return String.join(
                ".",
                view.phase().name(),
                String.valueOf(view.band()),
                String.valueOf(view.advisor()),
                String.valueOf(view.folio()),
                String.valueOf(view.transcriptAsked()));
    }

    static JsonObject receipt(ChatReceipt receipt) {
        return frame("ack")
                .add("id", receipt.clientId())
                .add("seq", receipt.seq())
                .add("at", receipt.at().toString())
                .build();
    }

    /** @param id the message refused, or null */
    static JsonObject refusal(String id, String code) {
        return frame("refused").add("id", value(id)).add("code", code).build();
    }

    static JsonObject sign(String type) {
        return frame(type).build();
    }

    private static JsonObject message(ChatMessage message) {
        JsonArrayBuilder files = Json.createArrayBuilder();
        message.files()
                .forEach(file -> files.add(Json.createObjectBuilder()
                        .add("id", file.id().toString())
                        .add("name", file.name())
                        .add("type", file.mediaType())
                        .add("size", file.sizeBytes())));
        return Json.createObjectBuilder()
                .add("seq", message.seq())
                .add("author", message.author().name())
                .add("name", value(message.name()))
                .add("id", value(message.clientId()))
                .add("text", message.text())
                .add("at", message.at().toString())
                .add("files", files)
                .build();
    }

    private static JsonObjectBuilder frame(String type) {
        return Json.createObjectBuilder().add("t", type);
    }

    static JsonValue value(Object text) {
        return text == null ? JsonValue.NULL : Json.createValue(text.toString());
    }
}
