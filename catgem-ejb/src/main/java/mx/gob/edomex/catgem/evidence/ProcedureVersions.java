package mx.gob.edomex.catgem.evidence;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mx.gob.edomex.catgem.evidence.ProcedureVersion.Precedence;
import mx.gob.edomex.catgem.evidence.ProcedureVersion.ProcedureStep;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * Seals the text of procedure versions: canonical JSON (RFC 8785) and its SHA-256, written once, so that anybody can
 * later check that a contact was attended under this very text. Versions that a migration brought are sealed at start.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@PermitAll
public class ProcedureVersions {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    ProcedureCatalogue catalogue;

    @PostConstruct
    void start() {
        sealAll();
    }

    /** @return how many versions got their text; another node may have been faster */
    public int sealAll() {
        List<UUID> open = Sql.on(
                        entities,
                        """
                        select id from procedure_version where canonical_json is null
                          and state in ('AUTHORISED', 'IN_FORCE', 'OBSOLETE')
                        """)
                .list(row -> row.uuid("id"));
        return open.stream().mapToInt(this::seal).sum();
    }

    /** Whether the rows still say what was sealed, and the hash is the hash of the text. */
    public boolean isIntact(UUID version) {
        String text = textOf(version);
        return Sql.on(
                        entities,
                        """
                        select 1 from procedure_version where id = :id and canonical_json = :text and sha256 = :hash
                        """)
                .set("id", version)
                .set("text", text)
                .set("hash", CanonicalJson.sha256(text))
                .exists();
    }

    private int seal(UUID version) {
        String text = textOf(version);
        return Sql.on(
                        entities,
                        """
                        update procedure_version set canonical_json = :text, sha256 = :hash
                        where id = :id and canonical_json is null
                        """)
                .set("id", version)
                .set("text", text)
                .set("hash", CanonicalJson.sha256(text))
                .update();
    }

    /** What is or would be sealed: the content; state, people and dates of force change later and stay outside. */
    @Lock(LockType.READ)
    public String textOf(UUID version) {
        ProcedureVersion read = catalogue.find(version).orElseThrow();
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("procedure", read.procedure());
        text.put("number", read.number());
        text.put("nameEs", read.nameEs());
        text.put("nameEn", read.nameEn());
        text.put("steps", read.steps().stream().map(ProcedureVersions::step).toList());
        text.put(
                "precedences",
                read.precedences().stream().map(ProcedureVersions::precedence).toList());
        text.put("earlyExits", read.earlyExits());
        if (!read.sections().isEmpty()) {
            text.put("sections", read.sections());
        }
        return CanonicalJson.of(text);
    }

    private static Map<String, Object> step(ProcedureStep step) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("code", step.code());
        text.put("act", step.act().name());
        text.put("ordinal", step.ordinal());
        text.put("nameEs", step.nameEs());
        text.put("nameEn", step.nameEn());
        text.put("role", step.role());
        text.put("mandatory", step.mandatory());
        text.put("repeats", step.repeats());
        text.put("limitSeconds", step.limitSeconds());
        text.put("evidence", step.evidence());
        text.put("declarable", step.declarable());
        text.put("mandatoryFor", step.mandatoryFor());
        return text;
    }

    private static Map<String, Object> precedence(Precedence precedence) {
        return Map.of("before", precedence.before(), "after", precedence.after());
    }
}
