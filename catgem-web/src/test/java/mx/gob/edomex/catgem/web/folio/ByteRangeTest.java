package mx.gob.edomex.catgem.web.folio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What players ask for, of a file of 1,000 bytes. */
class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-, 0, 999",
        "bytes=0-0, 0, 0",
        "bytes=200-299, 200, 299",
        "bytes=200-5000, 200, 999",
        "bytes=999-, 999, 999",
        "bytes=-100, 900, 999",
        "bytes=-5000, 0, 999",
    })
    void aPartIsFoundAsItIsAskedFor(String asked, long first, long last) {
        assertThat(ByteRange.of(asked, 1000)).isEqualTo(new ByteRange(first, last));
        assertThat(ByteRange.of(asked, 1000).isThere()).isTrue();
        assertThat(ByteRange.of(asked, 1000).length()).isEqualTo(last - first + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1000-", "bytes=5000-6000", "bytes=-0"})
    void whatIsBeyondTheEndIsNotThere(String asked) {
        assertThat(ByteRange.of(asked, 1000).isThere()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bytes=-", "bytes=5-4", "bytes=a-b", "bytes=0-1,5-6", "lines=1-2", "bytes=99999999999999999999-"
            })
    void whatIsNotUnderstoodIsAnsweredWithTheWhole(String asked) {
        assertThat(ByteRange.of(asked, 1000)).isNull();
    }

    @Test
    void whoAsksForNoPartGetsTheWhole() {
        assertThat(ByteRange.of(null, 1000)).isNull();
    }
}
