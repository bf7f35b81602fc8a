package mx.gob.edomex.catgem.channel.phone.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WavTest {

    @Test
    void theLengthIsWhatTheSamplesTake() {
        assertThat(Wav.of(WavFixture.silence(8000, 1, 2500))).isEqualTo(new Wav(8000, 1, 2500));
        assertThat(Wav.of(WavFixture.silence(44_100, 2, 1000))).isEqualTo(new Wav(44_100, 2, 1000));
    }

    @Test
    void otherChunksAreReadOver() {
        assertThat(Wav.of(WavFixture.withNotes(WavFixture.silence(16_000, 1, 700))))
                .isEqualTo(new Wav(16_000, 1, 700));
    }

    @Test
    void somethingElseIsRefused() {
        assertThatThrownBy(() -> Wav.of("ID3 not a recording".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(RecordingNotWav.class);
        assertThatThrownBy(() -> Wav.of(new byte[0])).isInstanceOf(RecordingNotWav.class);
    }

    @Test
    void aFileThatWasCutShortIsRefused() {
        byte[] whole = WavFixture.silence(8000, 1, 1000);
        for (int length : new int[] {10, 20, 40, 44, 1000, whole.length - 1}) {
            assertThatThrownBy(() -> Wav.of(Arrays.copyOf(whole, length)))
                    .as("%d bytes", length)
                    .isInstanceOf(RecordingNotWav.class);
        }
    }

    @ParameterizedTest(name = "format {0}, {1} channels, {2} Hz, {3} bits")
    @CsvSource({"7,1,8000,8", "1,3,8000,16", "1,1,4000,16", "1,1,96000,16", "1,1,8000,8", "3,1,48000,32"})
    void soundInAnotherFormatIsRefused(int format, int channels, int rate, int bits) {
        assertThatThrownBy(() -> Wav.of(WavFixture.file(format, channels, rate, bits, 1000)))
                .isInstanceOf(RecordingNotPcm.class);
    }
}
