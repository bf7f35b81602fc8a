package mx.gob.edomex.catgem.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.MatterId;
import mx.gob.edomex.catgem.shared.SubjectId;

/**
 * A contact (atención): one interaction with the centre, never the person. It is queued by intake, offered to an
 * advisor, connected, finished and closed with a disposition; a refused or missed offer, or a lost advisor, returns it
 * to the queue with its age. Commands are package-private and run on a locked row, so that each is a compare-and-set
 * on state, offer number and epoch: a stale accept, timeout or token finds another state and changes nothing (I3).
 */
@Entity
@Table(name = "contact")
@SuppressWarnings("UnusedVariable") // some columns are written here and read by queries only
public class Contact {

    @Id
    private UUID id;

    private String folio;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Enumerated(EnumType.STRING)
    private Language language;

    private String topic;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    @Column(name = "entry_point")
    private String entryPoint;

    @Column(name = "subject_id")
    private UUID subject;

    @Column(name = "matter_id")
    private UUID matter;

    @Enumerated(EnumType.STRING)
    private ContactState state;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private String disposition;
    private int epoch;

    @Column(name = "offer_number")
    private int offerNumber;

    private boolean returned;

    @Column(name = "to_call")
    private boolean toCall;

    private String advisor;
    private int leg;

    @Column(name = "preferred_advisor")
    private String preferredAdvisor;

    @Column(name = "preferred_until")
    private Instant preferredUntil;

    @Column(name = "first_queued_at")
    private Instant firstQueuedAt;

    @Column(name = "offered_at")
    private Instant offeredAt;

    @Column(name = "connected_at")
    private Instant connectedAt;

    @Column(name = "consulted_at")
    private Instant consultedAt;

    @Column(name = "delivered_at")
    private Instant deliveredAt;

    @Column(name = "acw_until")
    private Instant acwUntil;

    @Column(name = "acw_extended")
    private boolean acwExtended;

    @Column(name = "last_citizen_at")
    private Instant lastCitizenAt;

    @Column(name = "last_advisor_at")
    private Instant lastAdvisorAt;

    @Column(name = "awaiting_since")
    private Instant awaitingSince;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "closed_at")
    private Instant closedAt;

    @Embedded
    private Pauses pauses = new Pauses();

    protected Contact() {}

    public ContactId id() {
        return new ContactId(id);
    }

    public Folio folio() {
        return new Folio(folio);
    }

    public Channel channel() {
        return channel;
    }

    public Language language() {
        return language;
    }

    public String topic() {
        return topic;
    }

    public SubjectId subject() {
        return new SubjectId(subject);
    }

    public MatterId matter() {
        return new MatterId(matter);
    }

    public ContactState state() {
        return state;
    }

    public int epoch() {
        return epoch;
    }

    public int offerNumber() {
        return offerNumber;
    }

    /** User name, or null while nobody has it. */
    public String advisor() {
        return advisor;
    }

    public int leg() {
        return leg;
    }

    public Instant firstQueuedAt() {
        return firstQueuedAt;
    }

    public Instant consultedAt() {
        return consultedAt;
    }

    public Instant deliveredAt() {
        return deliveredAt;
    }

    public Instant acwUntil() {
        return acwUntil;
    }

    Instant lastAdvisorAt() {
        return lastAdvisorAt;
    }

    boolean advisorSpokeLast() {
        return lastCitizenAt == null || lastAdvisorAt.isAfter(lastCitizenAt);
    }

    /** Since when the citizen has the word; null while the advisor has it. */
    Instant awaitingSince() {
        return awaitingSince;
    }

    /** When the silent citizen was asked whether they are still there; null until then. */
    Instant askedAt() {
        return askedAt;
    }

    public Priority priority() {
        return priority;
    }

    public ServiceClass serviceClass() {
        return new ServiceClass(language, topic, channel, priority);
    }

    /** Whether it waits out of its class's order, without a token. */
    public boolean isReturned() {
        return returned;
    }

    /** Whether the citizen is to be phoned and has not been reached yet. */
    public boolean isToCall() {
        return toCall;
    }

    /** Null until closed. */
    public Outcome outcome() {
        return outcome;
    }

    /** Code of the disposition, null until closed. */
    public String disposition() {
        return disposition;
    }

    /** Whether this is the waiting the token was made for. */
    boolean waits(int tokenEpoch) {
        return state == ContactState.QUEUED && epoch == tokenEpoch;
    }

    StateChange offerTo(String username, Instant now) {
        StateChange change = become(ContactState.OFFERED);
        offerNumber++;
        advisor = username;
        offeredAt = now;
        return change;
    }

    /** An advisor begins it; nobody asked, so what they say is the answer there is. */
    StateChange begin(String username, Instant now) {
        StateChange change = become(ContactState.IN_PROGRESS);
        leg++;
        advisor = username;
        connectedAt = now;
        consultedAt = now;
        lastAdvisorAt = now;
        return change;
    }

    StateChange connect(Instant now) {
        StateChange change = become(ContactState.IN_PROGRESS);
        leg++;
        returned = false;
        if (connectedAt == null && !toCall) {
            // The indicator's clock starts at the first advisor's contact and runs on through later legs.
            connectedAt = now;
        }
        lastAdvisorAt = now;
        return change;
    }

    /** The citizen is to be phoned, later; until then the wait is paused. */
    StateChange scheduleCallback() {
        StateChange change = become(ContactState.CALLBACK_SCHEDULED);
        channel = Channel.PHONE;
        toCall = true;
        epoch++;
        returned = true;
        advisor = null;
        preferredAdvisor = null;
        preferredUntil = null;
        return change;
    }

    /**
     * T6: the callback is due and stands in line, with its age.
     *
     * @param paused time that was no waiting
     */
    StateChange callbackDue(Duration paused) {
        require(ContactState.CALLBACK_SCHEDULED);
        pauses.notWaiting(paused);
        epoch++;
        return become(ContactState.QUEUED);
    }

    /** The citizen picked up: from here on it is a contact as any other. */
    void reached(Instant now) {
        requireToCall();
        toCall = false;
        connectedAt = now;
        lastCitizenAt = now;
    }

    void requireToCall() {
        if (!toCall || state.isTerminal()) {
            throw new ContactNotInState(id(), state);
        }
    }

    /** Nobody may end it without having said what came of the call. */
    void requireCallSaid() {
        if (toCall) {
            throw new CallbackResultMissing(id());
        }
    }

    /** The line is over its limit. */
    StateChange overflow(Instant now) {
        StateChange change = become(ContactState.OVERFLOWED);
        closedAt = now;
        return change;
    }

    /** Counts in another topic's line from the beginning. */
    void overflowTo(String code) {
        require(ContactState.QUEUED);
        topic = code;
    }

    /** Back into the line with its age: refused, missed, withdrawn, or the advisor was lost. */
    StateChange returnToQueue() {
        StateChange change = become(ContactState.QUEUED);
        epoch++;
        returned = true;
        advisor = null;
        preferredAdvisor = null;
        preferredUntil = null;
        awaitingSince = null;
        return change;
    }

    /** Waits by its row, out of its class's line: nobody may be before or behind it by place alone. */
    void leaveLine() {
        require(ContactState.QUEUED);
        returned = true;
    }

    /** Who knows the matter is asked first, until then; so it waits out of its class's line. */
    void prefer(String username, Instant until) {
        leaveLine();
        preferredAdvisor = username;
        preferredUntil = until;
    }

    /** T6: waits on in another class, out of that class's order, with its age. */
    StateChange requeueAs(String code, Priority wanted) {
        require(ContactState.QUEUED);
        topic = code;
        priority = wanted;
        epoch++;
        returned = true;
        return new StateChange(state, state);
    }

    /** Nothing can be done for it any more. */
    StateChange fail(Instant now) {
        StateChange change = become(ContactState.FAILED);
        advisor = null;
        closedAt = now;
        return change;
    }

    StateChange abandon(Instant now) {
        StateChange change = become(
                state == ContactState.OFFERED
                        ? ContactState.ABANDONED_WHILE_ALERTING
                        : ContactState.ABANDONED_IN_QUEUE);
        advisor = null;
        closedAt = now;
        return change;
    }

    /** The citizen has the word from now on. */
    StateChange awaitCitizen(Instant now) {
        StateChange change = become(ContactState.WAITING_FOR_CITIZEN);
        awaitingSince = now;
        askedAt = null;
        return change;
    }

    boolean isInterrupted() {
        return pauses.isPaused();
    }

    /** Only a mail the advisor is working on; what weighs nothing already would make no room. */
    boolean mayBeInterrupted(String username) {
        return channel == Channel.EMAIL
                && state == ContactState.IN_PROGRESS
                && username.equals(advisor)
                && pauses.mayBegin();
    }

    /** Makes room for something more urgent; its clock stands until any other state. */
    StateChange interrupt(Instant now) {
        StateChange change = become(ContactState.ON_HOLD);
        pauses.begin(now);
        return change;
    }

    void pauseEnds(Instant now) {
        pauses.end(now);
    }

    StateChange resume() {
        StateChange change = become(ContactState.IN_PROGRESS);
        awaitingSince = null;
        return change;
    }

    void asked(Instant now) {
        askedAt = now;
    }

    void heardCitizen(Instant now) {
        lastCitizenAt = now;
    }

    /** Whoever is spoken to gets the whole time again to answer. */
    void advisorSpoke(Instant now) {
        lastAdvisorAt = now;
        if (state == ContactState.WAITING_FOR_CITIZEN) {
            awaitingSince = now;
            askedAt = null;
        }
    }

    void consulted(Instant now) {
        if (consultedAt == null) {
            consultedAt = now;
        }
    }

    /** The answer reached the citizen; counted once, and never before an entry was consulted or known by heart. */
    boolean delivered(Instant now) {
        if (deliveredAt != null || consultedAt == null) {
            return false;
        }
        deliveredAt = now;
        return true;
    }

    void classify(String code) {
        topic = code;
    }

    void linkTo(MatterId other) {
        matter = other.value();
    }

    StateChange finish(Instant workUntil) {
        StateChange change = become(ContactState.AFTER_CALL_WORK);
        acwUntil = workUntil;
        return change;
    }

    void extendAfterCallWork(int seconds) {
        require(ContactState.AFTER_CALL_WORK);
        if (acwExtended) {
            throw new AlreadyExtended(id());
        }
        acwExtended = true;
        acwUntil = acwUntil.plusSeconds(seconds);
    }

    StateChange close(Outcome how, String code, Instant now) {
        StateChange change = become(ContactState.CLOSED);
        outcome = how;
        disposition = code;
        closedAt = now;
        return change;
    }

    /** An offer alone puts nothing into the advisor's hands. */
    void requireWith(String username) {
        if (!username.equals(advisor) || state == ContactState.OFFERED) {
            throw new NotYourContact(id());
        }
    }

    void requireInHand() {
        if (!state.isInHand()) {
            throw new ContactNotInState(id(), state);
        }
    }

    private void require(ContactState wanted) {
        if (state != wanted) {
            throw new ContactNotInState(id(), state);
        }
    }

    private StateChange become(ContactState next) {
        if (!state.mayBecome(next)) {
            throw new ContactNotInState(id(), state);
        }
        StateChange change = new StateChange(state, next);
        state = next;
        return change;
    }
}
