package mx.gob.edomex.catgem.manual;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.evidence.ProcedureCatalogue;
import mx.gob.edomex.catgem.evidence.ProcedureVersion;
import mx.gob.edomex.catgem.shared.Sql;

/** Reads and locks versions as documents, with the text each has at the moment. */
@ApplicationScoped
public class VersionRows {

    private static final String CARD =
            """
            select v.id, v.procedure_code, p.name_es, p.name_en, v.number, v.state, v.proposal, v.in_force_from,
                   v.in_force_to, v.sha256, v.reason, v.review_note, v.base_id,
                   v.opened_by, o.display_name as opened_name, v.opened_at,
                   v.prepared_by, e.display_name as prepared_name, v.prepared_at,
                   v.reviewed_by, r.display_name as reviewed_name, v.reviewed_at,
                   v.authorised_by, a.display_name as authorised_name, v.authorised_at,
                   coalesce(s.revision, 0) as revision, s.staff as saved_by, s.display_name as saved_name, s.saved_at,
                   (select string_agg(distinct d.staff, ',') from procedure_draft_revision d where d.version_id = v.id)
                     as authors
            from procedure_version v
            join procedure p on p.code = v.procedure_code
            left join app_user o on o.username = v.opened_by
            left join app_user e on e.username = v.prepared_by
            left join app_user r on r.username = v.reviewed_by
            left join app_user a on a.username = v.authorised_by
            left join lateral (select d.revision, d.staff, u.display_name, d.saved_at
                               from procedure_draft_revision d join app_user u on u.username = d.staff
                               where d.version_id = v.id order by d.revision desc limit 1) s on true
            """;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    ProcedureCatalogue catalogue;

    Optional<VersionCard> find(UUID id) {
        return Sql.on(entities, CARD + " where v.id = :id").set("id", id).first(VersionRows::read);
    }

    /** @throws VersionUnknown when there is none */
    VersionCard one(UUID id) {
        return find(id).orElseThrow(VersionUnknown::new);
    }

    /** Every version of every procedure, the newest of each first. */
    List<VersionCard> all() {
        return Sql.on(entities, CARD + " order by v.procedure_code, v.number desc")
                .list(VersionRows::read);
    }

    List<VersionCard> of(String procedure) {
        return Sql.on(entities, CARD + " where v.procedure_code = :procedure order by v.number desc")
                .set("procedure", procedure)
                .list(VersionRows::read);
    }

    /**
     * The version, held until the transaction ends.
     *
     * @throws VersionUnknown when there is none
     * @throws VersionNotInState when it is in none of the states
     */
    VersionCard locked(UUID id, VersionState... states) {
        if (!Sql.on(entities, "select id from procedure_version where id = :id for update")
                .set("id", id)
                .exists()) {
            throw new VersionUnknown();
        }
        VersionCard version = one(id);
        if (!List.of(states).contains(version.state())) {
            throw new VersionNotInState();
        }
        return version;
    }

    /** What it says: the latest saved text of a draft, the signed rows of any other. */
    ProcedureText text(VersionCard version) {
        if (version.revision() > 0
                && (version.state() == VersionState.DRAFT || version.state() == VersionState.ABANDONED)) {
            return revision(version.id(), version.revision());
        }
        ProcedureVersion rows = catalogue.find(version.id()).orElseThrow(VersionUnknown::new);
        return ProcedureText.of(
                rows,
                rows.sections().isEmpty() ? ProposedSections.of(version.procedure()) : rows.sections(),
                version.reason());
    }

    /** @throws VersionUnknown when there is no such revision of it */
    ProcedureText revision(UUID id, int revision) {
        return Sql.on(
                        entities,
                        """
                        select cast(content as text) as content from procedure_draft_revision
                        where version_id = :id and revision = :revision
                        """)
                .set("id", id)
                .set("revision", revision)
                .first(row -> TextLines.read(row.text("content")))
                .orElseThrow(VersionUnknown::new);
    }

    void save(UUID id, int revision, ProcedureText text, String staff, Instant at) {
        Sql.on(
                        entities,
                        """
                        insert into procedure_draft_revision (version_id, revision, content, staff, saved_at)
                        values (:id, :revision, cast(:content as jsonb), :staff, :at)
                        """)
                .set("id", id)
                .set("revision", revision)
                .set("content", TextLines.json(text))
                .set("staff", staff)
                .set("at", at)
                .update();
    }

    /** What the text is looked at with, of the centre as it is. */
    TextContext context(VersionCard version) {
        Set<String> roles = new HashSet<>(Sql.on(
                        entities,
                        "select distinct r.role from user_role r join app_user u on u.username = r.username where u.enabled")
                .list(row -> row.text("role")));
        roles.add("system");
        VersionCard base = version.base() == null ? version : one(version.base());
        return new TextContext(version.procedure(), roles, evidence(), outcomes(), text(base));
    }

    /** Types of evidence that a step can ask for. */
    Set<String> evidence() {
        return Set.copyOf(Sql.on(
                        entities,
                        """
                        select evidence from evidence_demand
                        union select evidence from procedure_step where evidence is not null
                        """)
                .list(row -> row.text("evidence")));
    }

    /** What an execution can end with. */
    Set<String> outcomes() {
        return Set.copyOf(Sql.on(
                        entities,
                        """
                        select outcome from early_exit_step
                        union select mandatory_for from procedure_step where mandatory_for is not null
                        union select 'RESOLVED'
                        """)
                .list(row -> row.text("outcome")));
    }

    private static Signature signature(Sql.Row row, String act) {
        String staff = row.text(act + "_by");
        return staff == null ? null : new Signature(staff, row.text(act + "_name"), row.instant(act + "_at"));
    }

    private static VersionCard read(Sql.Row row) {
        String authors = row.text("authors");
        byte[] hash = row.bytes("sha256");
        return new VersionCard(
                row.uuid("id"),
                row.text("procedure_code"),
                row.text("name_es"),
                row.text("name_en"),
                row.number("number"),
                row.constant("state", VersionState.class),
                row.flag("proposal"),
                row.instant("in_force_from"),
                row.instant("in_force_to"),
                hash == null ? "" : HexFormat.of().formatHex(hash),
                row.text("reason"),
                row.text("review_note"),
                row.uuid("base_id"),
                signature(row, "opened"),
                signature(row, "prepared"),
                signature(row, "reviewed"),
                signature(row, "authorised"),
                signature(row, "saved"),
                authors == null
                        ? Set.of()
                        : Arrays.stream(authors.split(",", -1)).collect(Collectors.toUnmodifiableSet()),
                row.number("revision"));
    }
}
