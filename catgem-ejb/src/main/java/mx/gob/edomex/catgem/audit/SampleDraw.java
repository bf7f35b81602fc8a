package mx.gob.edomex.catgem.audit;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import mx.gob.edomex.catgem.shared.Sha256;

/**
 * Draws a simple random sample that anybody can draw again with SHA-256 (FIPS 180-4) and nothing else. Algorithm
 * {@value #ALGORITHM}, of which decision 0030 has the same words, a line of shell and a test vector:
 *
 * <ol>
 *   <li>The <em>canonical population</em> is the folios without repetition, in ascending order of their ASCII codes, each
 *       followed by one line feed (0x0A).
 *   <li>The <em>population hash</em> is the SHA-256 of these bytes, as 64 lower-case hexadecimal digits.
 *   <li>The <em>seed</em> is 64 lower-case hexadecimal digits.
 *   <li>The <em>rank</em> of a folio is the SHA-256 of the ASCII text {@code ALGORITHM LF hash LF seed LF folio}, without
 *       a line feed at its end.
 *   <li>The sample of n is the n folios of lowest rank, lowest first.
 * </ol>
 *
 * Each folio has the same chance, since its rank is a hash with an unforeseeable seed. A larger sample begins with the
 * smaller one, and the order in which the population was read is of no account.
 */
public final class SampleDraw {

    public static final String ALGORITHM = "CATGEM-SAMPLE-1";

    private static final Pattern FOLIO = Pattern.compile("[0-9A-Z-]+");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    private SampleDraw() {}

    private record Ranked(String rank, String folio) {}

    /** @throws IllegalArgumentException when one of them is no folio: two readings of its bytes would be possible */
    public static String canonical(Collection<String> population) {
        StringBuilder text = new StringBuilder();
        for (String folio : new TreeSet<>(population)) {
            if (!FOLIO.matcher(folio).matches()) {
                throw new IllegalArgumentException("not a folio: " + folio);
            }
            text.append(folio).append('\n');
        }
        return text.toString();
    }

    /** 64 hexadecimal digits. */
    public static String hash(Collection<String> population) {
        return sha256(canonical(population));
    }

    /**
     * @param seed 64 hexadecimal digits, written down before
     * @return at most {@code size} folios in the order of the draw
     * @throws IllegalArgumentException when the seed is none or the size is negative
     */
    public static List<String> draw(Collection<String> population, String seed, int size) {
        if (!HEX.matcher(seed).matches()) {
            throw new IllegalArgumentException("a seed has 64 hexadecimal digits");
        }
        String before = ALGORITHM + "\n" + hash(population) + "\n" + seed + "\n";
        return new TreeSet<>(population)
                .stream()
                        .map(folio -> new Ranked(sha256(before + folio), folio))
                        .sorted(Comparator.comparing(Ranked::rank))
                        .limit(size)
                        .map(Ranked::folio)
                        .toList();
    }

    private static String sha256(String ascii) {
        return HexFormat.of().formatHex(Sha256.of(ascii.getBytes(StandardCharsets.US_ASCII)));
    }
}
