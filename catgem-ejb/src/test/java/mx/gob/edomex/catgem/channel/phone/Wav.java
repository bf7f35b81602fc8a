package mx.gob.edomex.catgem.channel.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** What a test hears of a WAV file of the telephone: 8 kHz, 16 bit, one channel; loud is what is over half. */
record Wav(double seconds, int loudest, double loudSeconds) {

    private static final int HEAD = 44;
    private static final int STRETCH = 80; // samples

    static Wav read(byte[] file) {
        assertThat(new String(file, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
        assertThat(new String(file, 8, 4, StandardCharsets.US_ASCII)).isEqualTo("WAVE");
        ByteBuffer samples = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(samples.getInt(24)).isEqualTo(8000);
        assertThat(samples.getInt(4)).isEqualTo(file.length - 8);
        samples.position(HEAD);
        int loudest = 0;
        int loud = 0;
        while (samples.remaining() > 1) {
            int peak = 0;
            for (int i = 0; i < STRETCH && samples.remaining() > 1; i++) {
                peak = Math.max(peak, Math.abs(samples.getShort()));
            }
            loudest = Math.max(loudest, peak);
            loud += peak > Short.MAX_VALUE / 2 ? 1 : 0;
        }
        return new Wav((file.length - HEAD) / 16000.0, loudest, loud * STRETCH / 8000.0);
    }
}
