package mx.gob.edomex.catgem.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import mx.gob.edomex.catgem.contact.ContactState;

/**
 * A contact as its raw events tell it, one after the other. It shares nothing with the read model on purpose: the
 * nightly recount is worth something only when both are reckoned in different ways.
 */
final class RawContact {

    private static final Set<String> EARLY_ENDS =
            Set.of("WRONG_NUMBER", "SILENCE", "CITIZEN_LEFT", "PRANK", "ABUSE", "EMERGENCY", "DUPLICATE");

    private String channel;
    private boolean inbound;
    private int target;
    private Instant queued;
    private Instant connected;
    private Instant answered;
    private Instant delivered;
    private Instant finished;
    private Instant ended;
    private ContactState endState;
    private String outcome;
    private boolean referred;
    private boolean transferred;
    private boolean surveyed;
    private Integer score;
    private boolean callback;
    private int calls;
    private boolean reached;
    private Instant legBegan;
    private Instant openSince;
    private double openSeconds;
    private final UUID id;
    private final List<LiveTime.Span> live = new ArrayList<>();
    private String advisor;
    private Instant liveSince;
    private boolean handled;
    private String matter;

    /** One line of the ledger, only what the figures need of it. */
    record RawEvent(
            String kind,
            String code,
            String stepKind,
            String stateTo,
            String staff,
            String reason,
            String channel,
            String direction,
            String target,
            String queuedAt,
            String outcome,
            String matter,
            Instant at) {}

    private RawContact(UUID id) {
        this.id = id;
    }

    static RawContact of(UUID id, List<RawEvent> events) {
        RawContact contact = new RawContact(id);
        events.forEach(contact::take);
        contact.pause(Instant.MAX);
        return contact;
    }

    private void take(RawEvent event) {
        matter = event.matter() == null ? matter : event.matter();
        switch (event.kind()) {
            case "STATE" -> moved(event);
            case "STEP" -> stepped(event);
            default -> noted(event);
        }
    }

    private void moved(RawEvent event) {
        ContactState to = ContactState.valueOf(event.stateTo());
        pause(event.at());
        transferred |= event.code().equals("TRANSFERRED");
        boolean begun = event.code().equals("BEGUN"); // by an advisor: nobody waited
        if (event.code().equals("QUEUED") || begun) {
            channel = event.channel();
            inbound = event.direction().equals("INBOUND");
            target = Integer.parseInt(event.target());
            queued = Instant.parse(event.queuedAt());
        }
        if (event.code().equals("ACCEPTED") || begun) {
            connected = connected == null ? event.at() : connected;
            legBegan = event.at();
            advisor = event.staff();
            openSince = event.at();
        } else if (legBegan != null && !to.isInHand()) {
            if (delivered == null && openSince != null) {
                openSeconds += seconds(openSince, event.at());
            }
            openSince = null;
            if (to == ContactState.AFTER_CALL_WORK) {
                finished = event.at();
            } else {
                handled = true;
                legBegan = null;
            }
        }
        callback |= to == ContactState.CALLBACK_SCHEDULED;
        if (event.code().equals("INTERRUPTED")) {
            if (delivered == null && openSince != null) {
                openSeconds += seconds(openSince, event.at());
            }
            openSince = null;
        } else if (legBegan != null) {
            liveSince = event.at();
            openSince = openSince == null && to.isInHand() ? event.at() : openSince;
        }
        if (to.isTerminal()) {
            ended = event.at();
            endState = to;
            outcome = event.code().equals("CLOSED") ? event.outcome() : outcome;
        }
    }

    /** It has no part of its advisor's time from here on, until it is said to have one again. */
    private void pause(Instant at) {
        if (liveSince != null && at.isAfter(liveSince)) {
            live.add(new LiveTime.Span(id, advisor, liveSince, at));
        }
        liveSince = null;
    }

    private void stepped(RawEvent event) {
        if (!event.stepKind().equals("END")) {
            return;
        }
        if (event.code().equals("DELIVER") && delivered == null) {
            delivered = event.at();
            openSeconds += openSince == null ? 0 : seconds(openSince, event.at());
        }
        referred |= event.code().equals("REFER") && !"TRANSFER".equals(event.reason());
    }

    private void noted(RawEvent event) {
        if (event.code().equals("CITIZEN_QUIET")) {
            pause(event.at());
        }
        if (event.code().equals("CALLBACK_ATTEMPT")) {
            called(event);
        }
        if (event.code().equals("ANSWERED") && answered == null) {
            answered = event.at();
        }
        surveyed |= event.code().equals("SURVEY_OFFERED");
        if (event.code().equals("SURVEY_ANSWERED")
                && event.reason() != null
                && event.reason().matches("S[1-5]")) {
            score = Integer.valueOf(event.reason().substring(1));
        }
    }

    /** Before somebody picks up there is no contact with the citizen. */
    private void called(RawEvent event) {
        calls++;
        if ("ANSWERED".equals(event.reason()) && !reached) {
            reached = true;
            openSeconds = 0;
            openSince = event.at();
        }
    }

    boolean isCallback() {
        return callback;
    }

    boolean isReached() {
        return callback && reached;
    }

    int calls() {
        return calls;
    }

    boolean isOverflowed() {
        return endState == ContactState.OVERFLOWED;
    }

    boolean isKnown() {
        return queued != null;
    }

    boolean isInbound() {
        return inbound;
    }

    boolean isTransferred() {
        return transferred;
    }

    boolean isAnswered() {
        return answered != null;
    }

    boolean isEnded() {
        return ended != null;
    }

    boolean isClosed() {
        return endState == ContactState.CLOSED;
    }

    boolean isAbandoned() {
        return endState == ContactState.ABANDONED_IN_QUEUE
                || endState == ContactState.ABANDONED_WHILE_ALERTING
                || endState == ContactState.ABANDONED_IN_IVR;
    }

    boolean isAbandonedWhileAlerting() {
        return endState == ContactState.ABANDONED_WHILE_ALERTING;
    }

    boolean isShortAbandon() {
        return isAbandoned() && seconds(queued, ended) < 5;
    }

    boolean isAbandonedInTarget() {
        return isAbandoned() && seconds(queued, ended) <= target;
    }

    boolean isAnsweredInTarget() {
        return isAnswered() && waitSeconds() <= target;
    }

    boolean isDecided(Instant now) {
        return isAnswered() || isEnded() || seconds(queued, now) > target;
    }

    double waitSeconds() {
        return seconds(queued, answered);
    }

    boolean isHandled() {
        return handled && isEnded();
    }

    UUID id() {
        return id;
    }

    /** The matter it was on last; null for none on record. */
    String matter() {
        return matter;
    }

    Instant queued() {
        return queued;
    }

    /** An inbound contact that a person answered and that came to an end of the centre's own. */
    boolean isServed() {
        return inbound && isAnswered() && isClosed() && !isEarlyExit();
    }

    /** Whether it ended so long ago. */
    boolean isOver(Duration span, Instant now) {
        return isEnded() && !ended.plus(span).isAfter(now);
    }

    /** Whether it goes on at that time, or ended so short a time before. */
    boolean reaches(Duration span, Instant later) {
        return !isEnded() || !later.isAfter(ended.plus(span));
    }

    /** When it had a part of which advisor's time. */
    List<LiveTime.Span> live() {
        return live;
    }

    boolean isConnected() {
        return connected != null;
    }

    boolean isEarlyExit() {
        return inbound && isConnected() && outcome != null && EARLY_ENDS.contains(outcome);
    }

    boolean isReferred() {
        return inbound && isConnected() && !isEarlyExit() && (referred || "REFERRED".equals(outcome));
    }

    boolean isToBeAnswered() {
        return inbound && isConnected() && (delivered != null || finished != null) && !isEarlyExit() && !isReferred();
    }

    boolean isDelivered() {
        return delivered != null;
    }

    double openSeconds() {
        return openSeconds;
    }

    boolean isSurveyed() {
        return surveyed;
    }

    Integer score() {
        return score;
    }

    boolean isOfficialChannel() {
        return channel.equals("PHONE") || channel.equals("CHAT");
    }

    boolean isMail() {
        return channel.equals("EMAIL");
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }
}
