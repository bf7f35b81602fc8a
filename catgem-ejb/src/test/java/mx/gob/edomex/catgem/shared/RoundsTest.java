package mx.gob.edomex.catgem.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private final TestLog log = new TestLog();
    private final Rounds rounds = new Rounds("it", new Trouble(log, "it stands still", () -> 0));

    @Test
    void oneThatFailsKeepsNobodyElseWaiting() {
        List<Integer> done = new ArrayList<>();
        rounds.run(() -> rounds.each(() -> List.of(1, 2, 3), number -> {
            if (number == 1) {
                throw new IllegalStateException("poison");
            }
            done.add(number);
        }));
        assertThat(done).containsExactly(2, 3);
        assertThat(log.lines()).hasSize(1);
    }

    @Test
    void aRoundWithoutFailureEndsTheTrouble() {
        rounds.run(() -> rounds.attempt(RoundsTest::fail));
        rounds.run(() -> {});
        rounds.run(() -> {});
        assertThat(log.lines()).hasSize(2);
        assertThat(log.lines().get(1)).startsWith("INFO over");
    }

    @Test
    void nobodyWalksWhileAnotherDoes() {
        List<Boolean> inner = new ArrayList<>();
        assertThat(rounds.run(() -> inner.add(rounds.run(() -> inner.add(true)))))
                .isTrue();
        assertThat(inner).containsExactly(false);
        assertThat(rounds.run(RoundsTest::fail)).isTrue();
        assertThat(rounds.run(() -> {})).as("a failure lets the next one go").isTrue();
    }

    /** As the container makes a view of a bean: of its class, and never at work. */
    @Test
    void whatOnlyStandsForTheWorkerIsNotShownInItsPlace() {
        Rounds before = new Rounds(RoundsTest.class, "it stands still");
        Rounds worker = new Rounds(RoundsTest.class, "it stands still");
        worker.run(() -> {});
        Rounds after = new Rounds(RoundsTest.class, "it stands still");
        assertThat(Rounds.states())
                .filteredOn(one -> one.name().equals("RoundsTest"))
                .as("%s and %s never worked", before, after)
                .extracting(Rounds.State::rounds)
                .containsExactly(1);
    }

    private static void fail() {
        throw new IllegalStateException("it failed");
    }
}
