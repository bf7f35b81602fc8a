package mx.gob.edomex.catgem.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The draw of a sample, against a vector made with other means, and its properties over many populations. */
class SampleDrawTest {

    private static final String SEED = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    private static List<String> population(int size) {
        return IntStream.rangeClosed(1, size).mapToObj("F%05d"::formatted).toList();
    }

    private static String seed(Random random) {
        byte[] seed = new byte[32];
        random.nextBytes(seed);
        return HexFormat.of().formatHex(seed);
    }

    /** The vector of decision 0030, computed there with sha256sum and sort. */
    @Test
    void thePublishedVectorIsDrawn() {
        assertThat(SampleDraw.hash(population(10)))
                .isEqualTo("34344335ef102ca67ad23019ce5ebee3cdea478bb92d2f43a5fe9d240d84a539");
        assertThat(SampleDraw.draw(population(10), SEED, 4)).containsExactly("F00002", "F00006", "F00001", "F00003");
    }

    @Test
    void anEmptyPopulationHasTheHashOfNothingAndNoSample() {
        assertThat(SampleDraw.hash(List.of()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(SampleDraw.draw(List.of(), SEED, 4)).isEmpty();
    }

    @Test
    void whateverOrderThePopulationIsReadInTheSampleIsTheSame() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<String> population = new ArrayList<>(population(1 + random.nextInt(60)));
            String seed = seed(random);
            int size = 1 + random.nextInt(population.size());
            List<String> drawn = SampleDraw.draw(population, seed, size);
            Collections.shuffle(population, random);
            population.add(population.get(0));
            assertThat(SampleDraw.draw(population, seed, size)).isEqualTo(drawn);
            assertThat(drawn).hasSize(size).doesNotHaveDuplicates();
            assertThat(new HashSet<>(population)).containsAll(drawn);
        }
    }

    @Test
    void aLargerSampleBeginsWithTheSmaller() {
        Random random = new Random(11);
        for (int round = 0; round < 100; round++) {
            List<String> population = population(40);
            String seed = seed(random);
            assertThat(SampleDraw.draw(population, seed, 25))
                    .startsWith(SampleDraw.draw(population, seed, 10).toArray(String[]::new));
        }
    }

    @Test
    void oneFolioMoreOrLessMakesAnotherDraw() {
        Random random = new Random(13);
        for (int round = 0; round < 100; round++) {
            String seed = seed(random);
            List<String> more = population(201);
            assertThat(SampleDraw.hash(more)).isNotEqualTo(SampleDraw.hash(population(200)));
            assertThat(SampleDraw.draw(more, seed, 20)).isNotEqualTo(SampleDraw.draw(population(200), seed, 20));
        }
    }

    /** 4000 samples of 5 out of 20: each folio is expected 1000 times, with a standard deviation of 27. */
    @Test
    void eachFolioHasTheSameChance() {
        Random random = new Random(17);
        Map<String, Integer> drawn = new HashMap<>();
        for (int round = 0; round < 4000; round++) {
            SampleDraw.draw(population(20), seed(random), 5).forEach(folio -> drawn.merge(folio, 1, Integer::sum));
        }
        assertThat(drawn).hasSize(20);
        assertThat(drawn.values()).allSatisfy(times -> assertThat(times).isBetween(865, 1135));
    }

    @Test
    void whatIsNoFolioOrNoSeedIsRefused() {
        assertThatThrownBy(() -> SampleDraw.hash(List.of("A\nB"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SampleDraw.draw(population(3), SEED.toUpperCase(java.util.Locale.ROOT), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SampleDraw.draw(population(3), "", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SampleDraw.draw(population(3), SEED, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void discoveryIsTheSmallestSampleThatHoldsOneWithNinetyFivePercent() {
        assertThat(SampleSize.discovery(1, 5)).isEqualTo(1);
        assertThat(SampleSize.discovery(20, 5)).as("one of twenty").isEqualTo(19);
        assertThat(SampleSize.discovery(100, 5)).as("five of a hundred").isEqualTo(45);
        assertThat(SampleSize.discovery(1_000_000, 5)).as("ln 0.05 / ln 0.95").isEqualTo(59);
        for (int population = 1; population <= 300; population++) {
            int size = SampleSize.discovery(population, 5);
            assertThat(none(population, size)).as("%d of %d", size, population).isLessThan(0.05 + 1e-9);
            assertThat(none(population, size - 1))
                    .as("one less of %d", population)
                    .isGreaterThan(0.05 + 1e-9);
        }
    }

    /** The chance that a sample holds none of the five percent, from binomial coefficients. */
    private static double none(int population, int size) {
        int faulty = (population * 5 + 99) / 100;
        if (size > population - faulty) {
            return 0;
        }
        double logarithm = 0;
        for (int i = 0; i < faulty; i++) {
            logarithm += Math.log((double) (population - size - i) / (population - i));
        }
        return Math.exp(logarithm);
    }

    @Test
    void thereIsNoSampleOfNothingAndNoShareOutOfBounds() {
        assertThatThrownBy(() -> SampleSize.discovery(0, 5)).isInstanceOf(SampleSizeInvalid.class);
        assertThatThrownBy(() -> SampleSize.discovery(10, 0)).isInstanceOf(SampleSizeInvalid.class);
        assertThatThrownBy(() -> SampleSize.discovery(10, 51)).isInstanceOf(SampleSizeInvalid.class);
    }
}
