package mx.gob.edomex.catgem.channel;

import java.util.Optional;

/**
 * A telephone number in international form (ITU-T E.164), normalised from what people write: ten Mexican digits, with
 * or without +52, with the old prefixes 01, 044, 045 and +521 that disappeared in 2019, or a number of another country
 * written with + or 00.
 */
public record PhoneNumber(String value) {

    private static final String MEXICO = "52";
    private static final int NATIONAL_DIGITS = 10;

    public PhoneNumber {
        if (!value.matches("\\+[1-9][0-9]{7,14}")) {
            throw new IllegalArgumentException("not an international telephone number");
        }
    }

    /** Empty when the text is no telephone number. */
    public static Optional<PhoneNumber> read(String typed) {
        String text = typed.strip();
        if (!text.matches("\\+?[0-9 ().\\-/]{7,30}")) {
            return Optional.empty();
        }
        String digits = text.replaceAll("[^0-9]", "");
        if (text.startsWith("+")) {
            return international(digits);
        }
        return digits.startsWith("00") ? international(digits.substring(2)) : national(digits);
    }

    private static Optional<PhoneNumber> national(String digits) {
        for (String old : new String[] {"044", "045", "01", MEXICO + "1", MEXICO, ""}) {
            if (digits.startsWith(old) && digits.length() == old.length() + NATIONAL_DIGITS) {
                String number = digits.substring(old.length());
                return number.startsWith("0") ? Optional.empty() : Optional.of(new PhoneNumber("+" + MEXICO + number));
            }
        }
        return Optional.empty();
    }

    private static Optional<PhoneNumber> international(String digits) {
        if (digits.startsWith(MEXICO)) {
            return national(digits);
        }
        String full = "+" + digits;
        return full.matches("\\+[1-9][0-9]{7,14}") ? Optional.of(new PhoneNumber(full)) : Optional.empty();
    }

    /** As people write it: {@code 722 123 4567}, {@code 55 1234 5678}, {@code +1 (312) 555-0142}. */
    public String written() {
        if (value.matches("\\+52(55|56|33|81)[0-9]{8}")) {
            return value.replaceFirst("\\+52(..)(....)(....)", "$1 $2 $3");
        } else if (value.matches("\\+52[0-9]{10}")) {
            return value.replaceFirst("\\+52(...)(...)(....)", "$1 $2 $3");
        } else if (value.matches("\\+1[0-9]{10}")) {
            return value.replaceFirst("\\+1(...)(...)(....)", "+1 ($1) $2-$3");
        }
        return value;
    }

    @Override
    public String toString() {
        return value;
    }
}
