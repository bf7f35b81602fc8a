package mx.gob.edomex.catgem.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.correction.Candidates;
import mx.gob.edomex.catgem.correction.FindingRows;
import mx.gob.edomex.catgem.correction.Triage;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.Basis;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.quality.QualityFixture;
import mx.gob.edomex.catgem.quality.QualityFixture.Done;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.MovingClock;
import mx.gob.edomex.catgem.shared.TestPersistence;

/** Internal audits on a test database; each fixture has a day in scope of its own, and whoever is {@code me} acts. */
final class AuditFixture {

    static final Instant NOW = Instant.parse("2026-06-15T18:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    private static int fixtures;

    final TestPersistence persistence;
    final MovingClock clock = new MovingClock(NOW);
    final QualityFixture quality;
    final AuditProgramme programme;
    final AuditSampling sampling;
    final AuditWork work;
    final AuditQueries queries;
    final Triage triage;
    final LocalDate day;
    String me = "auditora";

    AuditFixture(TestPersistence persistence) {
        this.persistence = persistence;
        day = LocalDate.of(2026, 1, 1).plusDays(2L * fixtures++);
        CurrentStaff staff = new CurrentStaff() {
            @Override
            public String username() {
                return me;
            }

            @Override
            public boolean has(String role) {
                return role.equals("auditor");
            }
        };
        Installation installation = persistence.wire(new Installation());
        EventLedger ledger = persistence.wire(new EventLedger(), clock);
        FindingRows numbers = persistence.wire(new FindingRows(), ledger, staff, installation, clock);
        AuditRows rows = persistence.wire(new AuditRows(), ledger, staff, installation, clock);
        Population population = persistence.wire(new Population(), installation);
        Independence independence = persistence.wire(new Independence(), population);
        Candidates candidates = persistence.wire(new Candidates(), ledger, clock);
        programme = persistence.wire(new AuditProgramme(), rows, numbers, independence);
        sampling = persistence.wire(new AuditSampling(), rows, population, independence);
        work = persistence.wire(new AuditWork(), rows, independence, candidates);
        queries = persistence.wire(new AuditQueries(), rows, population);
        triage = persistence.wire(new Triage(), numbers);
        quality = new QualityFixture(persistence, candidates::onRead);
    }

    void as(String who, Runnable act) {
        String before = me;
        me = who;
        try {
            persistence.inTransaction(act::run);
        } finally {
            me = before;
        }
    }

    /** Chats attended by one advisor, begun and closed at noon of the day in scope. */
    List<ContactId> chats(int number, String advisor) {
        List<ContactId> chats = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            chats.add(aChat(day, advisor, "CLOSED"));
        }
        return chats;
    }

    ContactId aChat(LocalDate on, String advisor, String state) {
        Instant begun =
                on.atTime(12, 0).atZone(ZoneId.of("America/Mexico_City")).toInstant();
        return quality.ended(
                Channel.CHAT,
                begun,
                advisor,
                state,
                "RESOLVED",
                List.of(
                        new Done(Act.NOTICE, 0),
                        new Done(Act.ENTERS_QUEUE, 0),
                        new Done(Act.ASSIGNED, 0),
                        new Done(Act.CLASSIFY, Basis.DECLARED, 2, null),
                        new Done(Act.CONSULT, 3),
                        new Done(Act.CLOSE, Basis.MEASURED, 100, "RESOLVED")));
    }

    AuditPlan planOf(String lead, String... others) {
        return new AuditPlan(
                "Atención por chat", List.of("AVC"), day, day, TODAY, TODAY.plusDays(5), lead, List.of(others));
    }

    AuditId planned(String lead, String... others) {
        AuditId[] id = new AuditId[1];
        as("auditora", () -> id[0] = programme.plan(planOf(lead, others)));
        return id[0];
    }

    /** Its sample on record, and not drawn. */
    AuditId recorded(int size, String lead, String... others) {
        AuditId id = planned(lead, others);
        as(lead, () -> sampling.record(id, declared(size)));
        return id;
    }

    AuditId drawn(int size, String lead, String... others) {
        AuditId id = recorded(size, lead, others);
        as(lead, () -> sampling.draw(id));
        return id;
    }

    static SamplePlan declared(int size) {
        return new SamplePlan(SamplePlan.Basis.DECLARED, size, "Alcanza para un día");
    }

    AuditCard card(AuditId id) {
        return persistence.inTransaction(() -> queries.card(id, Language.ES));
    }

    UUID item(AuditId id, int ordinal) {
        return card(id).items().get(ordinal - 1).id();
    }

    Recount recount(AuditId id) {
        return persistence.inTransaction(() -> queries.recount(id));
    }

    void pass(Duration time) {
        clock.pass(time);
    }

    void execute(String sql) throws Exception {
        persistence.database().execute(sql);
    }

    String value(String sql) throws Exception {
        return persistence.database().value(sql);
    }
}
