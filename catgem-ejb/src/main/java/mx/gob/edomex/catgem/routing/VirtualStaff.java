package mx.gob.edomex.catgem.routing;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.workforce.Skills;
import mx.gob.edomex.catgem.workforce.StaffedAdvisor;
import mx.gob.edomex.catgem.workforce.StaffedAdvisor.OpenMail;

/** The advisors of a {@link VirtualCentre}: who is at work, with which room. */
final class VirtualStaff {

    private static final int CAPACITY = 100;

    /** How often a mail is interrupted at most, as in the live centre. */
    private static final int INTERRUPTIONS = 2;

    /** Those interrupted least often first, then those whose citizens have waited least. */
    private static final Comparator<Mail> FIRST_TO_GO = Comparator.comparingInt(Mail::interruptions)
            .thenComparing(Mail::queuedAt, Comparator.reverseOrder())
            .thenComparing(mail -> mail.contact().value());

    /** A mail that is worked on. */
    record Mail(ContactId contact, int points, int interruptions, Instant queuedAt) {}

    private final Map<String, StaffedAdvisor> everyone = new LinkedHashMap<>();
    private final Set<String> desks = new HashSet<>();
    private final AdvisorPool atWork = new AdvisorPool();
    private final Map<String, Set<ContactId>> open = new HashMap<>();
    private final Map<String, Set<Mail>> going = new HashMap<>();

    void employ(StaffedAdvisor advisor) {
        everyone.put(advisor.username(), advisor);
    }

    void presence(String username, boolean isOpen, boolean available) {
        StaffedAdvisor was = everyone.get(username);
        if (!isOpen) {
            desks.remove(username);
            atWork.remove(username);
            everyone.put(username, with(was, false, was.offered(), was.freePoints(), was.idleSince()));
            return;
        }
        desks.add(username);
        put(with(was, available, was.offered(), was.freePoints(), was.idleSince()));
    }

    void learn(String username, Skills skills) {
        StaffedAdvisor was = everyone.get(username);
        put(new StaffedAdvisor(
                username,
                was.available(),
                was.offered(),
                was.reserve(),
                was.freePoints(),
                was.idleSince(),
                was.occupancy(),
                was.mailOpen(),
                was.mails(),
                skills));
    }

    void offered(String username, int points) {
        StaffedAdvisor was = everyone.get(username);
        put(with(was, was.available(), true, was.freePoints() - points, was.idleSince()));
    }

    /** @param mail null when it is none */
    void accepted(String username, Mail mail) {
        if (mail != null) {
            open.computeIfAbsent(username, key -> new HashSet<>()).add(mail.contact());
            going(username).add(mail);
        }
        StaffedAdvisor was = everyone.get(username);
        put(with(was, was.available(), false, was.freePoints(), was.idleSince()));
    }

    /** An offer came to nothing, which leaves the idle position as it was. */
    void offerOver(String username, int points) {
        StaffedAdvisor was = everyone.get(username);
        put(with(was, was.available(), false, was.freePoints() + points, was.idleSince()));
    }

    /** @param points those it held at the end */
    void ended(String username, int points, Instant at) {
        StaffedAdvisor was = everyone.get(username);
        put(with(was, was.available(), was.offered(), was.freePoints() + points, at));
    }

    /** What is in hand weighs so much more, or less. */
    void weighs(String username, int points) {
        StaffedAdvisor was = everyone.get(username);
        put(with(was, was.available(), was.offered(), was.freePoints() - points, was.idleSince()));
    }

    boolean fits(String username, int points) {
        return everyone.get(username).freePoints() >= points;
    }

    /** Whether a contact that was silent can weigh again. */
    boolean canTakeUp(String username, int points) {
        return everyone.get(username).available() && fits(username, points);
    }

    void mailPaused(String username, ContactId contact) {
        going(username).removeIf(mail -> mail.contact().equals(contact));
        again(username);
    }

    void mailGoesOn(String username, Mail mail) {
        if (mail.interruptions() < INTERRUPTIONS) {
            going(username).add(mail);
        }
        again(username);
    }

    void mailOver(String username, ContactId contact) {
        open.get(username).remove(contact);
        mailPaused(username, contact);
    }

    AdvisorPool atWork() {
        return atWork;
    }

    private Set<Mail> going(String username) {
        return going.computeIfAbsent(username, key -> new TreeSet<>(FIRST_TO_GO));
    }

    private void again(String username) {
        StaffedAdvisor was = everyone.get(username);
        put(with(was, was.available(), was.offered(), was.freePoints(), was.idleSince()));
    }

    private void put(StaffedAdvisor now) {
        if (now.freePoints() < 0 || now.freePoints() > CAPACITY) {
            throw new IllegalStateException("above capacity");
        }
        everyone.put(now.username(), now);
        if (desks.contains(now.username())) {
            atWork.put(now);
        }
    }

    private StaffedAdvisor with(
            StaffedAdvisor was, boolean available, boolean offered, int freePoints, Instant idleSince) {
        return new StaffedAdvisor(
                was.username(),
                available,
                offered,
                was.reserve(),
                freePoints,
                idleSince,
                0,
                !open.getOrDefault(was.username(), Set.of()).isEmpty(),
                going.getOrDefault(was.username(), Set.of()).stream()
                        .map(mail -> new OpenMail(mail.contact(), mail.points()))
                        .toList(),
                was.skills());
    }
}
