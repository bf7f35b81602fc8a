package mx.gob.edomex.catgem.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.contact.WaitingContact;
import mx.gob.edomex.catgem.workforce.StaffedAdvisor;
import mx.gob.edomex.catgem.workforce.StaffedAdvisor.OpenMail;

/**
 * Chooses the advisor of one contact (ROUTING, "Who gets it"): the one who knows the matter, within their time; else of
 * those eligible the one idle longest, the less occupied today, the first by name. Calls and chats look first for
 * someone without a mail open, then for someone whose mail need not be interrupted.
 */
final class Choice {

    private static final Comparator<StaffedAdvisor> LONGEST_IDLE = Comparator.comparing(StaffedAdvisor::idleSince)
            .thenComparingDouble(StaffedAdvisor::occupancy)
            .thenComparing(StaffedAdvisor::username);

    private final RoutingRules rules;
    private final Instant now;
    private final Eligibility eligibility;

    Choice(RoutingRules rules, Instant now) {
        this.rules = rules;
        this.now = now;
        this.eligibility = new Eligibility(rules, now);
    }

    Optional<Decision> choose(WaitingContact contact, Map<String, StaffedAdvisor> staff) {
        Optional<StaffedAdvisor> knows = knows(contact, staff);
        if (knows.isPresent()) {
            StaffedAdvisor advisor = knows.get();
            // Below capacity but with an offer ringing: it waits for them, and goes to nobody else meanwhile.
            return advisor.offered()
                    ? Optional.empty()
                    : Optional.of(decision(
                            contact, eligibility.scope(contact, staff.values()), advisor, staff.values(), true));
        }
        Scope scope = eligibility.scope(contact, staff.values());
        Comparator<StaffedAdvisor> order = order(contact.serviceClass().channel());
        StaffedAdvisor best = null;
        for (StaffedAdvisor advisor : staff.values()) {
            if (eligibility.exclusion(contact, scope, advisor).isEmpty()
                    && (best == null || order.compare(advisor, best) < 0)) {
                best = advisor;
            }
        }
        return best == null ? Optional.empty() : Optional.of(decision(contact, scope, best, staff.values(), false));
    }

    private Optional<StaffedAdvisor> knows(WaitingContact contact, Map<String, StaffedAdvisor> staff) {
        return Optional.ofNullable(contact.preferred())
                .filter(preferred -> now.isBefore(preferred.until()))
                .map(preferred -> staff.get(preferred.advisor()))
                .filter(advisor -> eligibility.isPreferredWithin(contact, advisor));
    }

    private Comparator<StaffedAdvisor> order(Channel channel) {
        if (!Eligibility.interrupts(channel)) {
            return LONGEST_IDLE;
        }
        int points = rules.points(channel);
        return Comparator.comparing(StaffedAdvisor::mailOpen)
                .thenComparing(advisor -> advisor.freePoints() < points)
                .thenComparing(LONGEST_IDLE);
    }

    private Decision decision(
            WaitingContact contact,
            Scope scope,
            StaffedAdvisor winner,
            Collection<StaffedAdvisor> staff,
            boolean preferred) {
        int points = rules.points(contact.serviceClass().channel());
        List<StaffedAdvisor> eligible = new ArrayList<>();
        Map<Exclusion, Integer> excluded = new EnumMap<>(Exclusion.class);
        for (StaffedAdvisor advisor : staff) {
            if (advisor.username().equals(winner.username())) {
                continue;
            }
            eligibility
                    .exclusion(contact, scope, advisor)
                    .ifPresentOrElse(why -> excluded.merge(why, 1, Integer::sum), () -> eligible.add(advisor));
        }
        eligible.sort(order(contact.serviceClass().channel()));
        eligible.add(0, winner);
        Explanation why = new Explanation(
                now,
                rules.version(),
                contact.serviceClass().priority() == Priority.URGENT,
                contact.waited(now).toSeconds(),
                rules.target(contact.serviceClass()).toSeconds(),
                scope,
                preferred,
                eligible.size(),
                eligible.stream()
                        .limit(Explanation.NAMED)
                        .map(advisor -> candidate(advisor, points))
                        .toList(),
                excluded);
        return new Decision(
                contact.contact(),
                contact.epoch(),
                winner.username(),
                winner.interruptedFor(points).stream().map(OpenMail::contact).toList(),
                why);
    }

    private Explanation.Candidate candidate(StaffedAdvisor advisor, int points) {
        return new Explanation.Candidate(
                advisor.username(),
                advisor.mailOpen(),
                advisor.interruptedFor(points).size(),
                Duration.between(advisor.idleSince(), now).toSeconds(),
                advisor.occupancy());
    }
}
