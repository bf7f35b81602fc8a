package mx.gob.edomex.catgem.shared;

/**
 * Something a node cannot work without. Every bean of this type, in any module, shows under its name in the readiness
 * check on the management port, so a new one needs nothing but to exist.
 */
public interface Vital {
    /** One word, for instance {@code database}. */
    String name();

    /** Answers within two seconds; may throw, which counts as no. */
    boolean works() throws Exception;

    /** Whether a node without it should get no more work; otherwise its absence is only shown, as {@code AWAY}. */
    default boolean isEssential() {
        return true;
    }
}
