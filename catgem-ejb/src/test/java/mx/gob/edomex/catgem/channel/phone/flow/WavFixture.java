package mx.gob.edomex.catgem.channel.phone.flow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Recordings for tests. */
public final class WavFixture {

    private static final int HEAD = 44;

    private WavFixture() {}

    /** Nothing to be heard, as a recorder would write it. */
    public static byte[] silence(int rate, int channels, int millis) {
        return file(1, channels, rate, 16, millis);
    }

    /**
     * A tone on each channel.
     *
     * @param loud 1 at most
     */
    public static byte[] tone(int rate, int channels, int hertz, int millis, double loud) {
        byte[] file = silence(rate, channels, millis);
        ByteBuffer samples =
                ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(HEAD);
        for (int i = 0; samples.hasRemaining(); i++) {
            short sample = (short) Math.round(Short.MAX_VALUE * loud * Math.sin(2 * Math.PI * hertz * i / rate));
            for (int channel = 0; channel < channels; channel++) {
                samples.putShort(sample);
            }
        }
        return file;
    }

    static byte[] file(int format, int channels, int rate, int bits, int millis) {
        int frame = channels * bits / 8;
        int size = (int) ((long) rate * millis / 1000) * frame;
        ByteBuffer file = ByteBuffer.allocate(HEAD + size).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(HEAD - 8 + size).put(ascii("WAVE"));
        file.put(ascii("fmt ")).putInt(16);
        file.putShort((short) format).putShort((short) channels).putInt(rate).putInt(rate * frame);
        file.putShort((short) frame).putShort((short) bits);
        file.put(ascii("data")).putInt(size);
        return file.array();
    }

    /** With what some programs write about themselves before the sound; of odd length, so that it is filled up. */
    static byte[] withNotes(byte[] file) {
        ByteBuffer longer = ByteBuffer.allocate(file.length + 12).order(ByteOrder.LITTLE_ENDIAN);
        longer.put(file, 0, 12).put(ascii("LIST")).putInt(3).put(ascii("abc")).put((byte) 0);
        return longer.put(file, 12, file.length - 12).array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
