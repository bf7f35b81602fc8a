package mx.gob.edomex.catgem.evidence.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;

/** A small server of NTP on this machine (RFC 5905 §7.3), byte by byte, so that it shares nothing with the client. */
final class NtpResponder implements AutoCloseable {

    private static final long FROM_1900 = 2_208_988_800L;
    private static final int SIZE = 48;

    volatile Duration ahead = Duration.ZERO;
    volatile int leap;
    volatile int stratum = 2;
    volatile int mode = 4;
    volatile boolean silent;
    volatile boolean answersAnotherQuestion;

    private final DatagramSocket socket;

    NtpResponder() {
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::answer, "ntp");
        thread.setDaemon(true);
        thread.start();
    }

    String address() {
        return socket.getLocalAddress().getHostAddress() + ":" + socket.getLocalPort();
    }

    private void answer() {
        DatagramPacket packet = new DatagramPacket(new byte[SIZE], SIZE);
        while (!socket.isClosed()) {
            try {
                socket.receive(packet);
                if (!silent) {
                    packet.setData(to(ByteBuffer.wrap(packet.getData())).array());
                    socket.send(packet);
                }
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private ByteBuffer to(ByteBuffer question) {
        long now = stamp(Instant.now().plus(ahead));
        return ByteBuffer.allocate(SIZE)
                .put((byte) (leap << 6 | 3 << 3 | mode))
                .put((byte) stratum)
                .putLong(16, now)
                .putLong(24, question.getLong(40) + (answersAnotherQuestion ? 1 << 20 : 0))
                .putLong(32, now)
                .putLong(40, now);
    }

    private static long stamp(Instant time) {
        return (time.getEpochSecond() + FROM_1900) << 32 | ((long) time.getNano() << 32) / 1_000_000_000;
    }

    @Override
    public void close() {
        socket.close();
    }
}
