package mx.gob.edomex.catgem.verifier;

/** What became of a bundle. */
public enum Verdict {
    VALID(0, "VÁLIDO"),
    /** Something in it contradicts what was signed. */
    ALTERED(1, "ALTERADO"),
    /** Nothing in it is wrong, but something is not there. */
    INCOMPLETE(2, "INCOMPLETO");

    private final int exitCode;
    private final String spanish;

    Verdict(int exitCode, String spanish) {
        this.exitCode = exitCode;
        this.spanish = spanish;
    }

    public int exitCode() {
        return exitCode;
    }

    String in(boolean english) {
        return english ? name() : spanish;
    }
}
