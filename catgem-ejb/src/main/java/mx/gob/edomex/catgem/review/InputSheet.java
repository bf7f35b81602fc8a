package mx.gob.edomex.catgem.review;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import mx.gob.edomex.catgem.shared.NewJson;
import mx.gob.edomex.catgem.shared.Sha256;

/**
 * The inputs of a review as they stood when they were assembled. What is kept is one text, and its SHA-256 is in the
 * ledger: what is read later is read from that text, and never counted again.
 *
 * @param suggestions for improvement, as they were handed in; empty when there were none
 */
public record InputSheet(
        String review, LocalDate from, LocalDate to, Instant at, String by, List<Line> lines, String suggestions) {

    static final String FORMAT = "CATGEM-REVIEW-1";

    /** In the order in which a review goes through them. */
    public enum Section {
        INDICATORS,
        CONFORMITY,
        FINDINGS,
        AUDITS,
        VOICE,
        TRAINING,
        DECISIONS
    }

    /**
     * One figure or fact.
     *
     * @param code what it is: a measure, a deviation, the number of a decision…
     * @param text words of people that belong to it, or null
     * @param value as shown then; null where there was nothing to count over
     * @param n what it was counted over, or null
     * @param interval 95 %, in percent, or null
     * @param target in percent, or null
     */
    public record Line(
            Section section, String code, String text, String value, Long n, String interval, String target) {

        static Line count(Section section, String code, long value) {
            return new Line(section, code, null, Long.toString(value), null, null, null);
        }
    }

    public List<Line> of(Section section) {
        return lines.stream().filter(line -> line.section() == section).toList();
    }

    String text() {
        JsonArrayBuilder all = NewJson.array();
        for (Line line : lines) {
            JsonObjectBuilder one =
                    NewJson.object().add("section", line.section().name()).add("code", line.code());
            add(one, "text", line.text());
            add(one, "value", line.value());
            if (line.n() != null) {
                one.add("n", line.n());
            }
            add(one, "interval", line.interval());
            add(one, "target", line.target());
            all.add(one);
        }
        return NewJson.object()
                .add("format", FORMAT)
                .add("review", review)
                .add("from", from.toString())
                .add("to", to.toString())
                .add("at", at.toString())
                .add("by", by)
                .add("lines", all)
                .add("suggestions", suggestions)
                .build()
                .toString();
    }

    private static void add(JsonObjectBuilder object, String name, String value) {
        if (value != null) {
            object.add(name, value);
        }
    }

    static InputSheet read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject all = reader.readObject();
            return new InputSheet(
                    all.getString("review"),
                    LocalDate.parse(all.getString("from")),
                    LocalDate.parse(all.getString("to")),
                    Instant.parse(all.getString("at")),
                    all.getString("by"),
                    all.getJsonArray("lines").getValuesAs(JsonObject.class).stream()
                            .map(one -> new Line(
                                    Section.valueOf(one.getString("section")),
                                    one.getString("code"),
                                    one.getString("text", null),
                                    one.getString("value", null),
                                    one.containsKey("n")
                                            ? Long.valueOf(
                                                    one.getJsonNumber("n").longValue())
                                            : null,
                                    one.getString("interval", null),
                                    one.getString("target", null)))
                            .toList(),
                    all.getString("suggestions"));
        }
    }

    /** SHA-256 of the text in UTF-8, as 64 lower-case hexadecimal digits. */
    static String hash(String text) {
        return HexFormat.of().formatHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
