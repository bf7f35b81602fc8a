package mx.gob.edomex.catgem.correction;

/** What people type beside an act. */
public final class Words {

    public static final int LONGEST = 2000;

    private Words() {}

    /** @throws WordsNeeded when there is nothing to read */
    public static String needed(String typed) {
        if (typed == null || typed.isBlank()) {
            throw new WordsNeeded();
        }
        String text = typed.strip();
        return text.substring(0, Math.min(LONGEST, text.length()));
    }
}
