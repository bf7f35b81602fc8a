package mx.gob.edomex.catgem.correction;

/** What people type beside an act. */
public final class Words {

    public static final int LONGEST = 2000;

    private Words() {}

    /** @throws WordsNeeded when there is nothing to read */
    public static String needed(String typed) {
        return needed(typed, LONGEST);
    }

    /** As {@link #needed(String)}, for a text that may be longer. */
    public static String needed(String typed, int longest) {
        if (typed == null || typed.isBlank()) {
            throw new WordsNeeded();
        }
        String text = typed.strip();
        return text.substring(0, Math.min(longest, text.length()));
    }
}
