package mx.gob.edomex.catgem.bench;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.contact.CentreFixture;
import mx.gob.edomex.catgem.contact.Dispatch.Match;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.log.LogFixture;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.shared.TestPersistence;

/**
 * What the log costs those who attend: whole lives of chats, from arrival to close, each advisor one after the other, in
 * turns with the log behind them and without it.
 */
final class AttendedPath {

    private static final double RATIO = 0.9;
    private static final String ADVISOR = "asesora%02d";

    private final TestPersistence persistence;
    private final LogFixture log;
    private final CentreFixture centre;
    private final long lease;

    AttendedPath(TestPersistence persistence, LogFixture log) throws SQLException {
        this.persistence = persistence;
        this.log = log;
        this.centre = new CentreFixture(persistence, Clock.systemUTC(), event -> {});
        for (int desk = 0; desk < Appends.DESKS; desk++) {
            centre.available(ADVISOR.formatted(desk + 1));
        }
        lease = centre.lease();
    }

    /** @param seconds of each turn; the order of the two kinds changes, so that neither always comes second */
    void measure(Figures figures, int turns, int seconds) throws Exception {
        lives(seconds, true);
        lives(seconds, false);
        double with = 0;
        double without = 0;
        for (int turn = 0; turn < turns; turn++) {
            if (turn % 2 == 0) {
                with += lives(seconds, true);
                without += lives(seconds, false);
            } else {
                without += lives(seconds, false);
                with += lives(seconds, true);
            }
        }
        figures.write("evidence.path.with_log", with / turns, "contacts/s", null);
        figures.write("evidence.path.without_log", without / turns, "contacts/s", null);
        figures.writeAtLeast("evidence.path.with_to_without", with / without, "ratio", RATIO);
    }

    private double lives(int seconds, boolean kept) throws SQLException, InterruptedException, ExecutionException {
        log.append(); // what the turn before left behind is not this one's work
        persistence.database().execute("checkpoint");
        if (!kept) {
            return Appends.atMost(seconds, this::life);
        }
        KeptLog keeper = KeptLog.of(log);
        try {
            return Appends.atMost(seconds, this::life);
        } finally {
            keeper.end();
        }
    }

    private void life(int desk) {
        String advisor = ADVISOR.formatted(desk + 1);
        centre.as(advisor);
        ContactId chat = centre.aQueued(Channel.CHAT, Priority.NORMAL, "GENERAL", Instant.now());
        OfferId offer = centre.does(() -> centre.dispatch.offer(List.of(new Match(chat, 1, advisor)), lease))
                .made()
                .get(0)
                .offer();
        centre.run(() -> centre.offers.accept(offer));
        centre.run(() -> centre.desk.classify(chat, "REGISTRO_CIVIL"));
        centre.run(() -> centre.desk.declare(chat, Act.COMPETENCE));
        centre.run(() -> centre.desk.knownByHeart(chat));
        centre.run(() -> centre.desk.send(chat, UUID.randomUUID().toString(), "Necesita su acta.", List.of()));
        centre.run(() -> centre.desk.declare(chat, Act.CONFIRM));
        centre.run(() -> centre.desk.close(chat, "INFORMATION_GIVEN"));
    }
}
