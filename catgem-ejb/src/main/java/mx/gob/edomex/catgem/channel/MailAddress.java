package mx.gob.edomex.catgem.channel;

import java.util.regex.Pattern;

/**
 * Which mail addresses the centre writes to: one plain address (RFC 5321 §4.1.2 without quoted and literal forms), no
 * name, no list, nothing that could end a header.
 */
public final class MailAddress {

    /** Characters of an address at most (RFC 5321 §4.5.3.1.3). */
    public static final int LONGEST = 254;

    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@" + LABEL + "(?:\\." + LABEL + ")*");

    private MailAddress() {}

    public static boolean isValid(String address) {
        return address != null
                && address.length() <= LONGEST
                && PLAIN.matcher(address).matches();
    }

    /** As a citizen gives it in a form: it also names a domain of the Internet and not a machine of some house. */
    public static boolean isPublic(String address) {
        return isValid(address) && address.indexOf('.', address.indexOf('@')) > 0;
    }
}
