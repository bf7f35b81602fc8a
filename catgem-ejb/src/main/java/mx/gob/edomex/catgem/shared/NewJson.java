package mx.gob.edomex.catgem.shared;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;

/**
 * Begins JSON documents. The standard's own {@code Json.createObjectBuilder()} looks for its provider in every archive of
 * the class path at each call; where ten thousand are made a minute that is most of what they cost.
 */
public final class NewJson {

    private static final JsonBuilderFactory FACTORY = Json.createBuilderFactory(Map.of());

    private NewJson() {}

    public static JsonObjectBuilder object() {
        return FACTORY.createObjectBuilder();
    }

    public static JsonArrayBuilder array() {
        return FACTORY.createArrayBuilder();
    }
}
