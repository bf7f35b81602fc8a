package mx.gob.edomex.catgem.channel;

/**
 * A message's text with what may be folded away: quoted mails and the signature. Stored as one text with an invisible
 * separator on a line of its own, which no incoming text can contain.
 *
 * @param shown what the person wrote now
 * @param folded the rest, empty when there is none
 */
public record FoldedText(String shown, String folded) {

    /** U+2063 INVISIBLE SEPARATOR: valid in XML, shows nothing where nobody folds. */
    public static final char FOLD_CHARACTER = '\u2063';

    private static final String FOLD = "\n" + FOLD_CHARACTER + "\n";

    /** Reads a stored text. */
    public static FoldedText of(String stored) {
        int at = stored.indexOf(FOLD);
        return at < 0
                ? new FoldedText(stored, "")
                : new FoldedText(stored.substring(0, at), stored.substring(at + FOLD.length()));
    }

    public String stored() {
        return folded.isEmpty() ? shown : shown + FOLD + folded;
    }

    public boolean isFolded() {
        return !folded.isEmpty();
    }
}
