package mx.gob.edomex.catgem.iso;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.iso.Document.Kind;
import mx.gob.edomex.catgem.manual.ProcedureManual;
import mx.gob.edomex.catgem.manual.Signature;
import mx.gob.edomex.catgem.manual.VersionCard;
import mx.gob.edomex.catgem.manual.VersionState;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/** ISO-01, the master list: which version of which document was in force at a moment. */
@Stateless
@RolesAllowed({Roles.AUDITOR, Roles.SUPERVISOR, Roles.DIRECTION})
public class MasterList {

    // What has no documents of its own in code: the newest that had come into force, by the rule of whoever uses it.
    private static final String OTHERS =
            """
            select 'PRIVACY_NOTICE' as kind, n.version as code_version, n.language as part, n.in_force_from as since,
                   (select min(f.in_force_from) from privacy_notice f
                    where f.language = n.language and f.in_force_from > n.in_force_from) as until,
                   cast(null as text) as author, cast(null as text) as approver, n.proposal,
                   encode(sha256(convert_to(n.full_text, 'UTF8')), 'hex') as sha256,
                   (select count(*) from privacy_notice b
                    where b.language = n.language and b.in_force_from < n.in_force_from) as earlier
            from privacy_notice n
            where n.in_force_from = (select max(m.in_force_from) from privacy_notice m
                                     where m.language = n.language and m.in_force_from <= :at)
            union all
            select 'SURVEY', cast(v.number as text), '', v.in_force_from, v.in_force_to, null, null, true, '',
                   (select count(*) from survey_version b where b.in_force_from < v.in_force_from)
            from survey_version v
            where v.in_force_from <= :at and (v.in_force_to is null or v.in_force_to > :at)
            union all
            select 'ROUTING_RULES', cast(r.version as text), '', r.effective_from,
                   (select min(f.effective_from) from routing_rule f
                    where (f.effective_from, f.version) > (r.effective_from, r.version)),
                   case when r.author = 'SYSTEM' then null else r.author end, r.approved_by, r.approved_by is null,
                   encode(sha256(convert_to(cast(r.rules as text), 'UTF8')), 'hex'),
                   (select count(*) from routing_rule b
                    where (b.effective_from, b.version) < (r.effective_from, r.version))
            from (select * from routing_rule where effective_from <= :at
                  order by effective_from desc, version desc limit 1) r
            order by 1, 3
            """;

    private static final String ENTRIES =
            """
            select count(distinct e.id) as entries, max(v.published_at) as newest, count(v.id) as versions
            from knowledge_entry e join knowledge_version v on v.entry_id = e.id and v.published_at <= :at
            where e.retired_at is null or e.retired_at > :at
            """;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    ProcedureManual manual;

    /** Procedures by code, then privacy notices, routing rules, the survey and the entries. */
    public List<Document> at(Instant at, Language language) {
        List<Document> documents = new ArrayList<>(procedures(at, language));
        documents.addAll(others(at));
        documents.addAll(entries(at));
        return documents;
    }

    private List<Document> procedures(Instant at, Language language) {
        Map<String, List<VersionCard>> all = manual.all().stream()
                .filter(card -> card.state() == VersionState.IN_FORCE
                        || card.state() == VersionState.AUTHORISED
                        || card.state() == VersionState.OBSOLETE)
                .filter(card ->
                        card.inForceFrom() != null && !card.inForceFrom().isAfter(at))
                .collect(Collectors.groupingBy(VersionCard::procedure, TreeMap::new, Collectors.toList()));
        return all.values().stream()
                .map(versions -> document(
                        versions.stream()
                                .max(Comparator.comparing(VersionCard::number))
                                .orElseThrow(),
                        versions.size() - 1,
                        language))
                .filter(document -> document.until() == null || document.until().isAfter(at))
                .toList();
    }

    private static Document document(VersionCard card, int earlier, Language language) {
        return new Document(
                Kind.PROCEDURE,
                card.id(),
                card.procedure(),
                language == Language.EN ? card.nameEn() : card.nameEs(),
                Integer.toString(card.number()),
                card.inForceFrom(),
                card.inForceTo(),
                name(card.prepared()),
                name(card.reviewed()),
                name(card.authorised()),
                card.proposal(),
                card.sha256(),
                earlier);
    }

    private static String name(Signature signature) {
        return signature == null ? null : signature.name();
    }

    private List<Document> others(Instant at) {
        return Sql.on(entities, OTHERS)
                .set("at", at)
                .list(row -> new Document(
                        row.constant("kind", Kind.class),
                        null,
                        row.text("part"),
                        null,
                        row.text("code_version"),
                        row.instant("since"),
                        row.instant("until"),
                        row.text("author"),
                        null,
                        row.text("approver"),
                        row.flag("proposal"),
                        row.text("sha256"),
                        row.number("earlier")));
    }

    private List<Document> entries(Instant at) {
        return Sql.on(entities, ENTRIES)
                .set("at", at)
                .list(row -> new Document(
                        Kind.KNOWLEDGE,
                        null,
                        "",
                        null,
                        Integer.toString(row.number("entries")),
                        row.instant("newest"),
                        null,
                        null,
                        null,
                        null,
                        false,
                        "",
                        row.number("versions") - row.number("entries")));
    }
}
