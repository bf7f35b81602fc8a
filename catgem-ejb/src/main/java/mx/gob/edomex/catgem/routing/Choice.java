package mx.gob.edomex.catgem.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
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

    private final RoutingRules rules;
    private final Instant now;
    private final int named;
    private final Eligibility eligibility;

    /** @param named how many candidates are named at most */
    Choice(RoutingRules rules, Instant now, int named) {
        this.rules = rules;
        this.now = now;
        this.named = named;
        this.eligibility = new Eligibility(rules, now);
    }

    Optional<Decision> choose(WaitingContact contact, AdvisorPool staff) {
        Optional<StaffedAdvisor> knows = knows(contact, staff);
        if (knows.map(StaffedAdvisor::offered).orElse(false)) {
            // Below capacity but with an offer ringing: it waits for them, and goes to nobody else meanwhile.
            return Optional.empty();
        }
        Scope scope = eligibility.scope(contact, staff);
        Shortlist shortlist = Shortlist.of(
                contact, scope, eligibility, staff, order(contact.serviceClass().channel()), named);
        if (knows.isPresent()) {
            return Optional.of(decision(contact, scope, shortlist.ledBy(knows.get()), true));
        }
        return shortlist.first().isEmpty() ? Optional.empty() : Optional.of(decision(contact, scope, shortlist, false));
    }

    private Optional<StaffedAdvisor> knows(WaitingContact contact, AdvisorPool staff) {
        return Optional.ofNullable(contact.preferred())
                .filter(preferred -> now.isBefore(preferred.until()))
                .flatMap(preferred -> staff.find(preferred.advisor()))
                .filter(advisor -> eligibility.isPreferredWithin(contact, advisor));
    }

    private Comparator<StaffedAdvisor> order(Channel channel) {
        if (!Eligibility.interrupts(channel)) {
            return AdvisorPool.LONGEST_IDLE;
        }
        int points = rules.points(channel);
        return Comparator.comparing(StaffedAdvisor::mailOpen)
                .thenComparing(advisor -> advisor.freePoints() < points)
                .thenComparing(AdvisorPool.LONGEST_IDLE);
    }

    private Decision decision(WaitingContact contact, Scope scope, Shortlist shortlist, boolean preferred) {
        int points = rules.points(contact.serviceClass().channel());
        StaffedAdvisor winner = shortlist.first().get(0);
        Explanation why = new Explanation(
                now,
                rules.version(),
                contact.serviceClass().priority() == Priority.URGENT,
                contact.waited(now).toSeconds(),
                rules.target(contact.serviceClass()).toSeconds(),
                scope,
                preferred,
                shortlist.eligible(),
                shortlist.first().stream()
                        .map(advisor -> candidate(advisor, points))
                        .toList(),
                shortlist.excluded());
        List<OpenMail> interrupts = winner.interruptedFor(points);
        return new Decision(
                contact,
                winner.username(),
                interrupts.stream().map(OpenMail::contact).toList(),
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
