package mx.gob.edomex.catgem.contact;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.channel.ContactUnknown;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * Finds contacts and opens their folio. Advisors find only what they attended; auditors and machine accounts see no
 * personal data, and an auditor's looks are on record.
 */
@Stateless
@RolesAllowed({Roles.ADVISOR, Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR, Roles.INTEGRATION})
public class ContactQueries {

    /** A count stops here: "more than a thousand" is all anybody needs to know. */
    public static final int COUNTED = 1000;

    /** What a citizen answered, and who listened: for those who answer for quality. */
    private static final Set<String> FOR_WHO_JUDGES = Stream.concat(
                    Stream.of("SURVEY_ANSWERED", Listening.EVENT, Playback.EVENT), CallListening.EVENTS.stream())
            .collect(Collectors.toUnmodifiableSet());

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    WordTokens wordTokens;

    @Inject
    ContactReading reading;

    @Inject
    FolioReading folioReading;

    @Inject
    EventLedger ledger;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    /**
     * A page of contacts, newest first.
     *
     * @throws CursorInvalid when the filter's cursor is not from an earlier page
     */
    public ContactPage list(ContactFilter filter, Language language) {
        List<ContactLine> lines = ContactSearch.of(filter, onlyOf(), words())
                .after(filter.afterCursor())
                .on(entities, ContactReading.LINE, " order by c.created_at desc, c.id limit " + (filter.limit() + 1))
                .list(row -> reading.line(row, language, isMasked()));
        boolean more = lines.size() > filter.limit();
        List<ContactLine> page = more ? lines.subList(0, filter.limit()) : lines;
        return new ContactPage(
                page, more ? ContactCursor.of(page.get(page.size() - 1)).toString() : null);
    }

    /** How many contacts the filter finds, whatever its cursor; {@link #COUNTED} + 1 stands for more. */
    public int count(ContactFilter filter) {
        return ContactSearch.of(filter, onlyOf(), words())
                .on(
                        entities,
                        "select count(*) as n from (select 1 from contact c",
                        " limit " + (COUNTED + 1) + ") as found")
                .first(row -> row.number("n"))
                .orElse(0);
    }

    /** Topics in use and the people who attended contacts; an advisor gets no other names. */
    public ListChoices choices(Language language) {
        String name = language == Language.EN ? "name_en" : "name_es";
        return new ListChoices(
                Sql.on(entities, "select code, " + name + " as name from topic where active order by " + name)
                        .list(row -> new ListChoices.Choice(row.text("code"), row.text("name"))),
                Sql.on(
                                entities,
                                """
                                select u.username, u.display_name from advisor a join app_user u on u.username = a.username
                                where cast(:reader as text) is null or u.username = :reader order by u.display_name
                                """)
                        .set("reader", onlyOf())
                        .list(row -> new ListChoices.Choice(row.text("username"), row.text("display_name"))));
    }

    /**
     * The whole folio; an auditor's look is recorded.
     *
     * @throws ContactUnknown when there is none, or the caller may not know of it
     */
    public FolioCard card(Folio folio, Language language) {
        return open(folio, language, isMasked(), null);
    }

    /**
     * As {@link #card}, with personal data; the reason goes on record.
     *
     * @throws UnmaskingNeedsAReason when it is null
     */
    @RolesAllowed(Roles.AUDITOR)
    public FolioCard unmasked(Folio folio, UnmaskReason reason, Language language) {
        if (reason == null) {
            throw new UnmaskingNeedsAReason();
        }
        return open(folio, language, false, reason);
    }

    private FolioCard open(Folio folio, Language language, boolean masked, UnmaskReason reason) {
        ContactLine line = ContactSearch.of(folio, onlyOf())
                .on(entities, ContactReading.LINE, "")
                .first(row -> reading.line(row, language, masked))
                .orElseThrow(() -> new ContactUnknown(folio.value()));
        if (staff.has(Roles.AUDITOR)) {
            record(line, reason);
        }
        FolioCard card = folioReading.card(line, language, masked, onlyOf());
        return mayJudge(line) ? card : card.without(FOR_WHO_JUDGES);
    }

    /** What a citizen answered, and who listened, is for those who answer for quality, and never for who attended. */
    private boolean mayJudge(ContactLine line) {
        boolean judges = staff.has(Roles.COORDINATOR) || staff.has(Roles.SUPERVISOR) || staff.has(Roles.AUDITOR);
        return judges && !staff.username().equals(line.advisor());
    }

    private void record(ContactLine line, UnmaskReason reason) {
        ledger.fact(
                new ContactId(line.id()),
                reason == null ? "FOLIO_READ" : "FOLIO_UNMASKED",
                new Actor(staff.username(), Roles.AUDITOR, Source.SCREEN),
                clock.instant(),
                reason == null ? null : reason.name(),
                Map.of());
    }

    /** Who coordinates, supervises or audits finds everything; an advisor what they attended. */
    private String onlyOf() {
        boolean everything = staff.has(Roles.COORDINATOR)
                || staff.has(Roles.SUPERVISOR)
                || staff.has(Roles.AUDITOR)
                || staff.has(Roles.INTEGRATION);
        return everything ? null : staff.username();
    }

    /** What a citizen said or is called is not to be guessed by an auditor either: folios are found, words are not. */
    private Optional<WordTokens> words() {
        return staff.has(Roles.AUDITOR) ? Optional.empty() : Optional.of(wordTokens);
    }

    /** An auditor stays masked whatever other role the account has. */
    private boolean isMasked() {
        return staff.has(Roles.AUDITOR)
                || !(staff.has(Roles.ADVISOR) || staff.has(Roles.COORDINATOR) || staff.has(Roles.SUPERVISOR));
    }
}
