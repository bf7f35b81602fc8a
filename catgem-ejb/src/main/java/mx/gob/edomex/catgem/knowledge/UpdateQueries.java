package mx.gob.edomex.catgem.knowledge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.Checklist;
import mx.gob.edomex.catgem.evidence.StepRecorder;
import mx.gob.edomex.catgem.knowledge.UpdateRows.Revision;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.PersonalData;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/** Updates as officers see them, with the clock of indicator 2 read from the step events. */
@Stateless
@RolesAllowed({Roles.INFORMATION, Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR})
public class UpdateQueries {

    // The clock runs from the first registered document to publication; the limit is the procedure's own.
    private static final String LINES =
            """
            select u.id, u.kind, u.state, e.code, coalesce(r.text ->> 'TITLE_ES', u.base ->> 'TITLE_ES', '') as title,
                   o.display_name as opened_by, u.opened_at, w.display_name as edited_by, r.at as edited_at,
                   s.display_name as submitted_by,
                   (select min(ev.at) from event ev
                    where ev.execution_id = u.id and ev.code = 'DOCUMENT' and ev.step_kind = 'END') as clock_from,
                   (select min(ev.at) from event ev
                    where ev.execution_id = u.id and ev.code = 'PUBLISH' and ev.step_kind = 'END') as clock_until,
                   coalesce((select ps.limit_seconds from execution x
                             join procedure_step ps on ps.version_id = x.procedure_version_id and ps.act = 'PUBLISH'
                             where x.id = u.id), 120) as limit_seconds
            from knowledge_update u
            join app_user o on o.username = u.opened_by
            left join app_user s on s.username = u.submitted_by
            left join knowledge_entry e on e.id = u.entry_id
            join lateral (select staff, at, text from knowledge_revision
                          where update_id = u.id order by number desc limit 1) r on true
            join app_user w on w.username = r.staff
            """;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    UpdateRows rows;

    @Inject
    Checklist checklist;

    @Inject
    StepRecorder steps;

    @Inject
    PersonalData personalData;

    @Inject
    CurrentStaff staff;

    /** Drafts and texts handed in: running clocks first, then by age. */
    public List<UpdateLine> open() {
        return Sql.on(
                        entities,
                        LINES + " where u.state in ('DRAFT', 'IN_REVIEW') order by clock_from nulls last, u.opened_at")
                .list(UpdateQueries::line);
    }

    /** What was published from {@code from} on and before {@code until}, newest first: the cases of indicator 2. */
    public List<UpdateLine> published(Instant from, Instant until) {
        return Sql.on(
                        entities,
                        LINES
                                + """
                                where exists (select 1 from event p where p.execution_id = u.id and p.code = 'PUBLISH'
                                              and p.step_kind = 'END' and p.at >= :from and p.at < :until)
                                order by clock_until desc
                                """)
                .set("from", from)
                .set("until", until)
                .list(UpdateQueries::line);
    }

    /** @throws UpdateUnknown when there is none */
    public UpdateCard card(UpdateId id, Language language) {
        UpdateLine line = Sql.on(entities, LINES + " where u.id = :id")
                .set("id", id.value())
                .first(UpdateQueries::line)
                .orElseThrow(() -> new UpdateUnknown(id.toString()));
        Revision head = rows.head(id);
        List<String> authors = rows.authors(id);
        return Sql.on(entities, "select review_note, cast(base as text) as base from knowledge_update where id = :id")
                .set("id", id.value())
                .first(row -> new UpdateCard(
                        line,
                        row.text("review_note"),
                        head.number(),
                        head.text(),
                        EntryText.parse(row.text("base")),
                        aside(id),
                        line.kind() == UpdateKind.RETIRE ? List.of() : Completeness.missing(head.text()),
                        names(authors),
                        authors.contains(staff.username()),
                        steps.isDone(id.execution(), Act.VALIDATE_SOURCE),
                        documents(id.value()),
                        checklist.of(id.execution(), language)))
                .orElseThrow();
    }

    private UpdateCard.Aside aside(UpdateId id) {
        return Sql.on(
                        entities,
                        """
                        select cast(base as text) as base, cast(text as text) as text, at from knowledge_aside
                        where update_id = :id and staff = :staff
                        """)
                .set("id", id.value())
                .set("staff", staff.username())
                .first(row -> new UpdateCard.Aside(
                        EntryText.parse(row.text("base")), EntryText.parse(row.text("text")), row.instant("at")))
                .orElse(null);
    }

    private List<String> names(List<String> usernames) {
        return usernames.stream()
                .map(name -> Sql.on(entities, "select display_name from app_user where username = :name")
                        .set("name", name)
                        .first(row -> row.text("display_name"))
                        .orElse(name))
                .toList();
    }

    private List<UpdateCard.DocumentLine> documents(UUID update) {
        return Sql.on(
                        entities,
                        """
                        select d.id, d.subject_id, d.name_sealed, d.reference, d.media_type, d.size_bytes, d.sha256,
                               u.display_name, d.at
                        from supporting_document d join app_user u on u.username = d.staff
                        where d.update_id = :id order by d.at
                        """)
                .set("id", update)
                .list(row -> new UpdateCard.DocumentLine(
                        row.uuid("id"),
                        personalData
                                .openText(row.subject("subject_id"), row.bytes("name_sealed"))
                                .orElse("?"),
                        row.text("reference"),
                        row.text("media_type"),
                        row.number("size_bytes"),
                        HexFormat.of().formatHex(row.bytes("sha256")),
                        row.text("display_name"),
                        row.instant("at")));
    }

    private static UpdateLine line(Sql.Row row) {
        return new UpdateLine(
                row.uuid("id"),
                row.constant("kind", UpdateKind.class),
                row.constant("state", UpdateState.class),
                row.text("code"),
                row.text("title"),
                row.text("opened_by"),
                row.instant("opened_at"),
                row.text("edited_by"),
                row.instant("edited_at"),
                row.text("submitted_by"),
                new UpdateCard.Clock(
                        row.instant("clock_from"),
                        row.instant("clock_until"),
                        Duration.ofSeconds(row.number("limit_seconds"))));
    }
}
