package mx.gob.edomex.catgem.workforce;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mx.gob.edomex.catgem.shared.ContactId;

/**
 * An advisor with a desk open, as the routing sees them at one moment.
 *
 * @param available AVAILABLE and not about to leave; who is not takes nothing, but is named in explanations
 * @param offered an offer is ringing: nothing else is offered meanwhile
 * @param reserve a coordinator, who attends only when the widening reaches the reserve
 * @param freePoints capacity left, 0 to 100
 * @param idleSince end of the last contact, after-call work included; breaks do not reset it
 * @param occupancy part of today's time at work spent on contacts, 0 to 1
 * @param mailOpen has a mail in hand, be it interrupted or not: calls and chats go to others first
 * @param mails the mails in hand that a call or chat may interrupt, the first to be interrupted first
 */
public record StaffedAdvisor(
        String username,
        boolean available,
        boolean offered,
        boolean reserve,
        int freePoints,
        Instant idleSince,
        double occupancy,
        boolean mailOpen,
        List<OpenMail> mails,
        Skills skills) {

    /**
     * A mail in hand.
     *
     * @param points what it weighs until it is interrupted
     */
    public record OpenMail(ContactId contact, int points) {}

    /** Points of the mails that may be interrupted. */
    public int interruptiblePoints() {
        return mails.stream().mapToInt(OpenMail::points).sum();
    }

    /** The fewest mails, in their order, without which so many points are free; none when they are. */
    public List<OpenMail> interruptedFor(int points) {
        List<OpenMail> interrupted = new ArrayList<>();
        int free = freePoints;
        for (OpenMail mail : mails) {
            if (free >= points) {
                break;
            }
            interrupted.add(mail);
            free += mail.points();
        }
        return interrupted;
    }

    /** As they are once the offer rings. */
    public StaffedAdvisor offeredFor(int points, List<OpenMail> interrupted) {
        List<OpenMail> rest = new ArrayList<>(mails);
        rest.removeAll(interrupted);
        int freed = interrupted.stream().mapToInt(OpenMail::points).sum();
        return new StaffedAdvisor(
                username,
                available,
                true,
                reserve,
                freePoints + freed - points,
                idleSince,
                occupancy,
                mailOpen,
                rest,
                skills);
    }

    /** As they are when so much of today's time went to contacts. */
    public StaffedAdvisor occupied(double part) {
        return new StaffedAdvisor(
                username, available, offered, reserve, freePoints, idleSince, part, mailOpen, mails, skills);
    }
}
