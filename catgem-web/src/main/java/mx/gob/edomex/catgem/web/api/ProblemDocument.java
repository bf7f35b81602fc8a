package mx.gob.edomex.catgem.web.api;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Writes a refusal as {@code application/problem+json} (RFC 9457), whatever the client said it accepts. */
final class ProblemDocument {

    static final MediaType TYPE = new MediaType("application", "problem+json");

    private ProblemDocument() {}

    /** @param instance path of the request, without its query */
    static Response of(Refusal refusal, ApiTexts texts, String instance) {
        Response.ResponseBuilder response = Response.status(refusal.kind().status())
                .type(TYPE.withCharset("utf-8"))
                .header(HttpHeaders.CONTENT_LANGUAGE, texts.languageTag())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(text(refusal, texts, instance));
        refusal.headers().forEach(response::header);
        return response.build();
    }

    /** The document alone, for answers that do not come from a resource. */
    static String text(Refusal refusal, ApiTexts texts, String instance) {
        ProblemKind kind = refusal.kind();
        JsonObjectBuilder document = Json.createObjectBuilder()
                .add("type", kind.type())
                .add("title", texts.text("title." + kind.slug()))
                .add("status", kind.status())
                .add("detail", detail(refusal, texts))
                .add("instance", instance);
        if (refusal.rule() != null) {
            document.add("rule", refusal.rule());
        }
        if (refusal.reference() != null) {
            document.add("reference", refusal.reference());
        }
        if (!refusal.faults().isEmpty()) {
            document.add("violations", violations(refusal, texts));
        }
        return document.build().toString();
    }

    private static String detail(Refusal refusal, ApiTexts texts) {
        String general = "detail." + refusal.kind().slug();
        return refusal.rule() == null
                ? texts.text(general)
                : texts.find("rule." + refusal.rule()).orElseGet(() -> texts.text(general));
    }

    private static JsonArrayBuilder violations(Refusal refusal, ApiTexts texts) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        for (FieldFault fault : refusal.faults()) {
            list.add(Json.createObjectBuilder()
                    .add("field", fault.field())
                    .add("code", fault.code())
                    .add(
                            "message",
                            texts.text(
                                    "field." + fault.code(), fault.arguments().toArray())));
        }
        return list;
    }
}
