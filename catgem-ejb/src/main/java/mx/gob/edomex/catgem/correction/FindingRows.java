package mx.gob.edomex.catgem.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Sql;

/** Findings as they are kept, the numbers they get, and the record of each act: with words here, without in the ledger. */
@ApplicationScoped
public class FindingRows {

    private static final List<String> ROLES = List.of(
            Roles.AUDITOR,
            Roles.SUPERVISOR,
            Roles.COORDINATOR,
            Roles.INFORMATION,
            Roles.DIRECTION,
            Roles.SUPPORT,
            Roles.ADVISOR);

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    EventLedger ledger;

    @Inject
    CurrentStaff staff;

    @Inject
    Installation installation;

    @Inject
    Clock clock;

    void keep(Finding finding) {
        entities.persist(finding);
        entities.flush();
    }

    /**
     * The finding, held until the transaction ends.
     *
     * @throws FindingUnknown when there is none
     */
    Finding locked(FindingId id) {
        Finding finding = entities.find(Finding.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (finding == null) {
            throw new FindingUnknown();
        }
        entities.refresh(finding);
        return finding;
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

    /** Weeks from the last action to the check of its effect. */
    int weeks() {
        return Sql.on(
                        entities,
                        "select value from setting where name = 'correction.effect-weeks' and value ~ '^[0-9]{1,2}$'")
                .first(row -> Math.min(52, Math.max(1, Integer.parseInt(row.text("value")))))
                .orElse(4);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), installation.timeZone());
    }

    Instant now() {
        return clock.instant();
    }

    String me() {
        return staff.username();
    }

    /** An act upon a finding. */
    void record(FindingId finding, String act, String words, Map<String, String> refs) {
        Map<String, String> all = new HashMap<>(refs);
        all.put("finding", finding.toString());
        Instant now = now();
        insert(finding.value(), null, act, words, now);
        ledger.system(act, actor(), now, null, all);
    }

    /** An act upon a candidate; that of a contact stands in its folio too. */
    void record(long candidate, UUID contact, FindingId finding, String act, String words) {
        Map<String, String> refs = new HashMap<>(Map.of("candidate", Long.toString(candidate)));
        if (finding != null) {
            refs.put("finding", finding.toString());
        }
        Instant now = now();
        insert(finding == null ? null : finding.value(), candidate, act, words, now);
        if (contact == null) {
            ledger.system(act, actor(), now, null, refs);
        } else {
            ledger.fact(new ContactId(contact), act, actor(), now, null, refs);
        }
    }

    private void insert(UUID finding, Long candidate, String act, String words, Instant now) {
        Sql.on(
                        entities,
                        """
                        insert into finding_act (finding_id, candidate_id, act, words, staff, at)
                        values (cast(:finding as uuid), cast(:candidate as bigint), :act, cast(:words as text), :staff, :at)
                        """)
                .set("finding", finding == null ? null : finding.toString())
                .set("candidate", candidate == null ? null : candidate.toString())
                .set("act", act)
                .set("words", words)
                .set("staff", staff.username())
                .set("at", now)
                .update();
    }

    private Actor actor() {
        String role = ROLES.stream().filter(staff::has).findFirst().orElse(null);
        return new Actor(staff.username(), role, Source.SCREEN);
    }
}
