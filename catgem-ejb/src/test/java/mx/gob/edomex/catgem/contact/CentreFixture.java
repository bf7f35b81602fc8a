package mx.gob.edomex.catgem.contact;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import mx.gob.edomex.catgem.channel.AdvisorHungUp;
import mx.gob.edomex.catgem.channel.AdvisorNotReached;
import mx.gob.edomex.catgem.channel.AnswerAccepted;
import mx.gob.edomex.catgem.channel.Arrivals;
import mx.gob.edomex.catgem.channel.Attachments;
import mx.gob.edomex.catgem.channel.Author;
import mx.gob.edomex.catgem.channel.CallLost;
import mx.gob.edomex.catgem.channel.CallbackAsked;
import mx.gob.edomex.catgem.channel.CallbackWishes;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.ChannelGateway;
import mx.gob.edomex.catgem.channel.CitizenLeft;
import mx.gob.edomex.catgem.channel.ColleagueHungUp;
import mx.gob.edomex.catgem.channel.Conversations;
import mx.gob.edomex.catgem.channel.EntryPoints;
import mx.gob.edomex.catgem.channel.ListenerHungUp;
import mx.gob.edomex.catgem.channel.MessageAppended;
import mx.gob.edomex.catgem.channel.NewArrival;
import mx.gob.edomex.catgem.channel.NewMessage;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.channel.phone.ListenerControl;
import mx.gob.edomex.catgem.channel.phone.RecordedCalls;
import mx.gob.edomex.catgem.channel.phone.RecordingControl;
import mx.gob.edomex.catgem.contact.Dispatch.Batch;
import mx.gob.edomex.catgem.contact.Dispatch.Match;
import mx.gob.edomex.catgem.contact.Dispatch.OfferMade;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.StepRecorder;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.EncryptedPersonalData;
import mx.gob.edomex.catgem.shared.Alerts;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Leases;
import mx.gob.edomex.catgem.shared.MovingClock;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.SubjectId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import mx.gob.edomex.catgem.workforce.AdvisorCapacity;
import mx.gob.edomex.catgem.workforce.CentreNotices;
import mx.gob.edomex.catgem.workforce.PointsFreed;
import mx.gob.edomex.catgem.workforce.Presence;
import mx.gob.edomex.catgem.workforce.PresenceService;
import mx.gob.edomex.catgem.workforce.Roster;
import mx.gob.edomex.catgem.workforce.Staffing;

/** The contact domain on a real database, without a server: each call is one transaction, the clock is the test's. */
public final class CentreFixture {

    public final MovingClock time = new MovingClock(Instant.now());
    public final List<Object> events = new CopyOnWriteArrayList<>();

    /** Domains above this one, which hear of events in the transaction that fires them. */
    public final List<Consumer<Object>> observers = new CopyOnWriteArrayList<>();

    /** The ways back to citizens; none unless a test puts some here. */
    public final List<ChannelGateway> gateways = new CopyOnWriteArrayList<>();

    public final Intake intake;
    public final Dispatch dispatch;
    public final OfferService offers;
    public final DeskService desk;
    public final DeskPapers papers;
    public final DeskQueries deskQueries;
    public final HandOverService handOver;
    public final Transfers transfers;
    public final JoinedDesk joined;
    public final Outbound outbound;
    final WarmTransferLapses lapses;
    public final Endings endings;
    public final Silences silences;
    public final Interruptions interruptions;
    public final StuckArrivals stuckArrivals;
    public final Leases leases;
    public final DeskFiles files;
    public final SensitiveMarks marks;
    public final Steering steering;
    public final RaisedHands hands;
    public final Listening listening;
    public final CentreNotices notices;
    public final Callbacks callbacks;
    public final CallService calls;
    public final CallCards callCards;
    public final CallbackSteering callbackSteering;
    public final CallbackArrangements arrangements;
    public final CallbackWishes wishes;
    final QueueLimits limits;
    public final Alerts alerts;
    public final Signals signals;
    public final AdvisorCapacity capacity;
    public final PresenceService presence;
    public final Staffing staffing;
    public final Arrivals arrivals;
    public final Conversations conversations;
    public final EncryptedPersonalData personalData;

    /** What is done about recordings of calls, given the telephone's part of it. */
    public final Function<RecordingControl, CallRecording> recording;

    public final Function<RecordedCalls, Playback> playback;

    public final Function<ListenerControl, CallListening> callListening;

    private final TestPersistence persistence;
    public final SearchRefill searchRefill;
    private final SearchRows searchRows;
    private final WordTokens wordTokens;
    private final Consumer<Object> heard;
    private final ThreadLocal<String> caller = ThreadLocal.withInitial(() -> "asesora01");
    private final CitizenActs citizenActs;
    private final PhoneActs phoneActs;

    /** What gateways of a test fire; heard as by the container. */
    public final Event<Object> event;

    private long epoch;

    public CentreFixture(TestPersistence persistence) {
        this(persistence, null, null);
    }

    /**
     * A centre by a clock of its own.
     *
     * @param heard is given each event instead of {@link #events}, which would grow for ever
     */
    public CentreFixture(TestPersistence persistence, Clock clock, Consumer<Object> heard) {
        Clock time = clock == null ? this.time : clock;
        this.heard = heard == null ? events::add : heard;
        this.persistence = persistence;
        ReadingFixture reading = new ReadingFixture(persistence);
        personalData = reading.personalData;
        wordTokens = reading.wordTokens;
        event = event(this::fire);
        CurrentStaff staff = new CurrentStaff() {
            @Override
            public String username() {
                return caller.get();
            }

            @Override
            public boolean has(String role) {
                return true;
            }
        };
        signals = new Signals(cast(event));
        EventLedger ledger = persistence.wire(new EventLedger(), time);
        StepRecorder steps = persistence.wire(new StepRecorder(), time);
        alerts = persistence.wire(new Alerts(), signals);
        leases = persistence.wire(new Leases());
        conversations = persistence.wire(new Conversations(), personalData, event, signals);
        arrivals = persistence.wire(new Arrivals(), personalData, event);
        Attachments attachments = persistence.wire(new Attachments(), personalData);
        capacity = persistence.wire(new AdvisorCapacity(), ledger, signals, alerts, event, time);
        presence = persistence.wire(new PresenceService(), staff, ledger, signals, event, time);
        stuckArrivals = persistence.wire(new StuckArrivals(), alerts);
        WarmTransfers warmTransfers = persistence.wire(new WarmTransfers(), capacity, ledger, signals, event, time);
        Contacts contacts = persistence.wire(new Contacts(), warmTransfers, ledger, signals, event);
        Handovers handovers = persistence.wire(new Handovers(), personalData);
        ContactNotes notes = persistence.wire(new ContactNotes(), personalData, signals);
        Colleagues colleagues = persistence.wire(new Colleagues());
        searchRows = persistence.wire(new SearchRows(), conversations, personalData, reading.wordTokens);
        searchRefill = persistence.wire(new SearchRefill(), contacts, searchRows);
        CitizenSide citizenSide = persistence.wire(new CitizenSide(), conversations, steps, waysBack());
        staffing =
                persistence.wire(new Staffing(), persistence.wire(new Roster()), persistence.wire(new Installation()));
        LastAdvisors lastAdvisors = persistence.wire(new LastAdvisors(), staffing, time);
        CallbackRows callbackRows = persistence.wire(new CallbackRows());
        callbacks = persistence.wire(
                new Callbacks(), contacts, callbackRows, capacity, ledger, signals, alerts, event, time);
        EntryPoints entryPoints = persistence.wire(new EntryPoints(), persistence.wire(new Installation()), time);
        wishes = persistence.wire(new CallbackWishes(), personalData, entryPoints, time);
        limits = persistence.wire(new QueueLimits(), persistence.wire(new ExpectedWait()));
        Overflows overflows = persistence.wire(new Overflows(), limits, citizenSide, contacts, ledger, steps);
        intake = persistence.wire(new Intake(), contacts, steps, searchRows, lastAdvisors, callbacks, overflows, time);
        interruptions = persistence.wire(new Interruptions(), contacts, capacity, staff, time);
        Offers making = persistence.wire(new Offers(), contacts, interruptions, ledger, signals, time);
        dispatch =
                persistence.wire(new Dispatch(), making, contacts, handovers, capacity, signals, alerts, event, time);
        endings = persistence.wire(
                new Endings(),
                contacts,
                handovers,
                warmTransfers,
                capacity,
                steps,
                citizenSide,
                signals,
                alerts,
                event,
                time);
        silences = persistence.wire(
                new Silences(), contacts, endings, capacity, citizenSide, lastAdvisors, ledger, event, time);
        Relay relay = persistence.wire(new Relay(), contacts, capacity, steps, citizenSide, signals, event);
        offers = persistence.wire(
                new OfferService(),
                handovers,
                warmTransfers,
                contacts,
                capacity,
                steps,
                citizenSide,
                staff,
                signals,
                event,
                time);
        desk = persistence.wire(
                new DeskService(),
                contacts,
                endings,
                silences,
                interruptions,
                attachments,
                steps,
                ledger,
                citizenSide,
                staff,
                alerts,
                signals,
                time);
        deskQueries = persistence.wire(
                new DeskQueries(),
                conversations,
                notes,
                attachments,
                personalData,
                persistence.wire(new Installation()),
                staff,
                time);
        files = persistence.wire(new DeskFiles(), attachments, contacts, staff, time);
        marks = persistence.wire(
                new SensitiveMarks(), contacts, conversations, searchRows, ledger, staff, signals, time);
        steering = persistence.wire(new Steering(), contacts, offers, endings, staff, event, time);
        hands = persistence.wire(new RaisedHands(), contacts, personalData, ledger, staff, alerts, signals, time);
        listening = persistence.wire(new Listening(), reading.reading, reading.folios, hands, ledger, staff, time);
        notices = persistence.wire(new CentreNotices(), ledger, staff, signals, time);
        papers = persistence.wire(new DeskPapers(), contacts, notes, personalData, ledger, staff, signals, time);
        handOver = persistence.wire(
                new HandOverService(),
                contacts,
                handovers,
                papers,
                offers,
                warmTransfers,
                colleagues,
                relay,
                capacity,
                presence,
                staff,
                time);
        transfers = persistence.wire(
                new Transfers(),
                contacts,
                relay,
                handovers,
                warmTransfers,
                persistence.wire(new TransferTopics()),
                colleagues,
                notes,
                citizenSide,
                steps,
                staff,
                time);
        recording = control -> persistence.wire(new CallRecording(), contacts, control, ledger, staff, time);
        callListening =
                control -> persistence.wire(new CallListening(), contacts, control, ledger, staff, signals, time);
        playback = recorded -> persistence.wire(new Playback(), recorded, ledger, staff, time);
        outbound = persistence.wire(new Outbound(), contacts, capacity, personalData, searchRows, staff, signals, time);
        joined = persistence.wire(
                new JoinedDesk(), contacts, warmTransfers, conversations, notes, personalData, staff, time);
        lapses = persistence.wire(new WarmTransferLapses(), contacts, warmTransfers, time);
        calls = persistence.wire(
                new CallService(),
                contacts,
                callbackRows,
                callbacks,
                wishes,
                endings,
                capacity,
                steps,
                ledger,
                staff,
                signals,
                time);
        callCards = persistence.wire(new CallCards(), personalData, staff);
        callbackSteering = persistence.wire(
                new CallbackSteering(),
                contacts,
                callbackRows,
                callbacks,
                wishes,
                endings,
                personalData,
                staff,
                alerts,
                time);
        arrangements = persistence.wire(new CallbackArrangements(), arrivals, wishes, staff, time);
        phoneActs = persistence.wire(
                new PhoneActs(), contacts, endings, capacity, warmTransfers, citizenSide, ledger, signals, event, time);
        citizenActs = persistence.wire(new CitizenActs(), contacts, endings, silences, callbacks, steps, time);
    }

    public <T> T does(Callable<T> work) {
        return persistence.inTransaction(work);
    }

    public void run(Runnable work) {
        persistence.inTransaction(work::run);
    }

    /** Everyone who waits by their row. */
    public List<WaitingContact> returned() {
        return does(() -> dispatch.waitingOrReturned(List.of())).returned();
    }

    public void as(String username) {
        caller.set(username);
    }

    /** Takes the matcher's lease in its own name; its epoch is used by {@link #offer}. */
    public long lease() {
        epoch = does(() -> leases.acquire(Dispatch.LEASE, "test", Duration.ofMinutes(10)))
                .orElseThrow();
        return epoch;
    }

    public ContactId aQueuedChat() {
        return aQueued(Channel.CHAT, Priority.NORMAL, "GENERAL", time.instant());
    }

    public ContactId aQueued(Channel channel, Priority priority, String topic, Instant since) {
        ContactId id = ContactId.random();
        String entryPoint =
                channel == Channel.EMAIL ? "MAIL_CATGEM" : channel == Channel.PHONE ? "TEL_070" : "CHAT_WEB";
        run(() -> arrivals.record(new NewArrival(
                id,
                channel,
                entryPoint,
                Language.ES,
                topic,
                priority,
                SubjectId.random(),
                null,
                "Acta de nacimiento",
                null,
                since,
                "2026-01")));
        does(() -> intake.open(id));
        return id;
    }

    public void says(ContactId contact, String text) {
        run(() -> conversations.append(NewMessage.ofText(
                contact, Author.CITIZEN, null, UUID.randomUUID().toString(), text, time.instant())));
    }

    public void available(String... usernames) {
        for (String username : usernames) {
            as(username);
            run(() -> presence.become(Presence.AVAILABLE, null));
        }
    }

    public Optional<OfferId> offer(ContactId contact, String advisor) {
        lease();
        int waiting = integer("select epoch from contact where id = '" + contact + "'");
        Batch batch = does(() -> dispatch.offer(List.of(new Match(contact, waiting, advisor)), epoch));
        return batch.made().stream().findFirst().map(OfferMade::offer);
    }

    /** A chat in the hands of the advisor. */
    public ContactId aChatWith(String advisor) {
        ContactId contact = aQueuedChat();
        OfferId offer = offer(contact, advisor).orElseThrow();
        as(advisor);
        run(() -> offers.accept(offer));
        return contact;
    }

    public String text(String sql) {
        return does(() -> Sql.on(
                        persistence.entityManager(),
                        sql.replaceFirst("select ", "select cast(").replaceFirst(" from ", " as text) as value from "))
                .first(row -> Optional.ofNullable(row.text("value")))
                .flatMap(value -> value)
                .orElse(null));
    }

    /** Whether the contact is found by the words. */
    public boolean isFound(ContactId contact, String words) {
        return does(() -> Sql.on(
                        persistence.entityManager(),
                        "select 1 from contact_search where contact_id = :contact and words @@ cast(:words as tsquery)")
                .set("contact", contact)
                .set("words", wordTokens.question(words).orElseThrow())
                .exists());
    }

    public int integer(String sql) {
        return Integer.parseInt(text(sql));
    }

    public ContactState state(ContactId contact) {
        return ContactState.valueOf(text("select state from contact where id = '" + contact + "'"));
    }

    public int points(String advisor) {
        return integer("select points from advisor where username = '" + advisor + "'");
    }

    public <E> List<E> events(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** As the event that a gateway fires. */
    void asked(CallbackAsked asked) {
        fire(asked);
    }

    private void fire(Object event) {
        heard.accept(event);
        if (event instanceof MessageAppended message) {
            searchRows.onMessage(message);
            citizenActs.onMessage(message);
        } else if (event instanceof CitizenLeft left) {
            citizenActs.onLeft(left);
        } else if (event instanceof PointsFreed freed) {
            interruptions.onFreed(freed);
        } else if (event instanceof CallbackAsked asked) {
            citizenActs.onCallbackAsked(asked);
        } else if (event instanceof AnswerAccepted answer) {
            citizenActs.onAnswer(answer);
        } else if (event instanceof AdvisorNotReached missed) {
            phoneActs.onNotReached(missed);
        } else if (event instanceof AdvisorHungUp ended) {
            phoneActs.onHungUp(ended);
        } else if (event instanceof ColleagueHungUp gone) {
            phoneActs.onColleagueHungUp(gone);
        } else if (event instanceof ListenerHungUp gone) {
            phoneActs.onListenerHungUp(gone);
        } else if (event instanceof CallLost lost) {
            phoneActs.onLost(lost);
        }
        observers.forEach(observer -> observer.accept(event));
    }

    @SuppressWarnings("unchecked")
    private static Event<Object> event(Consumer<Object> sink) {
        return (Event<Object>) Proxy.newProxyInstance(
                Event.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
                    sink.accept(arguments[0]);
                    return null;
                });
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T> T cast(Object value) {
        return (T) value;
    }

    private Instance<?> waysBack() {
        return (Instance<?>) Proxy.newProxyInstance(
                Instance.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, arguments) -> gateways.stream());
    }
}
