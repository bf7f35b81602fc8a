package mx.gob.edomex.catgem.routing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.contact.WaitingContact;
import mx.gob.edomex.catgem.workforce.Skills.Kind;
import mx.gob.edomex.catgem.workforce.StaffedAdvisor;

/** Who may be asked to take a contact, under one version of the rules and at one instant. */
final class Eligibility {

    private final RoutingRules rules;
    private final Instant now;

    Eligibility(RoutingRules rules, Instant now) {
        this.rules = rules;
        this.now = now;
    }

    /** Empty: may be asked. */
    Optional<Exclusion> exclusion(WaitingContact contact, Scope scope, StaffedAdvisor advisor) {
        if (!advisor.available()) {
            return Optional.of(Exclusion.AWAY);
        }
        Optional<Exclusion> unskilled = unskilled(contact.serviceClass(), scope, advisor);
        if (unskilled.isPresent()) {
            return unskilled;
        }
        if (contact.excluded().contains(advisor.username())) {
            return Optional.of(Exclusion.DECLINED);
        }
        if (advisor.offered()) {
            return Optional.of(Exclusion.OFFERED);
        }
        return hasRoom(contact, advisor) ? Optional.empty() : Optional.of(Exclusion.NO_ROOM);
    }

    /** Whether somebody at work, busy or not, has the skills the scope asks for. */
    boolean isStaffed(ServiceClass wanted, Scope scope, Iterable<StaffedAdvisor> staff) {
        for (StaffedAdvisor advisor : staff) {
            if (advisor.available() && unskilled(wanted, scope, advisor).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the contact's last advisor could take it, if not now then when the offer that rings has ended; the level
     * does not matter, for they know the matter.
     */
    boolean isPreferredWithin(WaitingContact contact, StaffedAdvisor advisor) {
        return advisor.available()
                && level(contact.serviceClass(), advisor, contact.serviceClass().topic()) > 0
                && !contact.excluded().contains(advisor.username())
                && hasRoom(contact, advisor);
    }

    /** The least of the advisor's levels in what the contact asks for; 0 when one is missing. */
    int level(ServiceClass wanted, StaffedAdvisor advisor, String topic) {
        return Math.min(reach(wanted, advisor), advisor.skills().level(Kind.TOPIC, topic, now));
    }

    private boolean hasRoom(WaitingContact contact, StaffedAdvisor advisor) {
        Channel channel = contact.serviceClass().channel();
        int most = advisor.freePoints() + (interrupts(channel) ? advisor.interruptiblePoints() : 0);
        return most >= rules.points(channel);
    }

    static boolean interrupts(Channel channel) {
        return channel == Channel.PHONE || channel == Channel.CHAT;
    }

    private int reach(ServiceClass wanted, StaffedAdvisor advisor) {
        return Math.min(
                advisor.skills().level(Kind.CHANNEL, wanted.channel().name(), now),
                advisor.skills().level(Kind.LANGUAGE, wanted.language().name(), now));
    }

    private Optional<Exclusion> unskilled(ServiceClass wanted, Scope scope, StaffedAdvisor advisor) {
        int reach = reach(wanted, advisor);
        if (scope.everyone() && reach > 0) {
            return Optional.empty();
        }
        int topic = advisor.skills().level(Kind.TOPIC, wanted.topic(), now);
        if (scope.neighbours()) {
            for (String neighbour : rules.neighbours(wanted.topic())) {
                topic = Math.max(topic, advisor.skills().level(Kind.TOPIC, neighbour, now));
            }
        }
        if (reach == 0 || topic == 0) {
            return Optional.of(missing(wanted, advisor));
        }
        if (Math.min(reach, topic) < scope.level()) {
            return Optional.of(Exclusion.BELOW_LEVEL);
        }
        return advisor.reserve() && !scope.reserve() ? Optional.of(Exclusion.IN_RESERVE) : Optional.empty();
    }

    private static Exclusion missing(ServiceClass wanted, StaffedAdvisor advisor) {
        if (!advisor.skills().has(Kind.CHANNEL, wanted.channel().name())) {
            return Exclusion.NO_CHANNEL;
        }
        if (!advisor.skills().has(Kind.LANGUAGE, wanted.language().name())) {
            return Exclusion.NO_LANGUAGE;
        }
        return advisor.skills().has(Kind.TOPIC, wanted.topic()) ? Exclusion.NOT_VALID : Exclusion.NO_TOPIC;
    }

    /** The scope of a contact: the steps that are due, and each beyond which nobody at work would be skilled. */
    Scope scope(WaitingContact contact, Iterable<StaffedAdvisor> staff) {
        ServiceClass wanted = contact.serviceClass();
        var waited = contact.waited(now);
        List<WideningStep> steps = rules.widening();
        Scope scope = Scope.narrowest(rules.level());
        int next = 0;
        while (next < steps.size() && steps.get(next).isDue(waited, rules.target(wanted))) {
            scope = scope.with(steps.get(next++));
        }
        while (next < steps.size() && !isStaffed(wanted, scope, staff)) {
            scope = scope.with(steps.get(next++));
        }
        return scope;
    }
}
