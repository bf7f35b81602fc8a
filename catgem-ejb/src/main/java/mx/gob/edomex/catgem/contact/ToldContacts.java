package mx.gob.edomex.catgem.contact;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.export.Export;
import mx.gob.edomex.catgem.export.ExportFile;
import mx.gob.edomex.catgem.export.ExportFormat;
import mx.gob.edomex.catgem.export.Exports;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * Who was told a version of an entry: the contacts whose consultation step refers to it. Masked for everybody: folio,
 * times and channel, nothing of the citizen.
 */
@Stateless
@RolesAllowed({Roles.INFORMATION, Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR})
public class ToldContacts {

    private static final int MOST = 10_000;

    private static final String TOLD =
            """
            select c.folio, c.channel, c.topic, c.language, min(ev.at) as told_at, c.delivered_at, c.outcome,
                   (select u.display_name from app_user u where u.username = max(ev.staff)) as advisor
            from event ev join contact c on c.id = ev.contact_id
            where ev.code = 'CONSULT' and ev.refs ->> 'knowledgeVersion' = :version
            group by c.id order by told_at desc limit :limit
            """;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Exports exports;

    @Inject
    CurrentStaff staff;

    /** A contact in which the version was consulted; {@code deliveredAt} is null when no answer went out. */
    public record Told(
            String folio,
            Channel channel,
            String topic,
            Language language,
            Instant toldAt,
            Instant deliveredAt,
            String outcome,
            String advisor) {}

    /**
     * A version that was consulted in a contact, the first time that it was.
     *
     * @param status of the version today: {@code PUBLISHED, SUPERSEDED, WITHDRAWN}
     */
    public record Consulted(
            UUID version,
            String entry,
            Language language,
            int number,
            String title,
            String status,
            Instant publishedAt,
            Instant at,
            String advisor) {}

    /** What a contact's answers stood on, in the order of looking. */
    public List<Consulted> consultedIn(Folio folio) {
        return Sql.on(
                        entities,
                        """
                        select v.id, e.code, v.language, v.number, v.title, v.status, v.published_at, min(ev.at) as at,
                               (select u.display_name from app_user u where u.username = max(ev.staff)) as advisor
                        from event ev join contact c on c.id = ev.contact_id
                        join knowledge_version v on cast(v.id as text) = ev.refs ->> 'knowledgeVersion'
                        join knowledge_entry e on e.id = v.entry_id
                        where c.folio = :folio and ev.code = 'CONSULT'
                        group by v.id, e.code order by at, e.code
                        """)
                .set("folio", folio)
                .list(row -> new Consulted(
                        row.uuid("id"),
                        row.text("code"),
                        row.constant("language", Language.class),
                        row.number("number"),
                        row.text("title"),
                        row.text("status"),
                        row.instant("published_at"),
                        row.instant("at"),
                        row.text("advisor")));
    }

    /** Newest first. */
    public List<Told> of(UUID version, int limit) {
        return Sql.on(entities, TOLD)
                .set("version", version.toString())
                .set("limit", limit)
                .list(row -> new Told(
                        row.text("folio"),
                        row.constant("channel", Channel.class),
                        row.text("topic"),
                        row.constant("language", Language.class),
                        row.instant("told_at"),
                        row.instant("delivered_at"),
                        row.text("outcome"),
                        row.text("advisor")));
    }

    public int count(UUID version) {
        return Sql.on(
                        entities,
                        """
                        select count(distinct contact_id) as n from event
                        where code = 'CONSULT' and refs ->> 'knowledgeVersion' = :version
                        """)
                .set("version", version.toString())
                .first(row -> row.number("n"))
                .orElse(0);
    }

    /** The list as a file; it goes on record. The caller closes it. */
    public ExportFile export(UUID version, ExportFormat format, Language language) {
        ResourceBundle words = ResourceBundle.getBundle(
                "mx.gob.edomex.catgem.contact.Told", language.locale(), ToldContacts.class.getClassLoader());
        List<List<Object>> rows =
                of(version, MOST).stream().map(ToldContacts::cells).toList();
        Export export = new Export(
                "TOLD_CONTACTS",
                words.getString("title"),
                language,
                List.of(
                        new Export.Fact(words.getString("version"), version.toString()),
                        new Export.Fact("n", rows.size())),
                Map.of("version", version.toString()),
                List.of(Export.Table.of(
                        words.getString("table"),
                        List.of(words.getString("columns").split(";")),
                        rows)));
        return exports.write(export, format, role());
    }

    private static List<Object> cells(Told told) {
        return Arrays.asList(
                told.folio(),
                told.channel().name(),
                told.topic(),
                told.language().name(),
                told.advisor(),
                told.toldAt(),
                told.deliveredAt(),
                told.outcome());
    }

    private String role() {
        return List.of(Roles.SUPERVISOR, Roles.AUDITOR, Roles.COORDINATOR).stream()
                .filter(staff::has)
                .findFirst()
                .orElse(Roles.INFORMATION);
    }
}
