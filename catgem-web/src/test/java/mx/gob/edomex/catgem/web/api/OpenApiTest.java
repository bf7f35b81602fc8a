package mx.gob.edomex.catgem.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.contact.ContactState;
import mx.gob.edomex.catgem.contact.PublicFolios;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.workforce.Presence;
import org.junit.jupiter.api.Test;

/** The description says what the code does: same paths, same fields, same names. */
class OpenApiTest {

    private final JsonObject document = read();

    @Test
    void everyResourceIsDescribedAndNothingElse() {
        assertThat(described()).isEqualTo(implemented());
    }

    @Test
    void answersHaveTheFieldsDescribed() {
        Map<String, Class<?>> answers = Map.ofEntries(
                Map.entry("ContactReference", ContactReference.class),
                Map.entry("ContactSummary", ContactSummary.class),
                Map.entry("ContactPage", ContactsResource.Page.class),
                Map.entry("ContactDetail", ContactDetail.class),
                Map.entry("Clocks", ContactDetail.Clocks.class),
                Map.entry("Procedure", ContactDetail.Procedure.class),
                Map.entry("Leg", ContactDetail.Leg.class),
                Map.entry("Step", ContactDetail.Step.class),
                Map.entry("Queue", QueueResource.Queue.class),
                Map.entry("ServiceClass", QueueResource.ServiceClass.class),
                Map.entry("Desk", DeskDocument.class),
                Map.entry("DeskState", DeskDocument.State.class),
                Map.entry("DeskOffer", DeskDocument.Offer.class),
                Map.entry("DeskContact", DeskDocument.Contact.class),
                Map.entry("DeskCall", DeskDocument.Call.class),
                Map.entry("DeskOpenContact", DeskDocument.Open.class),
                Map.entry("DeskMessage", DeskDocument.Message.class),
                Map.entry("DeskStep", DeskDocument.Step.class),
                Map.entry("FigureDocument", FigureDocument.class),
                Map.entry("FigureLine", FigureDocument.Line.class),
                Map.entry("FigureValue", FigureDocument.Value.class),
                Map.entry("FigureUpdates", FigureDocument.Updates.class),
                Map.entry("FigureDefinition", FigureDocument.Definition.class),
                Map.entry("Health", HealthResource.Health.class),
                Map.entry("FolioState", PublicFolioResource.FolioState.class));

        answers.forEach((schema, type) -> assertThat(properties(schema))
                .as(schema)
                .isEqualTo(Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.toSet())));
    }

    @Test
    void theBodyAndTheQueryTakeTheFieldsDescribed() {
        assertThat(properties("NewContact")).isEqualTo(ContactForm.FIELDS);
        assertThat(properties("Citizen")).isEqualTo(ContactForm.CITIZEN_FIELDS);
        assertThat(properties("Callback")).isEqualTo(WindowForm.FIELDS);
        assertThat(properties("NewState")).isEqualTo(DeskForm.State.FIELDS);
        assertThat(properties("Rejection")).isEqualTo(DeskForm.Reject.FIELDS);
        assertThat(properties("NewMessage")).isEqualTo(DeskForm.Message.FIELDS);
        assertThat(properties("NewStep")).isEqualTo(DeskForm.Step.FIELDS);
        assertThat(properties("NewDisposition")).isEqualTo(DeskForm.Disposition.FIELDS);
        assertThat(properties("CallSaid")).isEqualTo(DeskForm.CallSaid.FIELDS);
        assertThat(properties("NewMail")).isEqualTo(DeskForm.Mail.FIELDS);
        assertThat(properties("NewTransfer")).isEqualTo(DeskForm.Transfer.FIELDS);
        assertThat(properties("Closing")).isEqualTo(DeskForm.Close.FIELDS);
        assertThat(document
                        .getJsonObject("paths")
                        .getJsonObject("/contacts")
                        .getJsonObject("get")
                        .getJsonArray("parameters")
                        .getValuesAs(JsonObject.class)
                        .stream()
                        .map(parameter -> parameter.getString("name"))
                        .collect(Collectors.toSet()))
                .isEqualTo(ContactSelection.PARAMETERS);
    }

    @Test
    void namesOfEnumsAreThoseOfTheCode() {
        assertThat(choices("Channel")).isEqualTo(names(Channel.values()));
        assertThat(choices("Language")).isEqualTo(names(Language.values()));
        assertThat(choices("Priority")).isEqualTo(names(Priority.values()));
        assertThat(choices("ContactState")).isEqualTo(names(ContactState.values()));
        assertThat(choices("Presence")).isEqualTo(names(Presence.values()));
        assertThat(schema("FolioState")
                        .getJsonObject("properties")
                        .getJsonObject("state")
                        .getJsonArray("enum")
                        .getValuesAs(JsonString::getString))
                .containsExactlyElementsOf(names(PublicFolios.State.values()));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        Set<String> targets = new TreeSet<>();
        references(document, targets);

        assertThat(targets).hasSizeGreaterThan(20);
        assertThat(targets)
                .allMatch(target -> Json.createPointer(target.substring(1)).containsValue(document));
    }

    private Set<String> described() {
        Set<String> found = new TreeSet<>();
        document.getJsonObject("paths").forEach((path, item) -> item.asJsonObject()
                .keySet()
                .forEach(method -> found.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        return found;
    }

    private static Set<String> implemented() {
        Set<String> found = new TreeSet<>();
        for (Class<?> type : new ApiApplication().getClasses()) {
            Path root = type.getAnnotation(Path.class);
            if (root != null) {
                for (Method method : type.getDeclaredMethods()) {
                    verbs(method).forEach(verb -> found.add(verb + " /" + root.value() + rest(method)));
                }
            }
        }
        return found;
    }

    private static Stream<String> verbs(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value());
    }

    private static String rest(Method method) {
        Path path = method.getAnnotation(Path.class);
        return path == null ? "" : "/" + path.value().replaceAll("\\{(\\w+):.*}$", "{$1}");
    }

    private JsonObject schema(String name) {
        return document.getJsonObject("components").getJsonObject("schemas").getJsonObject(name);
    }

    private Set<String> properties(String schema) {
        return schema(schema).getJsonObject("properties").keySet();
    }

    private List<String> choices(String schema) {
        return schema(schema).getJsonArray("enum").getValuesAs(JsonString::getString);
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    private static void references(JsonValue value, Set<String> targets) {
        if (value instanceof JsonObject object) {
            object.forEach((name, inner) -> {
                if ("$ref".equals(name)) {
                    targets.add(((JsonString) inner).getString());
                } else {
                    references(inner, targets);
                }
            });
        } else if (value.getValueType() == JsonValue.ValueType.ARRAY) {
            value.asJsonArray().forEach(inner -> references(inner, targets));
        }
    }

    private static JsonObject read() {
        InputStream in = OpenApiResource.class.getResourceAsStream("openapi.json");
        try (JsonReader reader = Json.createReader(in)) {
            return reader.readObject();
        }
    }
}
