package mx.gob.edomex.catgem.channel.phone.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
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

    @ParameterizedTest(name = "{0} Hz, {1} channels")
    @CsvSource({"8000,1", "16000,1", "44100,2", "48000,2"})
    void aTelephoneGetsTheSameSoundInEightThousandSamplesASecond(int rate, int channels) {
        byte[] sound = Wav.forTheTelephone(WavFixture.tone(rate, channels, 1000, 2000, 0.5));
        Wav read = Wav.of(sound);
        assertThat(read.rate()).isEqualTo(8000);
        assertThat(read.channels()).isEqualTo(1);
        assertThat(read.millis()).isBetween(1990, 2010);
        assertThat(loudness(sound)).as("of a tone of 0.5").isBetween(0.33, 0.38);
        assertThat(crossings(sound)).as("of zero by 1,000 Hz in 2 s").isBetween(3980, 4020);
    }

    @Test
    void whatATelephoneCannotCarryIsLeftOutAndBecomesNoOtherTone() {
        assertThat(loudness(Wav.forTheTelephone(WavFixture.tone(48_000, 1, 6500, 1000, 0.5))))
                .isLessThan(0.02);
    }

    @Test
    void notesOfTheRecorderAreLeftOutForTheTelephone() {
        byte[] sound = Wav.forTheTelephone(WavFixture.withNotes(WavFixture.silence(16_000, 1, 700)));
        assertThat(Wav.of(sound).millis()).isBetween(695, 705);
    }

    private static double loudness(byte[] wav) {
        ShortBuffer samples = samples(wav);
        double sum = 0;
        for (int i = 0; i < samples.limit(); i++) {
            sum += Math.pow(samples.get(i) / (double) Short.MAX_VALUE, 2);
        }
        return Math.sqrt(sum / samples.limit());
    }

    private static int crossings(byte[] wav) {
        ShortBuffer samples = samples(wav);
        int crossings = 0;
        for (int i = 1; i < samples.limit(); i++) {
            crossings += samples.get(i) >= 0 == samples.get(i - 1) < 0 ? 1 : 0;
        }
        return crossings;
    }

    private static ShortBuffer samples(byte[] wav) {
        return ByteBuffer.wrap(wav, 44, wav.length - 44)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
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
