package mx.gob.edomex.catgem.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import mx.gob.edomex.catgem.workforce.SkillBook.Profile;
import mx.gob.edomex.catgem.workforce.Skills;
import mx.gob.edomex.catgem.workforce.Stay;

/**
 * A day to replay. Some hours before and after it run along, so that it begins and ends with a centre at work, but only
 * what was queued in the day itself counts.
 *
 * @param length of the day itself
 * @param contacts in the order in which they were queued
 * @param staff who worked here, with the skills they had when the hours before the day began
 * @param learned what they could from a moment on, in the order of time
 * @param stays who was there when, over the hours before and after as well
 */
public record PastDay(
        LocalDate date,
        Instant start,
        Duration length,
        List<PastContact> contacts,
        List<Profile> staff,
        List<Learned> learned,
        List<Stay> stays) {

    /** From then on, what the advisor can. */
    public record Learned(Instant at, String username, Skills skills) {}

    /** How long before and after the day the centre runs along. */
    static final Duration MARGIN = Duration.ofHours(2);

    boolean counts(Duration at) {
        return !at.isNegative() && at.compareTo(length) < 0;
    }

    long counted() {
        return contacts.stream().filter(contact -> counts(contact.at())).count();
    }
}
