package mx.gob.edomex.catgem.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.contact.WaitingContact;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.workforce.Skills;
import mx.gob.edomex.catgem.workforce.StaffedAdvisor;

/**
 * A centre in virtual time: discrete events drive the engine that drives the live one. Nothing here is random: who
 * comes, how long they stay, how long they wait, when they fall silent, how offers end and who is at work is the caller's.
 * A silent contact weighs nothing, and goes back into the line with its age when it is heard of again and does not fit; a
 * mail is interrupted and goes on as in the live centre. Times are measured
 * from the start given. The engine is asked after everything that can change its answer, so also when a widening step
 * or a claim of the last advisor runs out; the live matcher looks twice a second.
 */
public final class VirtualCentre implements ClassHeads {

    private static final Instant START = Instant.parse("2026-03-03T12:00:00Z");

    /** As in {@code Dispatch}; there only once all have declined, which with more than one advisor is rarely sooner. */
    private static final Duration EXCLUSION = Duration.ofSeconds(30);

    /** Hears of everything that can be measured; times are since the arrival. */
    public interface Gauge {
        /** The contact is offered: its wait so far. */
        default void offered(Arrival arrival, String advisor, Duration waited) {}

        /** The offer was accepted. */
        void served(Arrival arrival, Duration waited);

        void abandoned(Arrival arrival, Duration waited);
    }

    /**
     * A stretch in which the citizen is silent and the contact weighs nothing.
     *
     * @param from when it begins, of the time the contact is worked on
     */
    public record Silence(Duration from, Duration length) {
        Duration until() {
            return from.plus(length);
        }
    }

    /**
     * One contact to come.
     *
     * @param at when; no earlier than the one before
     * @param service from the acceptance to the end of the after-call work, silences included, interruptions not
     * @param patience how long it waits for an acceptance, or null: for ever
     * @param refused how long each offer rings that is not accepted, the first first
     * @param ring how long the offer rings that is accepted
     * @param lastAdvisor who knows the matter, or null
     * @param silences of the citizen, in order
     */
    public record Arrival(
            ServiceClass serviceClass,
            Duration at,
            Duration service,
            Duration patience,
            List<Duration> refused,
            Duration ring,
            String lastAdvisor,
            List<Silence> silences) {

        /** Offers are accepted at once, so that what is measured is the routing. */
        public Arrival(ServiceClass serviceClass, Duration at, Duration service, Duration patience) {
            this(serviceClass, at, service, patience, List.of(), Duration.ZERO, null, List.of());
        }
    }

    private record Event(Duration at, long order, Runnable what) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    /**
     * @param offers how many were refused
     * @param done what was worked on it before it came back into the line; null: nobody had it yet
     */
    private record Waiting(Arrival arrival, WaitingContact contact, int offers, Duration done) {}

    private record Ringing(Waiting waiting, String advisor) {}

    /** What an advisor works on. */
    private static final class InHand {
        private final Waiting waiting;
        private final String advisor;
        private final Duration service;
        private Duration done;
        /** Since when it goes on; null while it is interrupted. */
        private Duration since;

        private int interruptions;
        private boolean silent;
        /** What was planned for it before it was interrupted must not happen. */
        private int turn;

        InHand(Ringing offer, Duration service, Duration now) {
            this.waiting = offer.waiting();
            this.advisor = offer.advisor();
            this.service = service;
            this.done = waiting.done() == null ? Duration.ZERO : waiting.done();
            this.since = now;
        }

        ContactId id() {
            return waiting.contact().contact();
        }

        /** The silence that is, or comes next; null when there is no other. */
        Silence silence() {
            return waiting.arrival().silences().stream()
                    .filter(one -> one.until().compareTo(done) > 0)
                    .findFirst()
                    .orElse(null);
        }
    }

    private static final Comparator<InHand> OLDEST = Comparator.comparing(
                    (InHand one) -> one.waiting.contact().firstQueuedAt())
            .thenComparing(one -> one.id().value());

    private final RoutingRules rules;
    private final RoutingEngine engine;
    private final Instant start;
    private final Gauge gauge;
    private final Iterator<Arrival> arrivals;
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final Map<ServiceClass, Map<ContactId, Waiting>> lines = new LinkedHashMap<>();
    private final Map<ContactId, Waiting> returned = new LinkedHashMap<>();
    private final Map<ContactId, Ringing> ringing = new LinkedHashMap<>();
    private final Map<ContactId, InHand> mails = new LinkedHashMap<>();
    private final Map<String, List<InHand>> interrupted = new LinkedHashMap<>();
    private final VirtualStaff staff = new VirtualStaff();
    private Function<Arrival, Duration> service = Arrival::service;
    private Duration now = Duration.ZERO;
    private long order;
    private int waiting;
    private long ids;

    public VirtualCentre(RoutingRules rules, Instant start, Iterator<Arrival> arrivals, Gauge gauge) {
        this.rules = rules;
        this.engine = new RoutingEngine(rules);
        this.start = start;
        this.arrivals = arrivals;
        this.gauge = gauge;
    }

    /** With so many advisors who are there all the time. */
    public VirtualCentre(RoutingRules rules, int advisors, Skills skills, Iterator<Arrival> arrivals, Gauge gauge) {
        this(rules, START, arrivals, gauge);
        for (int i = 0; i < advisors; i++) {
            employ(String.format("advisor%05d", i), false, skills, START);
            staff.presence(String.format("advisor%05d", i), true, true);
        }
    }

    /** Somebody who will come by {@link #presence}. */
    public void employ(String username, boolean reserve, Skills skills, Instant idleSince) {
        staff.employ(new StaffedAdvisor(username, false, false, reserve, 100, idleSince, 0, false, List.of(), skills));
    }

    /**
     * From then on the advisor has a desk open or not, and takes contacts or not. What is in hand is carried to its end
     * whatever comes.
     */
    public void presence(Duration at, String username, boolean open, boolean available) {
        at(at, () -> {
            staff.presence(username, open, available);
            match();
        });
    }

    /** From then on the advisor can attend this. */
    public void skills(Duration at, String username, Skills skills) {
        at(at, () -> {
            staff.learn(username, skills);
            match();
        });
    }

    /** From now on contacts take the next service time of this law when they are accepted, and not the one they came with. */
    VirtualCentre serveBy(Supplier<Duration> law) {
        service = arrival -> law.get();
        return this;
    }

    /** Lets everything happen. @return how many events there were */
    public long run() {
        next();
        long happened = 0;
        while (!events.isEmpty()) {
            Event event = events.poll();
            now = event.at();
            event.what().run();
            happened++;
        }
        return happened;
    }

    private void next() {
        if (arrivals.hasNext()) {
            Arrival arrival = arrivals.next();
            at(arrival.at(), () -> {
                arrive(arrival);
                next();
            });
        }
    }

    private void at(Duration when, Runnable what) {
        events.add(new Event(when, order++, what));
    }

    private void arrive(Arrival arrival) {
        ContactId id = new ContactId(new UUID(0, ids++));
        WaitingContact.Preferred preferred = arrival.lastAdvisor() == null
                ? null
                : new WaitingContact.Preferred(arrival.lastAdvisor(), instant().plusSeconds(rules.affinitySeconds()));
        wait(new Waiting(
                arrival,
                new WaitingContact(id, arrival.serviceClass(), instant(), Duration.ZERO, 1, Set.of(), preferred),
                0,
                null));
        match();
        if (arrival.patience() != null && !isOver(id)) {
            at(now.plus(arrival.patience()), () -> abandon(id));
        }
        if (isWaiting(id)) {
            looks(arrival, preferred != null).forEach(look -> at(now.plus(look), () -> lookAgain(id)));
        }
    }

    /** When waiting alone changes who may be asked. */
    private List<Duration> looks(Arrival arrival, boolean preferred) {
        List<Duration> looks = new ArrayList<>();
        rules.widening().forEach(step -> looks.add(step.due(rules.target(arrival.serviceClass()))));
        if (preferred) {
            looks.add(Duration.ofSeconds(rules.affinitySeconds()));
        }
        return looks;
    }

    private void lookAgain(ContactId id) {
        if (isWaiting(id)) {
            match();
        }
    }

    private void wait(Waiting one) {
        boolean outOfLine =
                one.offers() > 0 || one.done() != null || one.contact().preferred() != null;
        (outOfLine ? returned : line(one.contact().serviceClass()))
                .put(one.contact().contact(), one);
        waiting++;
    }

    private Map<ContactId, Waiting> line(ServiceClass serviceClass) {
        return lines.computeIfAbsent(serviceClass, key -> new LinkedHashMap<>());
    }

    private boolean isWaiting(ContactId id) {
        return returned.containsKey(id) || lines.values().stream().anyMatch(line -> line.containsKey(id));
    }

    private boolean isOver(ContactId id) {
        return !ringing.containsKey(id) && !isWaiting(id);
    }

    private Optional<Waiting> take(ContactId id) {
        Waiting one = returned.remove(id);
        for (Iterator<Map<ContactId, Waiting>> each = lines.values().iterator(); one == null && each.hasNext(); ) {
            one = each.next().remove(id);
        }
        if (one != null) {
            waiting--;
        }
        return Optional.ofNullable(one);
    }

    private void abandon(ContactId id) {
        if (wasAttended(id)) {
            return;
        }
        Ringing offer = ringing.remove(id);
        if (offer != null) {
            staff.offerOver(offer.advisor(), points(offer.waiting()));
            freed(offer.advisor());
            gauge.abandoned(offer.waiting().arrival(), offer.waiting().arrival().patience());
            match();
        } else {
            take(id).ifPresent(
                            one -> gauge.abandoned(one.arrival(), one.arrival().patience()));
        }
    }

    /** Patience is for the first advisor. */
    private boolean wasAttended(ContactId id) {
        Ringing offer = ringing.get(id);
        Waiting one = offer == null ? returned.get(id) : offer.waiting();
        return one != null && one.done() != null;
    }

    private void match() {
        boolean again = true;
        // The first two are what the engine would say as well, at the cost of asking it at every event.
        while (again && staff.atWork().free() > 0 && waiting > 0) {
            Collection<WaitingContact> heap =
                    returned.values().stream().map(Waiting::contact).toList();
            List<Decision> decisions = engine.decide(instant(), this, heap, staff.atWork(), Integer.MAX_VALUE);
            decisions.forEach(this::offer);
            again = !decisions.isEmpty();
        }
    }

    private void offer(Decision decision) {
        Waiting one = take(decision.contact()).orElseThrow(() -> new IllegalStateException("given twice"));
        Arrival arrival = one.arrival();
        if (one.done() == null) {
            gauge.offered(arrival, decision.advisor(), since(arrival));
        }
        decision.interrupts().forEach(mail -> interrupt(mails.get(mail)));
        staff.offered(decision.advisor(), points(one));
        Ringing offer = new Ringing(one, decision.advisor());
        ringing.put(decision.contact(), offer);
        if (one.offers() < arrival.refused().size()) {
            at(now.plus(arrival.refused().get(one.offers())), () -> refuse(offer));
        } else if (arrival.ring().isZero()) {
            accept(offer);
        } else {
            at(now.plus(arrival.ring()), () -> {
                if (accept(offer)) {
                    match(); // nothing else is offered while one rings
                }
            });
        }
    }

    private boolean accept(Ringing offer) {
        if (!ringing.remove(offer.waiting().contact().contact(), offer)) {
            return false;
        }
        Arrival arrival = offer.waiting().arrival();
        if (offer.waiting().done() == null) {
            gauge.served(arrival, since(arrival));
        }
        InHand one = new InHand(offer, service.apply(arrival), now);
        if (channel(one.waiting) == Channel.EMAIL) {
            mails.put(one.id(), one);
            staff.accepted(offer.advisor(), mail(one));
        } else {
            staff.accepted(offer.advisor(), null);
        }
        goOn(one);
        return true;
    }

    /** Until the next thing that happens to it. */
    private void goOn(InHand one) {
        Silence silence = one.silence();
        Duration next = silence == null ? one.service : one.silent ? silence.until() : silence.from();
        boolean ends = next.compareTo(one.service) >= 0;
        Duration then = ends ? one.service : next.compareTo(one.done) > 0 ? next : one.done;
        int turn = one.turn;
        at(now.plus(then.minus(one.done)), () -> {
            if (turn == one.turn) {
                one.done = then;
                one.since = now;
                if (ends) {
                    end(one);
                } else if (one.silent) {
                    heardAgain(one);
                } else {
                    one.silent = true;
                    staff.weighs(one.advisor, -points(one.waiting));
                    freed(one.advisor);
                    goOn(one);
                    match();
                }
            }
        });
    }

    private void end(InHand one) {
        if (channel(one.waiting) == Channel.EMAIL) {
            mails.remove(one.id());
            staff.mailOver(one.advisor, one.id());
        }
        staff.ended(one.advisor, one.silent ? 0 : points(one.waiting), instant());
        freed(one.advisor);
        match();
    }

    /** To the same advisor while it fits; else into the line with its age, where they are asked first. */
    private void heardAgain(InHand one) {
        one.silent = false;
        if (staff.canTakeUp(one.advisor, points(one.waiting))) {
            staff.weighs(one.advisor, points(one.waiting));
            goOn(one);
            return;
        }
        WaitingContact was = one.waiting.contact();
        Instant until = instant().plusSeconds(rules.affinitySeconds());
        wait(new Waiting(
                one.waiting.arrival(),
                new WaitingContact(
                        was.contact(),
                        was.serviceClass(),
                        was.firstQueuedAt(),
                        was.paused(),
                        was.epoch() + 1,
                        Set.of(),
                        new WaitingContact.Preferred(one.advisor, until)),
                one.waiting.offers(),
                one.done));
        match();
        at(now.plusSeconds(rules.affinitySeconds()), () -> lookAgain(one.id()));
    }

    private void interrupt(InHand mail) {
        mail.done = mail.done.plus(now.minus(mail.since));
        mail.since = null;
        mail.interruptions++;
        mail.turn++;
        staff.weighs(mail.advisor, -points(mail.waiting));
        staff.mailPaused(mail.advisor, mail.id());
        interrupted.computeIfAbsent(mail.advisor, key -> new ArrayList<>()).add(mail);
    }

    /** Mails that fit again go on, those that have waited longest first, before anything new is offered. */
    private void freed(String advisor) {
        List<InHand> waiting = interrupted.getOrDefault(advisor, List.of());
        for (InHand mail : waiting.stream().sorted(OLDEST).toList()) {
            if (staff.fits(advisor, points(mail.waiting))) {
                waiting.remove(mail);
                mail.since = now;
                staff.weighs(advisor, points(mail.waiting));
                staff.mailGoesOn(advisor, mail(mail));
                goOn(mail);
            }
        }
    }

    private VirtualStaff.Mail mail(InHand one) {
        return new VirtualStaff.Mail(
                one.id(),
                points(one.waiting),
                one.interruptions,
                one.waiting.contact().firstQueuedAt());
    }

    private void refuse(Ringing offer) {
        Waiting one = offer.waiting();
        ContactId id = one.contact().contact();
        if (!ringing.remove(id, offer)) {
            return;
        }
        staff.offerOver(offer.advisor(), points(one));
        freed(offer.advisor());
        Set<String> excluded = new HashSet<>(one.contact().excluded());
        excluded.add(offer.advisor());
        wait(again(one, excluded, one.offers() + 1));
        at(now.plus(EXCLUSION), () -> {
            Waiting still = returned.get(id);
            if (still != null && still.offers() == one.offers() + 1) {
                returned.put(id, again(still, Set.of(), still.offers()));
                match();
            }
        });
        match();
    }

    private static Waiting again(Waiting one, Set<String> excluded, int offers) {
        WaitingContact was = one.contact();
        return new Waiting(
                one.arrival(),
                new WaitingContact(
                        was.contact(),
                        was.serviceClass(),
                        was.firstQueuedAt(),
                        was.paused(),
                        was.epoch() + 1,
                        Set.copyOf(excluded),
                        null),
                offers,
                one.done());
    }

    private static Channel channel(Waiting one) {
        return one.arrival().serviceClass().channel();
    }

    private int points(Waiting one) {
        return rules.points(channel(one));
    }

    private Duration since(Arrival arrival) {
        return now.minus(arrival.at());
    }

    private Instant instant() {
        return start.plus(now);
    }

    @Override
    public Collection<ServiceClass> classes() {
        return lines.keySet();
    }

    @Override
    public Optional<WaitingContact> at(ServiceClass serviceClass, int position) {
        return lines.get(serviceClass).values().stream()
                .skip(position)
                .findFirst()
                .map(Waiting::contact);
    }
}
