package mx.gob.edomex.catgem.correction;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import mx.gob.edomex.catgem.channel.Channel;
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
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.TestPersistence;

/** Triage and corrective action on a test database; whoever is {@code me} acts, in the role of their name. */
final class CorrectionFixture {

    static final Instant NOW = Instant.parse("2026-03-30T18:00:00Z");

    final TestPersistence persistence;
    final MovingClock clock = new MovingClock(NOW);
    final QualityFixture quality;
    final Candidates candidates;
    final Triage triage;
    final Corrections corrections;
    final FindingQueries queries;
    String me = "auditora";

    CorrectionFixture(TestPersistence persistence) {
        this.persistence = persistence;
        CurrentStaff staff = new CurrentStaff() {
            @Override
            public String username() {
                return me;
            }

            @Override
            public boolean has(String role) {
                return Set.of("auditora", "supervisora", "coordinadora").stream()
                        .anyMatch(name -> me.startsWith(name) && name.startsWith(role.substring(0, 5)));
            }
        };
        Installation installation = persistence.wire(new Installation());
        EventLedger ledger = persistence.wire(new EventLedger(), clock);
        FindingRows rows = persistence.wire(new FindingRows(), ledger, staff, installation, clock);
        EffectFigures figures = persistence.wire(new EffectFigures(), clock);
        candidates = persistence.wire(new Candidates(), ledger, clock);
        triage = persistence.wire(new Triage(), rows);
        corrections = persistence.wire(new Corrections(), rows, figures);
        queries = persistence.wire(new FindingQueries(), figures, rows, installation);
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

    /** An ended chat, attended by somebody; nothing was looked up, unless it was. */
    ContactId aChat(String advisor, Instant begun, boolean lookedUp, String disposition) throws Exception {
        List<Done> steps = new java.util.ArrayList<>(List.of(
                new Done(Act.NOTICE, 0),
                new Done(Act.ENTERS_QUEUE, 0),
                new Done(Act.ASSIGNED, 0),
                new Done(Act.GREETING, 1),
                new Done(Act.CLASSIFY, Basis.DECLARED, 2, null),
                new Done(Act.COMPETENCE, Basis.DECLARED, 3, null)));
        if (lookedUp) {
            steps.add(new Done(Act.CONSULT, 4));
        }
        steps.add(new Done(Act.DELIVER, 60));
        steps.add(new Done(Act.CONFIRM, Basis.DECLARED, 61, null));
        steps.add(new Done(Act.SURVEY, 100));
        steps.add(new Done(Act.CLOSE, Basis.MEASURED, 100, "RESOLVED"));
        ContactId chat = quality.ended(Channel.CHAT, begun, advisor, "CLOSED", "RESOLVED", steps);
        persistence
                .database()
                .execute("update contact set disposition = '" + disposition + "' where id = '" + chat + "'");
        persistence
                .database()
                .execute("insert into leg (contact_id, number, advisor, points, connected_at) values ('" + chat
                        + "', 1, '" + advisor + "', 1, '" + begun + "')");
        return chat;
    }

    /** A chat in which nothing was looked up, put up for triage. */
    long aCandidate(String advisor) throws Exception {
        ContactId chat = aChat(advisor, NOW.minus(Duration.ofDays(3)), false, "INFORMATION_GIVEN");
        quality.sweep();
        return candidateOf(chat, "DEVIATION");
    }

    long candidateOf(ContactId chat, String kind) {
        return persistence.inTransaction(() -> Sql.on(
                        persistence.entityManager(),
                        "select id from finding_candidate where execution_id = :id and kind = :kind")
                .set("id", chat)
                .set("kind", kind)
                .first(row -> row.big("id"))
                .orElseThrow());
    }

    FindingId aFinding(String title) throws Exception {
        long candidate = aCandidate("asesora01");
        FindingId[] id = new FindingId[1];
        as("auditora", () -> id[0] = triage.open(List.of(candidate), title, "Se vio en un folio"));
        return id[0];
    }

    FindingCard card(FindingId id) {
        return persistence.inTransaction(() -> queries.card(id, Language.ES));
    }

    String value(String sql) throws Exception {
        return persistence.database().value(sql);
    }
}
