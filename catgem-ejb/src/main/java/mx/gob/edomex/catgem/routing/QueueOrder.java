package mx.gob.edomex.catgem.routing;

import java.time.Instant;
import java.util.Comparator;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.contact.WaitingContact;

/**
 * The order of the universal queue at one instant (ROUTING, "Order in the queue"): urgent first; mail after
 * all else where the rules say so; then the larger part of the target used, {@code (now − firstQueuedAt − paused) /
 * target}; then the priority level; then the older; then the id. The part used grows without bound, so nobody starves.
 */
public final class QueueOrder implements Comparator<WaitingContact> {

    private final RoutingRules rules;
    private final Instant now;

    public QueueOrder(RoutingRules rules, Instant now) {
        this.rules = rules;
        this.now = now;
    }

    /** Part of the target used: 1.0 is the whole of it. */
    public double used(WaitingContact contact) {
        return contact.waited(now).toMillis()
                / (double) rules.target(contact.serviceClass()).toMillis();
    }

    @Override
    public int compare(WaitingContact one, WaitingContact other) {
        int order = Boolean.compare(isUrgent(other), isUrgent(one));
        if (order == 0 && rules.callsBeforeMail()) {
            order = Boolean.compare(isMail(one), isMail(other));
        }
        if (order == 0) {
            order = Double.compare(used(other), used(one));
        }
        if (order == 0) {
            order = one.serviceClass().priority().compareTo(other.serviceClass().priority());
        }
        if (order == 0) {
            order = one.firstQueuedAt().compareTo(other.firstQueuedAt());
        }
        return order != 0
                ? order
                : one.contact().value().compareTo(other.contact().value());
    }

    private static boolean isMail(WaitingContact contact) {
        return contact.serviceClass().channel() == Channel.EMAIL;
    }

    private static boolean isUrgent(WaitingContact contact) {
        return contact.serviceClass().priority() == Priority.URGENT;
    }
}
