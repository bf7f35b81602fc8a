package mx.gob.edomex.catgem.tests.storm;

/** The harness could not do or see what it must: nothing is said about the centre, neither good nor bad. */
final class HarnessFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HarnessFault(String what) {
        super(what);
    }

    HarnessFault(String what, Exception cause) {
        super(what, cause);
    }
}
