package mx.gob.edomex.catgem.evidence.log;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads the whole ledger and the whole log again and says where they differ from each other, from what was signed, and
 * from a checkpoint that somebody kept elsewhere. Places are codes: {@code leaf:17}, {@code event:23}.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LogReading {

    private static final int FINDINGS = 100;
    private static final Duration SETTLED = Duration.ofMinutes(2);

    /** @param findings none is as it must be */
    public record Found(long size, List<String> findings) {}

    @Inject
    LogRows rows;

    @Inject
    LogKeys keys;

    @Inject
    Clock clock;

    /** The state of one reading. */
    private static final class Walk {
        final Frontier tree = new Frontier();
        final List<String> findings = new ArrayList<>();
        Frontier tile = new Frontier();
        long sealed;
        boolean forked;

        void found(String place) {
            if (findings.size() < FINDINGS) {
                findings.add(place);
            }
        }
    }

    /** @param held a checkpoint kept elsewhere, by a witness or this node itself */
    public Found read(Optional<SignedNote> held) {
        Instant began = clock.instant();
        long size = rows.size();
        Walk walk = new Walk();
        List<VerifierKey> published = keys.published();
        List<LogRows.Line> piece;
        do {
            piece = rows.lines(walk.tree.size());
            List<SignedNote> notes = rows.checkpoints(walk.tree.size(), walk.tree.size() + LogRows.PIECE);
            read(piece, notes, published, held, walk);
        } while (piece.size() == LogRows.PIECE && walk.findings.size() < FINDINGS);
        if (walk.findings.size() < FINDINGS) {
            end(size, held, walk);
            rows.forgotten(began.minus(SETTLED)).ifPresent(event -> walk.found("event:" + event));
        }
        return new Found(walk.tree.size(), walk.findings);
    }

    private void read(
            List<LogRows.Line> piece,
            List<SignedNote> notes,
            List<VerifierKey> published,
            Optional<SignedNote> held,
            Walk walk) {
        int next = 0;
        for (LogRows.Line line : piece) {
            if (line.index() != walk.tree.size()) {
                walk.found("leaf:" + walk.tree.size());
                return; // what is behind a hole has another place now; the end is told by its size
            }
            leaf(line, walk);
            if (held.isPresent()) {
                compare(Checkpoint.of(held.get()), "witness:", walk);
            }
            while (next < notes.size() && Checkpoint.of(notes.get(next)).size() == walk.tree.size()) {
                signed(notes.get(next), published, walk);
                next++;
            }
        }
        if (next < notes.size()) {
            walk.found("checkpoint:" + Checkpoint.of(notes.get(next)).size());
        }
    }

    private void leaf(LogRows.Line line, Walk walk) {
        if (line.computed() == null) {
            walk.found("event:" + line.event());
        } else if (!Arrays.equals(line.computed(), line.stored())) {
            walk.found("leaf:" + line.index());
        }
        walk.tree.add(line.stored());
        walk.tile.add(line.stored());
        if (walk.tile.size() == StoredNodes.WIDTH) {
            long tile = line.index() / StoredNodes.WIDTH;
            if (!rows.node(tile)
                    .filter(stored -> Arrays.equals(stored, walk.tile.root()))
                    .isPresent()) {
                walk.found("node:" + tile);
            }
            walk.tile = new Frontier();
        }
    }

    private static void signed(SignedNote note, List<VerifierKey> published, Walk walk) {
        Checkpoint checkpoint = Checkpoint.of(note);
        if (published.stream().noneMatch(key -> key.algorithm() == VerifierKey.LOG && key.hasSigned(note))) {
            walk.found("signature:" + checkpoint.size());
        }
        compare(checkpoint, "leaf:" + walk.sealed + "-", walk);
        walk.sealed = checkpoint.size();
    }

    /** Once it is another tree, all that is signed later is of another tree too: the first place is the place. */
    private static void compare(Checkpoint checkpoint, String place, Walk walk) {
        if (checkpoint.size() == walk.tree.size()
                && !walk.forked
                && !Arrays.equals(checkpoint.root(), walk.tree.root())) {
            walk.found(place + checkpoint.size());
            walk.forked = true;
        }
    }

    private static void end(long size, Optional<SignedNote> held, Walk walk) {
        if (walk.tree.size() < size) {
            walk.found("leaf:" + walk.tree.size());
        }
        held.map(note -> Checkpoint.of(note).size())
                .filter(seen -> seen > walk.tree.size())
                .ifPresent(seen -> walk.found("witness:" + seen));
    }
}
