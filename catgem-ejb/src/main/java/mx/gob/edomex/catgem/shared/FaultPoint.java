package mx.gob.edomex.catgem.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.locks.LockSupport;

/**
 * The places between two commits where a crash hurts most. A try-out started with the property {@value #FOLDER} stops
 * there when told to: a file of a point's name in that folder is a trap. The first thread that comes by springs it (the
 * file gets the ending {@value #SPRUNG}) and stands still until its process is killed or the sprung trap is taken away.
 * Without the property nothing is looked at, and production refuses to start with it.
 */
public enum FaultPoint {
    /** A gateway has committed an arrival; intake has not been told. */
    ARRIVAL_COMMITTED,
    /** T1: intake has committed the contact; its token is not with the broker. */
    INTAKE_COMMITTED,
    /** T1: the broker has confirmed the token; the message of intake is not acknowledged. */
    TOKEN_SENT,
    /** T2: the engine has chosen; nothing is written yet. */
    MATCH_DECIDED,
    /** T2: the offers are committed; no token is acknowledged. */
    OFFER_COMMITTED,
    /** T2: the token is acknowledged; the offer has no timer. */
    TOKEN_ACKNOWLEDGED,
    /** T3: the answer to an offer is committed; neither the citizen's page nor the desk knows. */
    ACCEPT_COMMITTED,
    /** T4: a contact is back in the line by its commit; the matcher has not been told. */
    RETURN_COMMITTED,
    /** The broker has given an offer's timer away; the offer has not ended. */
    TIMER_TAKEN,
    /** In the midst of what time alone brings about. */
    SWEEP_UNDER_WAY,
    /** A mail is committed; it still lies in the inbox. */
    MAIL_COMMITTED,
    /** The mail server has taken a mail of ours; its row does not say so. */
    MAIL_SENT;

    /** System property that names the folder of the traps. */
    public static final String FOLDER = "catgem.faults";

    public static final String SPRUNG = ".sprung";

    private static final Path TRAPS = folder();
    private static final long LOOK_NANOS = 10_000_000;

    private static Path folder() {
        String folder = System.getProperty(FOLDER);
        return folder == null ? null : Path.of(folder);
    }

    /** To be called where the point is. */
    public void reached() {
        if (TRAPS != null) {
            reached(TRAPS);
        }
    }

    void reached(Path traps) {
        Path sprung = traps.resolve(name() + SPRUNG);
        if (isFirst(traps.resolve(name()), sprung)) {
            while (Files.exists(sprung)) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
    }

    private static boolean isFirst(Path trap, Path sprung) {
        if (!Files.exists(trap)) {
            return false;
        }
        try {
            Files.move(trap, sprung, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            if (Files.exists(trap)) {
                throw new UncheckedIOException("the trap cannot be sprung", e);
            }
            return false;
        }
    }

    /** @throws IllegalStateException when this server could be stopped by anyone who can write a file */
    static void refuseIn(CentreMode mode) {
        refuseIn(mode, TRAPS);
    }

    static void refuseIn(CentreMode mode, Path traps) {
        if (traps != null && mode != CentreMode.TRYOUT) {
            throw new IllegalStateException("the property " + FOLDER + " is for try-outs; this is " + mode);
        }
    }
}
