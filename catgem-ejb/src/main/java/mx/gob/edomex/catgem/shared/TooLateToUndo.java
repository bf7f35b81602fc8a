package mx.gob.edomex.catgem.shared;

/** What is to be put back was changed by somebody else since, or it was too long ago. */
public class TooLateToUndo extends Violation {
    public TooLateToUndo(String what) {
        super("cannot be undone any more: " + what);
    }
}
