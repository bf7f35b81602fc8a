package mx.gob.edomex.catgem.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepTest {

    @Test
    void oneThatFailsKeepsNobodyElseWaiting() {
        List<Integer> done = new ArrayList<>();
        Sweep.each(() -> List.of(1, 2, 3), number -> {
            if (number == 1) {
                throw new IllegalStateException("poison");
            }
            done.add(number);
        });
        assertThat(done).containsExactly(2, 3);
    }
}
