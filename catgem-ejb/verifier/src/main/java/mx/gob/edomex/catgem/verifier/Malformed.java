package mx.gob.edomex.catgem.verifier;

/** Something has not the form it must have; the message says what. */
final class Malformed extends Exception {

    Malformed(String what) {
        super(what);
    }
}
