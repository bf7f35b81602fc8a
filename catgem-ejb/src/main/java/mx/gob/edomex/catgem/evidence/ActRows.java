package mx.gob.edomex.catgem.evidence;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * What the rows of every kind of quality record have in common: who acts and when, the number the record gets, and the act
 * in the ledger.
 */
public abstract class ActRows {

    /** Of somebody with several roles the first counts. */
    private static final List<String> ROLES = List.of(
            Roles.AUDITOR,
            Roles.SUPERVISOR,
            Roles.DIRECTION,
            Roles.COORDINATOR,
            Roles.INFORMATION,
            Roles.SUPPORT,
            Roles.ADVISOR);

    @PersistenceContext(unitName = "catgem")
    protected EntityManager entities;

    @Inject
    EventLedger ledger;

    @Inject
    CurrentStaff staff;

    @Inject
    Installation installation;

    @Inject
    Clock clock;

    public Instant now() {
        return clock.instant();
    }

    /** By the centre's own calendar. */
    public LocalDate today() {
        return LocalDate.ofInstant(now(), installation.timeZone());
    }

    /** User name of whoever acts. */
    public String me() {
        return staff.username();
    }

    public boolean has(String role) {
        return staff.has(role);
    }

    /** The next number of this year, as in {@code NC-2026-0001}; no number is left out or given twice. */
    public String next(String prefix) {
        int year = today().getYear();
        int number = Sql.on(
                        entities,
                        """
                        insert into finding_number (prefix, year, last) values (:prefix, :year, 1)
                        on conflict (prefix, year) do update set last = finding_number.last + 1 returning last
                        """)
                .set("prefix", prefix)
                .set("year", year)
                .first(row -> row.number("last"))
                .orElseThrow();
        return "%s-%d-%04d".formatted(prefix, year, number);
    }

    /** @param reason a code, or null; words never get into the ledger */
    protected void enter(String code, Instant at, String reason, Map<String, String> refs) {
        ledger.system(code, actor(), at, reason, refs);
    }

    /** An act about a contact stands in its folio too. */
    protected void enterOf(UUID contact, String code, Instant at, String reason, Map<String, String> refs) {
        ledger.fact(new ContactId(contact), code, actor(), at, reason, refs);
    }

    private Actor actor() {
        return new Actor(me(), ROLES.stream().filter(staff::has).findFirst().orElse(null), Source.SCREEN);
    }
}
