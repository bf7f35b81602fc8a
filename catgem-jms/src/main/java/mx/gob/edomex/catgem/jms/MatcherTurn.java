package mx.gob.edomex.catgem.jms;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageFormatException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.channel.Arrivals;
import mx.gob.edomex.catgem.contact.ContactQueued;
import mx.gob.edomex.catgem.contact.Dispatch.OfferMade;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.routing.Matcher;
import mx.gob.edomex.catgem.routing.UniversalQueue.Token;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.FaultPoint;
import mx.gob.edomex.catgem.shared.OfferId;

/** The matcher's work while it owns the lease: takes hints and timers, matches, sets the timers of its offers. */
final class MatcherTurn implements AutoCloseable {

    /** How long to wait for a hint before looking anyway: a hint may be lost. */
    private static final long WAIT_MILLIS = 500;

    private static final int HINTS_AT_ONCE = 1_000;
    private static final Duration SWEEP = Duration.ofSeconds(5);
    private static final Duration ARRIVAL_AGE = Duration.ofSeconds(15);
    private static final Duration ARRIVAL_PATIENCE = Duration.ofMinutes(2);
    private static final int ARRIVALS_AT_ONCE = 500;
    private static final int MARKS_AT_ONCE = 200;

    private final JmsUniversalQueue queue;
    private final Connection connection;
    private final MessageConsumer hints;
    private final Session timerSession;
    private final MessageProducer timers;
    private final Matcher matcher;
    private final MatcherCentre centre;
    private final Sender sender;
    private final DeadLetters deadLetters;
    private final Map<ContactId, Instant> sentAgain = new HashMap<>();
    private final Arrivals arrivals;
    private final Clock clock;
    private Instant swept = Instant.EPOCH;

    MatcherTurn(
            ConnectionFactory factory,
            Sender sender,
            DeadLetters deadLetters,
            Tokens tokens,
            Arrivals arrivals,
            MatcherCentre centre,
            Clock clock)
            throws JMSException {
        this.sender = sender;
        this.deadLetters = deadLetters;
        this.arrivals = arrivals;
        this.centre = centre;
        this.clock = clock;
        this.queue = new JmsUniversalQueue(factory, tokens, deadLetters::bury);
        this.matcher = new Matcher(queue, centre, clock);
        this.connection = factory.createConnection();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        this.hints = session.createConsumer(session.createQueue(Destinations.EVENTS));
        this.timerSession = connection.createSession(true, Session.SESSION_TRANSACTED);
        this.timers = timerSession.createProducer(timerSession.createQueue(Destinations.EVENTS));
        connection.start();
    }

    /**
     * Makes the queue agree with the database after a change of owner: timers for offers that stand, and every waiting
     * contact without a token is marked returned, so that it is not put behind younger ones (I1, I4).
     */
    void takeOver() {
        Instant limit = clock.instant().minus(ARRIVAL_AGE);
        matcher.know(centre.dispatch().classes());
        setTimers(centre.dispatch().liveOffers());
        Map<ServiceClass, List<Token>> waiting = centre.dispatch().waitingByToken().stream()
                .collect(Collectors.groupingBy(
                        ContactQueued::serviceClass,
                        LinkedHashMap::new,
                        Collectors.mapping(
                                contact -> new Token(contact.contact(), contact.epoch()), Collectors.toList())));
        List<ContactId> missing = new ArrayList<>();
        waiting.forEach((serviceClass, tokens) -> queue.missing(serviceClass, tokens, centre.tenure()::renew)
                .forEach(token -> missing.add(token.contact())));
        for (int from = 0; from < missing.size(); from += MARKS_AT_ONCE) {
            centre.tenure().renew();
            centre.dispatch()
                    .markReturned(missing.subList(from, Math.min(missing.size(), from + MARKS_AT_ONCE)), limit);
        }
    }

    void once() throws JMSException {
        expire(hints());
        centre.tenure().renew();
        sweep();
        matcher.round(offers -> {
            if (!offers.isEmpty()) {
                FaultPoint.TOKEN_ACKNOWLEDGED.reached();
                setTimers(offers);
            }
        });
    }

    /**
     * Takes the hints there are, or waits for the next. Whoever had to wait for one knows that there is no other, and does
     * not ask the broker again before the look that it called for.
     *
     * @return the offers whose time is over
     */
    private List<OfferId> hints() throws JMSException {
        List<OfferId> over = new ArrayList<>();
        Message hint = hints.receiveNoWait();
        if (hint == null) {
            hint = hints.receive(WAIT_MILLIS);
            if (hint == null) {
                matcher.lookEverywhere();
            } else {
                take(hint, over);
            }
            return over;
        }
        for (int i = 0; hint != null; i++) {
            take(hint, over);
            hint = i < HINTS_AT_ONCE ? hints.receiveNoWait() : null;
        }
        return over;
    }

    private void take(Message hint, List<OfferId> over) throws JMSException {
        try {
            read(String.valueOf(hint.getBody(String.class)), over);
        } catch (MessageFormatException | IllegalArgumentException e) {
            deadLetters.bury(Destinations.EVENTS, hint);
        }
    }

    private void read(String text, List<OfferId> over) {
        String key = Hint.key(text);
        switch (Hint.of(text)) {
            case ARRIVED -> matcher.know(Set.of(ServiceClass.of(key)));
            case OFFER -> over.add(new OfferId(UUID.fromString(key)));
            case READY, RETURNED -> {
                // These only wake the matcher: it reads both from the database.
            }
        }
    }

    /** Nearly all were answered in time: asked with one question. */
    private void expire(List<OfferId> over) {
        if (!over.isEmpty()) {
            FaultPoint.TIMER_TAKEN.reached();
            for (OfferId offer : centre.dispatch().unanswered(over)) {
                centre.tenure().renew();
                centre.dispatch().expire(offer);
            }
        }
    }

    /** Many with one commit of the broker. */
    private void setTimers(List<OfferMade> offers) {
        if (offers.isEmpty()) {
            return;
        }
        try {
            for (OfferMade offer : offers) {
                long left = Duration.between(clock.instant(), offer.expiresAt())
                        .plusMillis(50)
                        .toMillis();
                timers.setDeliveryDelay(Math.max(0, left));
                timers.send(timerSession.createTextMessage(
                        Hint.OFFER.about(offer.offer().toString())));
            }
            timerSession.commit();
        } catch (JMSException e) {
            throw new JmsUniversalQueue.QueueAway(e);
        }
    }

    /**
     * An arrival whose message was lost between the gateway's commit and the broker is sent again; not at every look,
     * for it may as well stand in a long intake queue, or be one that cannot be opened.
     */
    private void sweep() {
        Instant now = clock.instant();
        if (Duration.between(swept, now).compareTo(SWEEP) < 0) {
            return;
        }
        swept = now;
        matcher.know(centre.dispatch().classes());
        sentAgain.values().removeIf(at -> at.isBefore(now.minus(ARRIVAL_PATIENCE)));
        arrivals.unopened(ARRIVAL_AGE, ARRIVALS_AT_ONCE).stream()
                .filter(contact -> sentAgain.putIfAbsent(contact, now) == null)
                .forEach(contact -> sender.sendDurable(Destinations.INTAKE, contact.toString(), null));
    }

    @Override
    public void close() {
        queue.close();
        try {
            connection.close();
        } catch (JMSException e) {
            // A broken connection needs no closing.
        }
    }
}
