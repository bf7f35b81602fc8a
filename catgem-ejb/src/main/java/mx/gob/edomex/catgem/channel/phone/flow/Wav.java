package mx.gob.edomex.catgem.channel.phone.flow;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * Uncompressed sound in the RIFF container (Microsoft and IBM, Multimedia Programming Interface and Data Specifications
 * 1.0, 1991): what every recorder can write, and no exchange has to decode.
 *
 * @param rate samples a second
 * @param channels 1 or 2
 * @param millis how long it is
 */
record Wav(int rate, int channels, int millis) {

    private static final int TELEPHONE = 8000;
    private static final int PCM = 1;

    /** The format is named by the first two bytes of a longer name (WAVEFORMATEXTENSIBLE). */
    private static final int EXTENSIBLE = 0xFFFE;

    private static final int SUBFORMAT_AT = 24;
    private static final int HEAD = 12;
    private static final int CHUNK_HEAD = 8;
    private static final int FORMAT = 16;

    /**
     * @throws RecordingNotWav when it is something else, or not whole
     * @throws RecordingNotPcm when it is compressed, not of 16 bits, of more than two channels or outside of 8 to 48 kHz
     */
    static Wav of(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < HEAD
                || !name(file, 0).equals("RIFF")
                || !name(file, 8).equals("WAVE")) {
            throw new RecordingNotWav();
        }
        int format = -1;
        int at = HEAD;
        while (at + CHUNK_HEAD <= file.length) {
            String chunk = name(file, at);
            long size = Integer.toUnsignedLong(bytes.getInt(at + 4));
            int content = at + CHUNK_HEAD;
            if (content + size > file.length) {
                throw new RecordingNotWav();
            } else if (chunk.equals("fmt ") && size >= FORMAT) {
                format = content;
                requireSpeech(bytes, format, (int) size);
            } else if (chunk.equals("data") && format >= 0) {
                return new Wav(bytes.getInt(format + 4), bytes.getShort(format + 2), millis(bytes, format, size));
            }
            at = (int) Math.min(file.length, content + size + size % 2);
        }
        throw new RecordingNotWav();
    }

    private static void requireSpeech(ByteBuffer bytes, int format, int size) {
        int tag = Short.toUnsignedInt(bytes.getShort(format));
        if (tag == EXTENSIBLE && size >= SUBFORMAT_AT + 2) {
            tag = Short.toUnsignedInt(bytes.getShort(format + SUBFORMAT_AT));
        }
        int channels = bytes.getShort(format + 2);
        int rate = bytes.getInt(format + 4);
        int bits = bytes.getShort(format + 14);
        if (tag != PCM || channels < 1 || channels > 2 || rate < 8000 || rate > 48_000 || bits != 16) {
            throw new RecordingNotPcm();
        }
    }

    private static int millis(ByteBuffer bytes, int format, long size) {
        long frame = 2L * bytes.getShort(format + 2);
        return (int) (size / frame * 1000 / bytes.getInt(format + 4));
    }

    /**
     * As a telephone carries it: 8 kHz, one channel, 16 bits.
     *
     * @param file as {@link #of} takes it
     * @return a whole file of type WAV
     */
    static byte[] forTheTelephone(byte[] file) {
        AudioFormat speech = new AudioFormat(
                AudioFormat.Encoding.PCM_SIGNED,
                TELEPHONE,
                16,
                1,
                2,
                TELEPHONE,
                false,
                Map.of("interpolation", "sinc"));
        try (AudioInputStream read = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file));
                AudioInputStream resampled = AudioSystem.getAudioInputStream(speech, read)) {
            byte[] samples = resampled.readAllBytes();
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            AudioFormat plain = new AudioFormat(TELEPHONE, 16, 1, true, false);
            AudioSystem.write(
                    new AudioInputStream(new ByteArrayInputStream(samples), plain, samples.length / 2),
                    AudioFileFormat.Type.WAVE,
                    written);
            return written.toByteArray();
        } catch (UnsupportedAudioFileException | IllegalArgumentException e) {
            throw new RecordingNotPcm();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be read", e);
        }
    }

    private static String name(byte[] file, int at) {
        return new String(file, at, 4, StandardCharsets.US_ASCII);
    }
}
