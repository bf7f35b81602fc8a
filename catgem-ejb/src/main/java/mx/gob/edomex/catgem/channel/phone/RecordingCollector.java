package mx.gob.edomex.catgem.channel.phone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Clock;
import mx.gob.edomex.catgem.security.SubjectErased;
import mx.gob.edomex.catgem.shared.Rounds;
import mx.gob.edomex.catgem.shared.Sha256;

/**
 * Looks at the exchange, while this node owns it, for recordings that are finished: takes each over, and has it deleted
 * there once that is committed. Whatever was missed, by whichever node, lies there still.
 */
final class RecordingCollector {

    /** About a minute of sound: what is in memory of one. */
    static final int PART = 1 << 20;

    /** More than the longest that the exchange is asked to record. */
    private static final long MOST = 256L << 20;

    private final AriExchange exchange;
    private final RecordingService service;
    private final Rounds rounds;
    private final Clock clock;

    RecordingCollector(AriExchange exchange, RecordingService service, Rounds rounds, Clock clock) {
        this.exchange = exchange;
        this.service = service;
        this.rounds = rounds;
        this.clock = clock;
    }

    void round(long epoch) {
        rounds.run(() -> {
            rounds.each(() -> told(exchange::recordings), leg -> collect(leg, epoch));
            rounds.each(() -> service.overdue(epoch), leg -> look(leg, epoch));
        });
    }

    private void collect(AdvisorChannel leg, long epoch) {
        RecordingRows.Row recording = service.find(leg, epoch)
                .orElseThrow(
                        () -> new IllegalStateException("the exchange has a recording of a leg that is not on record"));
        boolean early = recording.nextTry() != null && clock.instant().isBefore(recording.nextTry());
        if (early || told(() -> exchange.isRecording(leg))) {
            return;
        }
        if (recording.erased()) {
            service.erased(leg, epoch);
        } else if (!recording.stored()) {
            take(leg, recording, epoch);
        }
        if (!told(() -> exchange.forget(leg))) {
            throw new IllegalStateException("the exchange keeps a recording");
        }
    }

    private void take(AdvisorChannel leg, RecordingRows.Row recording, long epoch) {
        try (InputStream sound = exchange.recording(leg)) {
            service.begin(recording, epoch);
            MessageDigest sha256 = Sha256.fresh();
            long bytes = 0;
            byte[] part = sound.readNBytes(PART);
            for (int number = 0; part.length > 0; number++) {
                service.part(recording, number, part, epoch);
                sha256.update(part);
                bytes += part.length;
                if (bytes > MOST) {
                    throw new IOException("a recording is longer than any can be");
                }
                part = sound.readNBytes(PART);
            }
            service.complete(recording, bytes, sha256.digest(), epoch);
        } catch (SubjectErased e) {
            service.erased(leg, epoch);
        } catch (IOException e) {
            service.failed(recording, epoch);
            throw new UncheckedIOException("a recording is not fetched", e);
        }
    }

    /** It may have ended since the list was made: first whether it goes on, then whether it is there. */
    private void look(AdvisorChannel leg, long epoch) {
        if (!told(() -> exchange.isRecording(leg) || exchange.hasRecorded(leg))) {
            service.lost(leg, epoch);
        }
    }

    private interface Asking<T> {
        T ask() throws IOException;
    }

    private static <T> T told(Asking<T> asking) {
        try {
            return asking.ask();
        } catch (IOException e) {
            throw new UncheckedIOException("the exchange is not reached", e);
        }
    }
}
