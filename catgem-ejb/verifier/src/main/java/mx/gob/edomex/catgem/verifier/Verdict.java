package mx.gob.edomex.catgem.verifier;

/** What became of a bundle; the ordinal is the exit code. */
public enum Verdict {
    VALID("VÁLIDO"),
    /** Something in it contradicts what was signed. */
    ALTERED("ALTERADO"),
    /** Nothing in it is wrong, but something is not there. */
    INCOMPLETE("INCOMPLETO");

    private final String spanish;

    Verdict(String spanish) {
        this.spanish = spanish;
    }

    public int exitCode() {
        return ordinal();
    }

    String in(boolean english) {
        return english ? name() : spanish;
    }
}
