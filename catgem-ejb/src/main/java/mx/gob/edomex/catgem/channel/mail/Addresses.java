package mx.gob.edomex.catgem.channel.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import java.util.Optional;
import mx.gob.edomex.catgem.channel.MailAddress;
import mx.gob.edomex.catgem.shared.Folio;

/** Rules for mail addresses: which are usable, which are ours, and the plus-address that carries a folio home. */
final class Addresses {

    private Addresses() {}

    /** One plain address that the mail library takes too. */
    static boolean isValid(String address) {
        if (!MailAddress.isValid(address)) {
            return false;
        }
        try {
            new InternetAddress(address, true);
            return true;
        } catch (AddressException e) {
            return false;
        }
    }

    /** catgem@x and catgem+FOLIO@x give catgem+folio@x. */
    static String plus(String own, Folio folio) {
        int at = own.indexOf('@');
        return own.substring(0, at) + "+" + folio.value().toLowerCase(Locale.ROOT) + own.substring(at);
    }

    static boolean isOwn(String own, String address) {
        return address.equalsIgnoreCase(own) || tag(own, address).isPresent();
    }

    /** The folio in a plus-address of ours. */
    static Optional<Folio> folio(String own, String address) {
        return tag(own, address).flatMap(Addresses::parse);
    }

    static Optional<Folio> parse(String text) {
        try {
            return Optional.of(Folio.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static String domain(String address) {
        return address.substring(address.indexOf('@') + 1);
    }

    private static Optional<String> tag(String own, String address) {
        int at = own.indexOf('@');
        String start = own.substring(0, at) + "+";
        String end = own.substring(at);
        boolean tagged = address.length() > start.length() + end.length()
                && address.regionMatches(true, 0, start, 0, start.length())
                && address.regionMatches(true, address.length() - end.length(), end, 0, end.length());
        return tagged
                ? Optional.of(address.substring(start.length(), address.length() - end.length()))
                : Optional.empty();
    }
}
