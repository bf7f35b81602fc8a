package mx.gob.edomex.catgem.shared;

/** In production nothing begins under a procedure until three named people have signed it: that comes first. */
public class ProcedureNotSigned extends Violation {
    public ProcedureNotSigned(String procedure) {
        super("procedure " + procedure
                + " is a proposal: three people have to sign it before anything begins under it");
    }
}
