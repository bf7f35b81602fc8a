package mx.gob.edomex.catgem.web.api;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Reads a JSON object strictly: UTF-8 (RFC 8259), no duplicate names, never more than the limit. */
final class JsonBody {

    /** Largest body, in bytes: the longest text in four-byte characters, and room for the rest. */
    static final int LARGEST = 64 * 1024;

    private static final JsonReaderFactory READERS =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private JsonBody() {}

    /** @throws Refusal when the body is too large, not JSON, or no object */
    static JsonObject read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw Refusal.of(ProblemKind.TOO_LARGE);
        }
        try {
            String text = decode(bytes);
            requireOneObject(text);
            try (JsonReader reader = READERS.createReader(new StringReader(text))) {
                return reader.readObject();
            }
        } catch (JsonParsingException e) {
            throw Refusal.malformedAt(
                    e.getLocation().getLineNumber(), e.getLocation().getColumnNumber());
        } catch (Refusal e) {
            throw e;
        } catch (CharacterCodingException | RuntimeException e) { // the parser tells too great a depth by any exception
            throw Refusal.of(ProblemKind.MALFORMED_JSON);
        }
    }

    /** The reader itself stops behind the first value, whatever follows; and skipObject() never returns at a sudden end. */
    private static void requireOneObject(String text) {
        try (JsonParser parser = Json.createParser(new StringReader(text))) {
            if (parser.next() != JsonParser.Event.START_OBJECT) {
                throw Refusal.malformedAt(1, 1);
            }
            while (parser.hasNext()) {
                parser.next(); // throws at a second value
            }
        }
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
