package mx.gob.edomex.catgem.channel.phone;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.ColleagueJoined;
import mx.gob.edomex.catgem.channel.ColleagueLeft;
import mx.gob.edomex.catgem.channel.EntryPoints;
import mx.gob.edomex.catgem.channel.LineLimits;
import mx.gob.edomex.catgem.channel.PrivacyNotices;
import mx.gob.edomex.catgem.channel.WaitBand;
import mx.gob.edomex.catgem.channel.phone.flow.CallFlow;
import mx.gob.edomex.catgem.channel.phone.flow.FlowBook;
import mx.gob.edomex.catgem.channel.phone.flow.FlowJson;
import mx.gob.edomex.catgem.channel.phone.flow.FlowPrompt;
import mx.gob.edomex.catgem.channel.phone.flow.PromptSounds;
import mx.gob.edomex.catgem.contact.CallListening;
import mx.gob.edomex.catgem.contact.CallRecording;
import mx.gob.edomex.catgem.contact.CentreFixture;
import mx.gob.edomex.catgem.contact.ContactState;
import mx.gob.edomex.catgem.contact.JpaContactBook;
import mx.gob.edomex.catgem.contact.Playback;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.shared.Rounds;
import mx.gob.edomex.catgem.shared.Sha256;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.TestPersistence;
import mx.gob.edomex.catgem.survey.SurveyFixture;

/** A centre with a database, its contacts and an exchange, without a server; a node of it can end and another go on. */
final class PhoneCentre implements AutoCloseable {

    final CentreFixture centre;
    final PhoneService service;
    private final InTransactions transactions;
    final PhoneGateway gateway;
    final Softphones softphones;
    final CallRecording recording;
    final Playback playback;
    final CallListening listening;
    private final RecordingService recordings;
    private final TestPersistence persistence;
    private final Town town;
    private Lanes lanes;
    private Switchboard board;
    private long epoch;
    private WaitBand.Band band = WaitBand.Band.UNDER_2;
    private final WaitBand wait = new WaitBand() {
        @Override
        public Band of(ContactId contact) {
            return band;
        }

        @Override
        public Band of(Channel channel, Language language, String topic) {
            return band;
        }
    };
    private String node = "";
    private final Set<ContactId> known = new HashSet<>();

    PhoneCentre(TestPersistence persistence, Town town) {
        this.persistence = persistence;
        this.town = town;
        centre = new CentreFixture(persistence);
        PhoneCalls calls = persistence.wire(new PhoneCalls());
        RecordingRows rows = persistence.wire(new RecordingRows());
        JpaContactBook book = persistence.wire(new JpaContactBook());
        EntryPoints entryPoints =
                persistence.wire(new EntryPoints(), persistence.wire(new Installation()), centre.time);
        LineLimits open = (entryPoint, topic, channel, language) -> LineLimits.Verdict.OPEN;
        transactions = new InTransactions(persistence);
        SurveyFixture survey = new SurveyFixture(persistence, centre);
        PhoneMenu menu = persistence.wire(
                new PhoneMenu(),
                persistence.wire(new FlowBook()),
                calls,
                centre.arrivals,
                centre.wishes,
                persistence.wire(new PrivacyNotices()),
                centre.personalData,
                entryPoints,
                wait,
                survey.keypad,
                persistence.wire(new Installation()),
                centre.time);
        survey.senders.add(persistence.wire(new PhoneSurvey(), calls, menu));
        LegRecording legRecording = persistence.wire(new LegRecording(), calls, rows);
        ListenerLine listenerLine = persistence.wire(new ListenerLine(), calls);
        service = persistence.wire(
                transactions,
                menu,
                calls,
                rows,
                legRecording,
                listenerLine,
                centre.leases,
                centre.personalData,
                centre.arrivals,
                entryPoints,
                open,
                book,
                centre.alerts,
                centre.signals,
                centre.event,
                centre.time);
        softphones = persistence.wire(new Softphones(), centre.time);
        gateway = persistence.wire(
                new PhoneGateway(), calls, book, softphones, rows, legRecording, listenerLine, centre.time);
        ColleagueInCall colleagues = persistence.wire(new ColleagueInCall(), calls, softphones, centre.time);
        centre.observers.add(event -> {
            if (event instanceof ColleagueJoined joined) {
                colleagues.onJoined(joined);
            } else if (event instanceof ColleagueLeft left) {
                colleagues.onLeft(left);
            }
        });
        recordings = persistence.wire(
                new CollectedInTransactions(persistence),
                rows,
                centre.leases,
                centre.personalData,
                centre.alerts,
                centre.time);
        recording = centre.recording.apply(persistence.wire(new RecordingControl(), calls, rows, centre.time));
        listening = centre.callListening.apply(
                persistence.wire(new ListenerControl(), calls, listenerLine, softphones, centre.time));
        playback = centre.playback.apply(persistence.wire(new RecordedCalls(), centre.personalData));
        centre.gateways.add(gateway);
        menu(false);
        known.addAll(queued());
        nextNode();
    }

    /** Whether the numbers lead through the menu; a test begins without. */
    void menu(boolean on) {
        centre.run(() -> persistence
                .entityManager()
                .createNativeQuery("update entry_point set menu = " + on + " where channel = 'PHONE'")
                .executeUpdate());
    }

    /** The menu from now on with this sound for each of its prompts, in Spanish. */
    void record(byte[] wav) {
        PromptSounds sounds = persistence.wire(new PromptSounds(), centre.time);
        FlowBook book = persistence.wire(new FlowBook());
        CallFlow flow = centre.does(() -> book.inForce(centre.time.instant()));
        centre.run(() -> flow.prompts().forEach((name, prompt) -> Sql.on(
                        persistence.entityManager(),
                        """
                                insert into prompt_recording (id, prompt, language, words, millis, sha256, wav, uploaded_by,
                                                              uploaded_at)
                                values (gen_random_uuid(), :prompt, 'ES', :words, 1, :hash, :wav, 'coordinadora1', now())
                                """)
                .set("prompt", name)
                .set("words", prompt.words().get(Language.ES))
                .set("hash", Sha256.of(wav))
                .set("wav", wav)
                .update()));
        Rounds rounds = new Rounds(PhoneCentre.class, "recordings wait");
        SoundKeeper keeper = new SoundKeeper(town.settings().sounds(), sounds, rounds);
        centre.run(keeper::round);
        publish(centre.does(() -> sounds.named(flow)));
    }

    /** The menu from now on as if all of it had been recorded, under the name of one sound; or nothing, under none. */
    void recordedAs(String... sound) {
        FlowBook book = persistence.wire(new FlowBook());
        CallFlow flow = centre.does(() -> book.inForce(centre.time.instant()));
        Map<Language, String> recorded = sound.length == 0 ? Map.of() : Map.of(Language.ES, sound[0]);
        for (String name : flow.prompts().keySet()) {
            FlowPrompt prompt = flow.prompts().get(name);
            flow = flow.saying(name, new FlowPrompt(prompt.words(), recorded, prompt.standIn(), prompt.seconds()));
        }
        publish(flow);
    }

    private void publish(CallFlow flow) {
        centre.run(() -> Sql.on(
                        persistence.entityManager(),
                        """
                        insert into call_flow (version, author, approved_by, reason, effective_from, flow)
                        select max(version) + 1, 'coordinadora1', 'coordinadora2', 'Grabado', max(effective_from),
                               cast(:flow as jsonb)
                        from call_flow
                        """)
                .set("flow", FlowJson.write(flow))
                .update());
    }

    /** Another node owns the exchange from now on; the one before is as dead. */
    void nextNode() {
        String before = node;
        centre.run(() -> centre.leases.release(PhoneService.LEASE, before));
        node = UUID.randomUUID().toString();
        String name = node;
        epoch = centre.does(() -> centre.leases.acquire(PhoneService.LEASE, name, Duration.ofMinutes(10)))
                .orElseThrow();
        lanes = new Lanes(2, Thread::new);
        board = new Switchboard(new AriExchange(town.settings()), service, lanes, centre.time);
    }

    /** Another node had the exchange for a while; this one goes on where it was. */
    void ownsAnew() {
        String before = node;
        centre.run(() -> centre.leases.release(PhoneService.LEASE, before));
        String other = UUID.randomUUID().toString();
        centre.does(() -> centre.leases.acquire(PhoneService.LEASE, other, Duration.ofMinutes(10)));
        centre.run(() -> centre.leases.release(PhoneService.LEASE, other));
        epoch = centre.does(() -> centre.leases.acquire(PhoneService.LEASE, before, Duration.ofMinutes(10)))
                .orElseThrow();
    }

    /** The next end of a prompt loses against another transaction. */
    void collides() {
        transactions.collision.set(true);
    }

    long epoch() {
        return epoch;
    }

    Switchboard board() {
        return board;
    }

    /** The node's regular work, until something is the case. */
    void until(BooleanSupplier done) {
        ExchangeContract.until(() -> {
            keep();
            return done.getAsBoolean();
        });
    }

    void keep() {
        try {
            board.keep(epoch);
        } catch (IOException e) {
            // away: tried again
        }
    }

    /** The node's regular work for recordings. */
    void collect() {
        Rounds rounds = new Rounds(PhoneCentre.class, "recordings wait");
        new RecordingCollector(exchange(), recordings, rounds, centre.time).round(epoch);
    }

    AriExchange exchange() {
        return new AriExchange(town.settings());
    }

    /** The privacy notice was presented before the call stood in the line. */
    void noticed(ContactId contact) {
        centre.run(() -> persistence
                .entityManager()
                .createNativeQuery("update arrival set notice_version = '2026-01' where contact_id = '" + contact + "'")
                .executeUpdate());
    }

    /** The node stops listening, as when it is killed: calls on the exchange go on. */
    void dies() {
        board.leave();
        lanes.close();
    }

    /** The newest call, when it stands in the line and intake has opened the contact. */
    ContactId waits() {
        ContactId contact = arrives();
        centre.does(() -> centre.intake.open(contact));
        return contact;
    }

    /** What those who phone have to expect. */
    void expects(WaitBand.Band wait) {
        band = wait;
    }

    /** As {@link #waits}, before intake. */
    ContactId arrives() {
        until(() -> !known.containsAll(queued()));
        ContactId fresh = queued().stream()
                .filter(one -> !known.contains(one))
                .findFirst()
                .orElseThrow();
        known.add(fresh);
        return fresh;
    }

    private List<ContactId> queued() {
        return does(() -> Sql.on(
                        persistence.entityManager(), "select contact_id from phone_call where queued_at is not null")
                .list(row -> row.contact("contact_id")));
    }

    /** The advisor accepts on the desk. */
    void accepts(ContactId contact, String advisor) {
        OfferId offer = centre.offer(contact, advisor).orElseThrow();
        centre.as(advisor);
        centre.run(() -> centre.offers.accept(offer));
        board.ring(contact);
    }

    /** The contact was given to the advisor, who takes it. */
    void takes(ContactId contact, String advisor) {
        String offer = centre.text("select id from offer where outcome is null and contact_id = '" + contact + "'");
        centre.as(advisor);
        centre.run(() -> centre.offers.accept(OfferId.of(offer)));
        board.ring(contact);
    }

    CallPhase phase(ContactId contact) {
        return CallPhase.valueOf(centre.text("select phase from phone_call where contact_id = '" + contact + "'"));
    }

    ContactState state(ContactId contact) {
        return centre.state(contact);
    }

    int count(String sql) {
        return does(() -> Sql.on(persistence.entityManager(), sql)
                .first(row -> row.number("n"))
                .orElseThrow());
    }

    <T> T does(Callable<T> work) {
        return persistence.inTransaction(work);
    }

    @Override
    public void close() {
        dies();
        centre.run(() -> centre.leases.release(PhoneService.LEASE, node));
    }

    /** As {@link InTransactions}. */
    private static final class CollectedInTransactions extends RecordingService {
        private final TestPersistence persistence;

        CollectedInTransactions(TestPersistence persistence) {
            this.persistence = persistence;
        }

        @Override
        public Optional<RecordingRows.Row> find(AdvisorChannel leg, long epoch) {
            return persistence.inTransaction(() -> super.find(leg, epoch));
        }

        @Override
        public void begin(RecordingRows.Row recording, long epoch) {
            persistence.inTransaction(() -> super.begin(recording, epoch));
        }

        @Override
        public void part(RecordingRows.Row recording, int number, byte[] plain, long epoch) {
            persistence.inTransaction(() -> super.part(recording, number, plain, epoch));
        }

        @Override
        public void complete(RecordingRows.Row recording, long bytes, byte[] sha256, long epoch) {
            persistence.inTransaction(() -> super.complete(recording, bytes, sha256, epoch));
        }

        @Override
        public void failed(RecordingRows.Row recording, long epoch) {
            persistence.inTransaction(() -> super.failed(recording, epoch));
        }

        @Override
        public void erased(AdvisorChannel leg, long epoch) {
            persistence.inTransaction(() -> super.erased(leg, epoch));
        }

        @Override
        public List<AdvisorChannel> overdue(long epoch) {
            return persistence.inTransaction(() -> super.overdue(epoch));
        }

        @Override
        public void lost(AdvisorChannel leg, long epoch) {
            persistence.inTransaction(() -> super.lost(leg, epoch));
        }
    }

    /** The container's part: each call from outside is a transaction. */
    private static final class InTransactions extends PhoneService {
        private final TestPersistence persistence;
        private final AtomicBoolean collision = new AtomicBoolean();

        @SuppressWarnings("ThreadLocalUsage") // as the persistence of a test
        private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);

        InTransactions(TestPersistence persistence) {
            this.persistence = persistence;
        }

        private <T> T in(Callable<T> work) {
            if (inside.get()) {
                try {
                    return work.call();
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
            inside.set(true);
            try {
                return persistence.inTransaction(work);
            } finally {
                inside.remove();
            }
        }

        private void in(Runnable work) {
            in(() -> {
                work.run();
                return null;
            });
        }

        @Override
        public void entered(ExchangeEvent.Entered call, long epoch) {
            in(() -> super.entered(call, epoch));
        }

        @Override
        public void promptOver(ContactId contact, long epoch) {
            in(() -> {
                super.promptOver(contact, epoch);
                if (collision.getAndSet(false)) {
                    throw new IllegalStateException("deadlock detected");
                }
            });
        }

        @Override
        public void pressed(ContactId contact, String key, long epoch) {
            in(() -> super.pressed(contact, key, epoch));
        }

        @Override
        public void spoken(ContactId contact, int step, long epoch) {
            in(() -> super.spoken(contact, step, epoch));
        }

        @Override
        public void pickedUp(AdvisorChannel advisor, long epoch) {
            in(() -> super.pickedUp(advisor, epoch));
        }

        @Override
        public void hearing(Ear ear, long epoch) {
            in(() -> super.hearing(ear, epoch));
        }

        @Override
        public void advisorGone(AdvisorChannel advisor, NotReached why, long epoch) {
            in(() -> super.advisorGone(advisor, why, epoch));
        }

        @Override
        public void citizenGone(ContactId contact, long epoch) {
            in(() -> super.citizenGone(contact, epoch));
        }

        @Override
        public void lost(ContactId contact, long epoch) {
            in(() -> super.lost(contact, epoch));
        }

        @Override
        public void tell(ContactId contact, long epoch) {
            in(() -> super.tell(contact, epoch));
        }

        @Override
        public List<PhoneCommand> take(ContactId contact, long epoch) {
            return in(() -> super.take(contact, epoch));
        }

        @Override
        public void carried(ContactId contact, List<Carried> carried, long epoch) {
            in(() -> super.carried(contact, carried, epoch));
        }

        @Override
        public List<PhoneCall> live(long epoch) {
            return in(() -> super.live(epoch));
        }

        @Override
        public List<ContactId> due() {
            return in(() -> super.due());
        }

        @Override
        public List<ContactId> untold() {
            return in(() -> super.untold());
        }

        @Override
        public void heardAgain(long epoch, java.time.Instant silentSince, Reconciliation found) {
            in(() -> super.heardAgain(epoch, silentSince, found));
        }

        @Override
        public void unheard() {
            in(() -> super.unheard());
        }
    }
}
