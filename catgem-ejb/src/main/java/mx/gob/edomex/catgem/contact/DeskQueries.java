package mx.gob.edomex.catgem.contact;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mx.gob.edomex.catgem.channel.Attachments;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Conversations;
import mx.gob.edomex.catgem.contact.DeskCards.Choice;
import mx.gob.edomex.catgem.contact.DeskCards.CitizenCard;
import mx.gob.edomex.catgem.contact.DeskCards.ContactCard;
import mx.gob.edomex.catgem.contact.DeskCards.HistoryLine;
import mx.gob.edomex.catgem.contact.DeskCards.MatterLine;
import mx.gob.edomex.catgem.contact.DeskCards.OfferCard;
import mx.gob.edomex.catgem.contact.DeskCards.OpenContact;
import mx.gob.edomex.catgem.contact.DeskCards.OwnFigures;
import mx.gob.edomex.catgem.contact.DeskCards.TemplateText;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.PersonalData;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.shared.MatterId;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.SubjectId;

/** Reads what an advisor's desk shows; always the caller's own. */
@Stateless
@RolesAllowed(Roles.ADVISOR)
public class DeskQueries {

    private static final String CARD =
            """
            select c.id, c.folio, c.channel, c.language, c.state, c.topic,
                   case :reader when 'EN' then t.name_en else t.name_es end as topic_name,
                   c.title_sealed, c.subject_id, c.first_queued_at, c.connected_at, c.delivered_at, c.acw_until,
                   c.last_citizen_at, c.awaiting_since, c.interrupted_since, c.interrupted_seconds, c.direction = 'OUTBOUND' as outbound,
                   c.matter_id, c.consulted_at,
                   case :reader when 'EN' then p.name_en else p.name_es end as entry_name,
                   (select count(*) from message m where m.contact_id = c.id and m.author = 'CITIZEN'
                     and m.seq > c.read_seq) as unread
            from contact c join topic t on t.code = c.topic join entry_point p on p.code = c.entry_point
            where c.advisor = :me and c.closed_at is null
            """;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Conversations conversations;

    @Inject
    ContactNotes notes;

    @Inject
    Attachments attachments;

    @Inject
    PersonalData personalData;

    @Inject
    Installation installation;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    public List<OfferCard> offers(Language reader) {
        return Sql.on(
                        entities,
                        """
                        select o.id as offer, o.contact_id, c.channel, c.language, c.title_sealed, c.subject_id,
                               case :reader when 'EN' then p.name_en else p.name_es end as entry_name,
                               case :reader when 'EN' then t.name_en else t.name_es end as topic_name,
                               c.first_queued_at, o.made_at, o.expires_at, o.warm
                        from (select id, contact_id, made_at, expires_at, false as warm from offer
                              where advisor = :me and outcome is null
                              union all
                              select id, contact_id, asked_at, expires_at, true from warm_transfer
                              where to_advisor = :me and ended_at is null and joined_at is null) o
                        join contact c on c.id = o.contact_id
                        join topic t on t.code = c.topic join entry_point p on p.code = c.entry_point
                        order by o.made_at
                        """)
                .set("reader", reader)
                .set("me", staff.username())
                .list(row -> new OfferCard(
                        new OfferId(row.uuid("offer")),
                        row.contact("contact_id"),
                        row.constant("channel", Channel.class),
                        row.constant("language", Language.class),
                        row.text("entry_name"),
                        row.text("topic_name"),
                        title(row),
                        row.instant("first_queued_at"),
                        row.instant("made_at"),
                        row.instant("expires_at"),
                        row.flag("warm")));
    }

    public List<ContactCard> contacts(Language reader) {
        return Sql.on(entities, CARD + " and c.state <> 'OFFERED' order by c.connected_at, c.id")
                .set("reader", reader)
                .set("me", staff.username())
                .list(this::card);
    }

    /** @throws NotYourContact when the contact is not in the caller's hands */
    public OpenContact open(ContactId id, Language reader) {
        return Sql.on(entities, CARD + " and c.id = :id and c.state <> 'OFFERED'")
                .set("reader", reader)
                .set("me", staff.username())
                .set("id", id)
                .first(row -> open(row, reader))
                .orElseThrow(() -> new NotYourContact(id));
    }

    /** The contact of that folio, if it is in the caller's hands. */
    public Optional<ContactId> inHand(Folio folio) {
        return Sql.on(
                        entities,
                        """
                        select id from contact
                        where folio = :folio and advisor = :me and closed_at is null and state <> 'OFFERED'
                        """)
                .set("folio", folio)
                .set("me", staff.username())
                .first(row -> row.contact("id"));
    }

    public List<Choice> dispositions(Language reader) {
        return choices("disposition where active and code not in ('UNCLASSIFIED', 'CALLBACK_UNREACHED')", reader);
    }

    public List<Choice> topics(Language reader) {
        return choices("topic where active", reader);
    }

    public List<Choice> auxiliaryReasons(Language reader) {
        return choices("auxiliary_reason where active", reader);
    }

    /** Templates of a channel in the language of the contact, with the caller's name in place. */
    public List<TemplateText> templates(Channel channel, Language language) {
        String name = Sql.on(entities, "select display_name from app_user where username = :me")
                .set("me", staff.username())
                .first(row -> row.text("display_name"))
                .orElseThrow();
        return Sql.on(
                        entities,
                        """
                        select code, name, text from template
                        where active and language = :language and (channel is null or channel = :channel) order by name
                        """)
                .set("language", language)
                .set("channel", channel == Channel.EMAIL ? "EMAIL" : "CHAT")
                .list(row -> new TemplateText(
                        row.text("code"), row.text("name"), row.text("text").replace("{advisor}", name)));
    }

    /** The caller's figures of the local day, from the ledger's steps and states. */
    public OwnFigures today() {
        Instant midnight = LocalDay.of(clock.instant(), installation.timeZone()).start();
        return Sql.on(
                        entities,
                        """
                        with mine as (
                          select a.contact_id, min(a.at) as connected,
                                 (select min(d.at) from event d where d.contact_id = a.contact_id and d.kind = 'STEP'
                                   and d.code = 'DELIVER' and d.staff = :me) as delivered
                          from event a where a.kind = 'STATE' and a.code = 'ACCEPTED' and a.staff = :me and a.at >= :midnight
                          group by a.contact_id),
                        interrupted as (
                          select m.contact_id, sum(p.until - p.at) as pause from mine m cross join lateral (
                            select e.code, e.at, least(lead(e.at) over (order by e.id), m.delivered) as until from event e
                            where e.contact_id = m.contact_id and e.kind = 'STATE' and e.at >= m.connected) p
                          where p.code = 'INTERRUPTED' and p.at < m.delivered group by m.contact_id),
                        answers as (
                          select delivered, delivered - connected - coalesce(pause, interval '0') as took
                          from mine left join interrupted using (contact_id))
                        select count(*) as attended, count(delivered) as delivered,
                               count(*) filter (where took <= interval '2 minutes') as in_time,
                               cast(avg(extract(epoch from took)) as int) as average
                        from answers
                        """)
                .set("me", staff.username())
                .set("midnight", midnight)
                .first(row -> new OwnFigures(
                        row.number("attended"),
                        row.number("in_time"),
                        row.number("delivered"),
                        row.numberOrNull("average")))
                .orElseThrow();
    }

    private OpenContact open(Sql.Row row, Language reader) {
        ContactId id = row.contact("id");
        SubjectId subject = row.subject("subject_id");
        MatterId matter = new MatterId(row.uuid("matter_id"));
        return new OpenContact(
                card(row),
                row.text("entry_name"),
                new CitizenCard(
                        personalData.get(subject, "name").orElse(null),
                        personalData.get(subject, "email").orElse(null),
                        personalData.get(subject, "phone").orElse(null)),
                matter,
                Sql.on(entities, "select 1 from matter_link where contact_id = :id and undone_at is null")
                        .set("id", id)
                        .exists(),
                conversations.all(id),
                notes.of(id),
                history(id, subject, matter, reader),
                proposals(subject, matter, reader),
                draft(id),
                attachments.drafted(id),
                row.instant("consulted_at") != null,
                Sql.on(entities, "select count(*) as n from event where contact_id = :id and code = 'ABUSE_WARNING'")
                        .set("id", id)
                        .first(count -> count.number("n"))
                        .orElse(0));
    }

    private List<HistoryLine> history(ContactId id, SubjectId subject, MatterId matter, Language reader) {
        return Sql.on(
                        entities,
                        """
                        select c.id, c.folio, c.channel, c.state, c.title_sealed, c.subject_id, c.first_queued_at,
                               case :reader when 'EN' then t.name_en else t.name_es end as topic_name,
                               c.matter_id = :matter as same_matter
                        from contact c join topic t on t.code = c.topic
                        where (c.subject_id = :subject or c.matter_id = :matter) and c.id <> :id
                        order by c.first_queued_at desc limit 20
                        """)
                .set("reader", reader)
                .set("matter", matter)
                .set("subject", subject)
                .set("id", id)
                .list(row -> new HistoryLine(
                        row.contact("id"),
                        row.text("folio"),
                        row.constant("channel", Channel.class),
                        row.constant("state", ContactState.class),
                        row.text("topic_name"),
                        title(row),
                        row.instant("first_queued_at"),
                        row.flag("same_matter")));
    }

    private List<MatterLine> proposals(SubjectId subject, MatterId current, Language reader) {
        return Sql.on(
                        entities,
                        """
                        select m.id as matter, case :reader when 'EN' then t.name_en else t.name_es end as topic_name,
                               last.title_sealed, last.subject_id, last.folio, last.first_queued_at,
                               (select count(*) from contact n where n.matter_id = m.id) as contacts
                        from matter m join topic t on t.code = m.topic
                        cross join lateral (select * from contact c where c.matter_id = m.id
                                            order by c.first_queued_at desc limit 1) last
                        where m.closed_at is null and m.id <> :current
                          and exists (select 1 from contact c where c.matter_id = m.id and c.subject_id = :subject)
                        order by last.first_queued_at desc limit 5
                        """)
                .set("reader", reader)
                .set("current", current)
                .set("subject", subject)
                .list(row -> new MatterLine(
                        new MatterId(row.uuid("matter")),
                        row.text("topic_name"),
                        title(row),
                        row.text("folio"),
                        row.instant("first_queued_at"),
                        row.number("contacts")));
    }

    private String draft(ContactId id) {
        return Sql.on(entities, "select subject_id, body_sealed from draft where contact_id = :id")
                .set("id", id)
                .first(row -> personalData
                        .openText(row.subject("subject_id"), row.bytes("body_sealed"))
                        .orElse(""))
                .orElse("");
    }

    private ContactCard card(Sql.Row row) {
        return new ContactCard(
                row.contact("id"),
                row.text("folio"),
                row.constant("channel", Channel.class),
                row.constant("language", Language.class),
                row.constant("state", ContactState.class),
                row.text("topic"),
                row.text("topic_name"),
                title(row),
                personalData.get(row.subject("subject_id"), "name").orElse(null),
                row.number("unread"),
                row.instant("first_queued_at"),
                row.instant("connected_at"),
                row.instant("delivered_at"),
                row.instant("acw_until"),
                row.instant("last_citizen_at"),
                row.instant("awaiting_since"),
                row.instant("interrupted_since"),
                row.number("interrupted_seconds"),
                row.flag("outbound"));
    }

    private String title(Sql.Row row) {
        return personalData
                .openText(row.subject("subject_id"), row.bytes("title_sealed"))
                .orElse(null);
    }

    private List<Choice> choices(String from, Language reader) {
        return Sql.on(
                        entities,
                        "select code, case :reader when 'EN' then name_en else name_es end as name from " + from
                                + " order by name")
                .set("reader", reader)
                .list(row -> new Choice(row.text("code"), row.text("name")));
    }
}
