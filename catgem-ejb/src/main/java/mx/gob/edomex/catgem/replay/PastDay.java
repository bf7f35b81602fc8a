package mx.gob.edomex.catgem.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import mx.gob.edomex.catgem.workforce.SkillBook.Profile;
import mx.gob.edomex.catgem.workforce.Stay;

/**
 * A day to replay. Some hours before and after it run along, so that it begins and ends with a centre at work, but only
 * what was queued in the day itself counts.
 *
 * @param length of the day itself
 * @param contacts in the order in which they were queued
 * @param staff who works here, with the skills of today
 * @param stays who was there when, over the hours before and after as well
 */
public record PastDay(
        LocalDate date,
        Instant start,
        Duration length,
        List<PastContact> contacts,
        List<Profile> staff,
        List<Stay> stays) {

    /** How long before and after the day the centre runs along. */
    static final Duration MARGIN = Duration.ofHours(2);

    boolean counts(Duration at) {
        return !at.isNegative() && at.compareTo(length) < 0;
    }

    long counted() {
        return contacts.stream().filter(contact -> counts(contact.at())).count();
    }
}
