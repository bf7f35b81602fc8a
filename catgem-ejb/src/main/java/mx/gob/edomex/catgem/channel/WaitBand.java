package mx.gob.edomex.catgem.channel;

import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;

/**
 * How long a waiting citizen is told to expect: a band, since a position in the line would mislead where the order
 * depends on targets and skills.
 */
public interface WaitBand {

    /** Minutes; the upper bound is excluded. */
    enum Band {
        UNDER_2(2),
        FROM_2_TO_5(5),
        FROM_5_TO_10(10),
        OVER_10(Double.POSITIVE_INFINITY);

        private final double below;

        Band(double below) {
            this.below = below;
        }

        public static Band of(double minutes) {
            for (Band band : values()) {
                if (minutes < band.below) {
                    return band;
                }
            }
            return OVER_10;
        }
    }

    /** The band for a contact that waits; for one that intake has not opened yet, as if it were last in line. */
    Band of(ContactId contact);

    /** The band for one that would come now. */
    Band of(Channel channel, Language language, String topic);
}
