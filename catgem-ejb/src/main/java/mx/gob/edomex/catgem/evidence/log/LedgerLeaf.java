package mx.gob.edomex.catgem.evidence.log;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import mx.gob.edomex.catgem.evidence.CanonicalJson;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * A row of the ledger as a leaf of the log: RFC 8785 canonical JSON of its columns, those without a value left out. The
 * ledger holds codes, ids and times, so nothing of what a citizen said or is gets in.
 *
 * @param subject contact or execution it belongs to, or null
 * @param text without the position, which is not known until it is sequenced
 */
record LedgerLeaf(long event, UUID subject, Map<String, Object> text) {

    /** What {@link #of} reads; the ledger is {@code e}, and the version of the procedure {@code v} by a left join. */
    static final String COLUMNS =
            """
            e.id, e.kind, e.code, e.contact_id, e.leg, e.execution_id, e.k, e.step_code, e.step_kind, e.version_id,
            v.sha256 as procedure_sha256, e.state_from, e.state_to, e.staff, e.role, e.on_behalf_of, e.station,
            e.source, e.basis, e.outcome, e.reason, e.corrects, cast(e.refs as text) as refs, e.at, e.app_clock,
            e.recorded_at, e.commitment
            """;

    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    static LedgerLeaf of(Sql.Row row) {
        Map<String, Object> text = new LinkedHashMap<>();
        put(text, "event", row.big("id"));
        put(text, "kind", row.text("kind"));
        put(text, "code", row.text("code"));
        put(text, "contact", id(row.uuid("contact_id")));
        put(text, "leg", row.numberOrNull("leg"));
        put(text, "execution", id(row.uuid("execution_id")));
        put(text, "k", row.numberOrNull("k"));
        put(text, "step", row.text("step_code"));
        put(text, "stepKind", row.text("step_kind"));
        put(text, "version", id(row.uuid("version_id")));
        put(text, "procedure", hex(row.bytes("procedure_sha256")));
        put(text, "from", row.text("state_from"));
        put(text, "to", row.text("state_to"));
        put(text, "staff", row.text("staff"));
        put(text, "role", row.text("role"));
        put(text, "onBehalfOf", row.text("on_behalf_of"));
        put(text, "station", row.text("station"));
        put(text, "source", row.text("source"));
        put(text, "basis", row.text("basis"));
        put(text, "outcome", row.text("outcome"));
        put(text, "reason", row.text("reason"));
        put(text, "corrects", row.bigOrNull("corrects"));
        put(text, "refs", refs(row.text("refs")));
        put(text, "at", micros(row.instant("at")));
        put(text, "appClock", micros(row.instant("app_clock")));
        put(text, "recordedAt", micros(row.instant("recorded_at")));
        put(text, "commitment", hex(row.bytes("commitment")));
        UUID contact = row.uuid("contact_id");
        return new LedgerLeaf(row.big("id"), contact == null ? row.uuid("execution_id") : contact, text);
    }

    /** Whether the text it was done under has no hash yet, without which the leaf would not name it. */
    boolean lacksItsProcedure() {
        return text.containsKey("version") && !text.containsKey("procedure");
    }

    /** @param n position among the leaves of its subject, from 1; null when it has none */
    String canonical(Integer n) {
        Map<String, Object> whole = new LinkedHashMap<>(text);
        put(whole, "n", n);
        return CanonicalJson.of(whole);
    }

    byte[] hash(Integer n) {
        return TreeHash.leaf(canonical(n).getBytes(StandardCharsets.UTF_8));
    }

    private static void put(Map<String, Object> text, String name, Object value) {
        if (value != null) {
            text.put(name, value);
        }
    }

    private static String id(UUID id) {
        return id == null ? null : id.toString();
    }

    private static String hex(byte[] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }

    static String micros(Instant instant) {
        return MICROS.format(instant);
    }

    private static Map<String, Object> refs(String json) {
        if (json == null) {
            return null;
        }
        try (JsonReader reader = READERS.createReader(new StringReader(json))) {
            Map<String, Object> refs = new LinkedHashMap<>();
            reader.readObject().forEach((name, value) -> refs.put(name, plain(value)));
            return refs;
        }
    }

    /** Codes, ids and whole numbers; whatever else a migration may have put there stands as its own JSON text. */
    private static Object plain(JsonValue value) {
        if (value instanceof JsonString string) {
            return string.getString();
        } else if (value instanceof JsonNumber number
                && number.isIntegral()
                && number.bigIntegerValue().abs().bitLength() < 53) {
            return number.longValue();
        }
        return switch (value.getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            case NULL -> null;
            default -> value.toString();
        };
    }
}
