package mx.gob.edomex.catgem.evidence;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import mx.gob.edomex.catgem.evidence.ProcedureVersion.Precedence;
import mx.gob.edomex.catgem.evidence.ProcedureVersion.ProcedureStep;
import mx.gob.edomex.catgem.shared.Sql;

/** Reads the manual of procedures: which versions exist and what each one says. Holds nothing personal. */
@Stateless
@PermitAll
public class ProcedureCatalogue {

    private static final String VERSION =
            """
            select v.id, v.procedure_code, p.name_es, p.name_en, v.number, v.state, v.proposal, v.in_force_from,
                   v.in_force_to, v.sha256, cast(v.sections as text) as sections
            from procedure_version v join procedure p on p.code = v.procedure_code
            """;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    /** The version a contact that begins now would be pinned to. */
    public Optional<ProcedureVersion> inForce(String procedure) {
        return Sql.on(
                        entities,
                        VERSION
                                + """
                                   where v.procedure_code = :procedure and (v.state = 'IN_FORCE'
                                     or (v.state = 'AUTHORISED' and v.in_force_from <= now()))
                                   order by v.number desc limit 1
                                  """)
                .set("procedure", procedure)
                .first(this::read);
    }

    public Optional<ProcedureVersion> find(UUID version) {
        return Sql.on(entities, VERSION + " where v.id = :id")
                .set("id", version)
                .first(this::read);
    }

    /** Every version of every procedure, newest first within a procedure. */
    public List<ProcedureVersion> all() {
        return Sql.on(entities, VERSION + " order by v.procedure_code, v.number desc")
                .list(this::read);
    }

    private ProcedureVersion read(Sql.Row row) {
        UUID id = row.uuid("id");
        byte[] hash = row.bytes("sha256");
        return new ProcedureVersion(
                id,
                row.text("procedure_code"),
                row.text("name_es"),
                row.text("name_en"),
                row.number("number"),
                row.text("state"),
                row.flag("proposal"),
                row.instant("in_force_from"),
                row.instant("in_force_to"),
                hash == null ? null : HexFormat.of().formatHex(hash),
                steps(id),
                precedences(id),
                earlyExits(id),
                sections(row.text("sections")));
    }

    private static Map<String, String> sections(String json) {
        Map<String, String> sections = new TreeMap<>();
        if (json != null) {
            try (JsonReader reader = Json.createReader(new StringReader(json))) {
                JsonObject object = reader.readObject();
                object.keySet().forEach(name -> sections.put(name, object.getString(name)));
            }
        }
        return sections;
    }

    private List<ProcedureStep> steps(UUID version) {
        return Sql.on(
                        entities,
                        """
                        select code, act, ordinal, name_es, name_en, role, mandatory, repeats, limit_seconds, evidence,
                               declarable, mandatory_for
                        from procedure_step where version_id = :version order by ordinal, code
                        """)
                .set("version", version)
                .list(row -> new ProcedureStep(
                        row.text("code"),
                        row.constant("act", Act.class),
                        row.number("ordinal"),
                        row.text("name_es"),
                        row.text("name_en"),
                        row.text("role"),
                        row.flag("mandatory"),
                        row.flag("repeats"),
                        row.numberOrNull("limit_seconds"),
                        row.text("evidence"),
                        row.flag("declarable"),
                        row.text("mandatory_for")));
    }

    private List<Precedence> precedences(UUID version) {
        return Sql.on(
                        entities,
                        """
                        select before_code, after_code from step_precedence where version_id = :version
                        order by before_code, after_code
                        """)
                .set("version", version)
                .list(row -> new Precedence(row.text("before_code"), row.text("after_code")));
    }

    private Map<String, List<String>> earlyExits(UUID version) {
        Map<String, List<String>> exits = new TreeMap<>();
        Sql.on(
                        entities,
                        """
                        select outcome, cast(string_agg(step_code, ',' order by step_code) as text) as codes
                        from early_exit_step where version_id = :version group by outcome
                        """)
                .set("version", version)
                .list(row ->
                        Map.entry(row.text("outcome"), List.of(row.text("codes").split(","))))
                .forEach(exit -> exits.put(exit.getKey(), exit.getValue()));
        return exits;
    }
}
