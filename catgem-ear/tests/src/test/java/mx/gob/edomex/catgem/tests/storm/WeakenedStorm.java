package mx.gob.edomex.catgem.tests.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mx.gob.edomex.catgem.tests.faults.FaultFigures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A control: the same kill of the database, but commits are confirmed before they are on disk. The verdict must be BROKEN,
 * or the harness would overlook a centre that loses contacts.
 */
@ExtendWith({WeakenedCentre.Shared.class, Verdict.Watcher.class})
class WeakenedStorm {

    private static final int TRIES = 3;
    private static final long LOAD_SECONDS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final WeakenedCentre centre = WeakenedCentre.centre();

    @Test
    void commitsThatAreNotOnDiskAreFoundMissing() throws Exception {
        centre.letNobodyElseWrite();
        Promises promises = new Promises();
        List<String> lost = List.of();
        // What the database writes by itself every ten seconds is not lost; a second try meets another moment.
        for (int i = 0; i < TRIES && lost.isEmpty(); i++) {
            lost = lostIn(promises, "weakened" + i);
        }
        FaultFigures.measured("faults.weakened.lost", lost.size(), "promises");
        assertThat(promises.size()).as("promises made").isPositive();
        assertThat(lost).as("promises that the weakened centre broke").isNotEmpty();
    }

    private List<String> lostIn(Promises promises, String series) throws Exception {
        try (Probe probe = Probe.begin(centre.program(), promises, series)) {
            probe.mark();
            probe.gap(PATIENCE);
            TimeUnit.SECONDS.sleep(LOAD_SECONDS);
            centre.server().database().kill();
        }
        centre.server().database().start();
        try (Connection connection = centre.connect()) {
            return promises.findings(connection, false);
        }
    }
}
