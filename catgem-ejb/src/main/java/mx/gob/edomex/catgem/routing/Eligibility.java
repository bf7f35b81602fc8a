package mx.gob.edomex.catgem.routing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.contact.WaitingContact;
import mx.gob.edomex.catgem.routing.AdvisorPool.Group;
import mx.gob.edomex.catgem.routing.AdvisorPool.Room;
import mx.gob.edomex.catgem.workforce.Skills;
import mx.gob.edomex.catgem.workforce.Skills.Kind;
import mx.gob.edomex.catgem.workforce.StaffedAdvisor;

/** Who may be asked to take a contact, under one version of the rules and at one instant. */
public final class Eligibility {

    private final RoutingRules rules;
    private final Instant now;

    public Eligibility(RoutingRules rules, Instant now) {
        this.rules = rules;
        this.now = now;
    }

    /** Empty: may be asked. */
    Optional<Exclusion> exclusion(WaitingContact contact, Scope scope, StaffedAdvisor advisor, Group group) {
        if (!advisor.available()) {
            return Optional.of(Exclusion.AWAY);
        }
        Optional<Exclusion> unskilled = unskilled(contact.serviceClass(), scope, group);
        if (unskilled.isPresent()) {
            return unskilled;
        }
        return contact.excluded().contains(advisor.username())
                ? Optional.of(Exclusion.DECLINED)
                : unready(contact, advisor);
    }

    /** What is against an advisor who is there and has the skills. */
    Optional<Exclusion> unready(WaitingContact contact, StaffedAdvisor advisor) {
        if (advisor.offered()) {
            return Optional.of(Exclusion.OFFERED);
        }
        return hasRoom(contact, Room.of(advisor)) ? Optional.empty() : Optional.of(Exclusion.NO_ROOM);
    }

    /** Whether somebody at work, busy or not, has the skills the scope asks for. */
    public boolean isStaffed(ServiceClass wanted, Scope scope, AdvisorPool staff) {
        for (Group group : staff.groups()) {
            if (group.available() > 0 && unskilled(wanted, scope, group).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the advisor has the skills the scope asks for, be they available or not. */
    public boolean isSkilled(ServiceClass wanted, Scope scope, StaffedAdvisor advisor) {
        return unskilled(wanted, scope, advisor.skills(), advisor.reserve()).isEmpty();
    }

    /**
     * Whether the contact's last advisor could take it, if not now then when the offer that rings has ended; the level
     * does not matter, for they know the matter.
     */
    boolean isPreferredWithin(WaitingContact contact, StaffedAdvisor advisor) {
        return advisor.available()
                && level(contact.serviceClass(), advisor.skills()) > 0
                && !contact.excluded().contains(advisor.username())
                && hasRoom(contact, Room.of(advisor));
    }

    /** The least of the advisor's levels in what the contact asks for; 0 when one is missing. */
    private int level(ServiceClass wanted, Skills skills) {
        return Math.min(reach(wanted, skills), skills.level(Kind.TOPIC, wanted.topic(), now));
    }

    boolean hasRoom(WaitingContact contact, Room room) {
        Channel channel = contact.serviceClass().channel();
        int most = room.free() + (interrupts(channel) ? room.interruptible() : 0);
        return most >= rules.points(channel);
    }

    static boolean interrupts(Channel channel) {
        return channel == Channel.PHONE || channel == Channel.CHAT;
    }

    private int reach(ServiceClass wanted, Skills skills) {
        return Math.min(
                skills.level(Kind.CHANNEL, wanted.channel().name(), now),
                skills.level(Kind.LANGUAGE, wanted.language().name(), now));
    }

    /** What those of the group lack; empty: nothing. */
    Optional<Exclusion> unskilled(ServiceClass wanted, Scope scope, Group group) {
        return unskilled(wanted, scope, group.skills(), group.isReserve());
    }

    private Optional<Exclusion> unskilled(ServiceClass wanted, Scope scope, Skills skills, boolean reserve) {
        int reach = reach(wanted, skills);
        if (scope.everyone() && reach > 0) {
            return Optional.empty();
        }
        int topic = skills.level(Kind.TOPIC, wanted.topic(), now);
        if (scope.neighbours()) {
            for (String neighbour : rules.neighbours(wanted.topic())) {
                topic = Math.max(topic, skills.level(Kind.TOPIC, neighbour, now));
            }
        }
        if (reach == 0 || topic == 0) {
            return Optional.of(missing(wanted, skills));
        }
        if (Math.min(reach, topic) < scope.level()) {
            return Optional.of(Exclusion.BELOW_LEVEL);
        }
        return reserve && !scope.reserve() ? Optional.of(Exclusion.IN_RESERVE) : Optional.empty();
    }

    private static Exclusion missing(ServiceClass wanted, Skills skills) {
        if (!skills.has(Kind.CHANNEL, wanted.channel().name())) {
            return Exclusion.NO_CHANNEL;
        }
        if (!skills.has(Kind.LANGUAGE, wanted.language().name())) {
            return Exclusion.NO_LANGUAGE;
        }
        return skills.has(Kind.TOPIC, wanted.topic()) ? Exclusion.NOT_VALID : Exclusion.NO_TOPIC;
    }

    /** The scope of a contact: the steps that are due, and each beyond which nobody at work would be skilled. */
    public Scope scope(WaitingContact contact, AdvisorPool staff) {
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
