package mx.gob.edomex.catgem.channel.phone;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import mx.gob.edomex.catgem.channel.phone.ExchangeEvent.Entered;
import mx.gob.edomex.catgem.channel.phone.ExchangeEvent.Gone;
import mx.gob.edomex.catgem.channel.phone.ExchangeEvent.Hearing;
import mx.gob.edomex.catgem.channel.phone.ExchangeEvent.Lost;
import mx.gob.edomex.catgem.channel.phone.ExchangeEvent.PickedUp;
import mx.gob.edomex.catgem.channel.phone.ExchangeEvent.Pressed;
import mx.gob.edomex.catgem.channel.phone.ExchangeEvent.PromptOver;
import mx.gob.edomex.catgem.channel.phone.ExchangeEvent.Spoken;
import mx.gob.edomex.catgem.channel.phone.PhoneService.Carried;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Outage;
import mx.gob.edomex.catgem.shared.Trouble;

/**
 * The one line between this application and the exchange, while this node owns it: hears its events, each call's in
 * order, and has it do what is on record as wanted. After any gap it first looks at what is there.
 */
final class Switchboard {

    private final AriExchange exchange;
    private final PhoneService service;
    private final Lanes lanes;
    private final Clock clock;
    private final Trouble trouble = new Trouble(Switchboard.class, "an event of a call is not attended to");
    private final Trouble taken = new Trouble(Switchboard.class, "another application hears the exchange in our place");
    private volatile Line line;
    private Instant silentSince;
    private long silentEpoch;

    Switchboard(AriExchange exchange, PhoneService service, Lanes lanes, Clock clock) {
        this.exchange = exchange;
        this.service = service;
        this.lanes = lanes;
        this.clock = clock;
    }

    /** One connection under one epoch. Until the books agree with the exchange, what is heard is kept. */
    private final class Line {
        private final long epoch;
        private final AtomicBoolean doubtful = new AtomicBoolean();
        private final Set<ContactId> calls = ConcurrentHashMap.newKeySet();
        private final Set<ContactId> looked = ConcurrentHashMap.newKeySet();
        private final List<ExchangeEvent> kept = new ArrayList<>();
        private EventStream stream;
        private boolean open;

        Line(long epoch) {
            this.epoch = epoch;
        }

        void heard(ExchangeEvent event) {
            synchronized (kept) {
                if (!open) {
                    kept.add(event);
                    return;
                }
            }
            submit(event);
        }

        void open() {
            synchronized (kept) {
                kept.forEach(this::submit);
                kept.clear();
                open = true;
            }
        }

        void submit(ExchangeEvent event) {
            if (event instanceof Entered) {
                calls.add(event.contact());
            }
            lanes.submit(event.contact(), () -> attend(event.contact(), () -> take(event, epoch)));
            if (event instanceof Gone gone
                    && AdvisorChannel.ofChannel(gone.channel()).isEmpty()) {
                calls.remove(event.contact());
            }
        }

        /** Not again while it has not begun: a slow exchange is asked often. */
        void look(ContactId call) {
            if (looked.add(call)) {
                lanes.submit(call, () -> {
                    looked.remove(call);
                    attend(call, () -> {});
                });
            }
        }

        void tell(ContactId call) {
            lanes.submit(call, () -> attend(call, () -> service.tell(call, epoch)));
        }

        /** What could not be attended to because the database was away is found again by looking anew. */
        private void attend(ContactId call, Runnable first) {
            if (doubtful.get()) {
                return;
            }
            try {
                twice(first);
                carryOut(call, epoch);
                trouble.over();
            } catch (ExchangeNotOurs | IOException e) {
                doubtful.set(true);
            } catch (RuntimeException e) {
                trouble.met(e);
                doubtful.compareAndSet(false, Outage.isBehind(e));
            }
        }
    }

    /** Nothing is told a second time by the exchange; what collided with another transaction goes well then. */
    private static void twice(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (e instanceof ExchangeNotOurs || Outage.isBehind(e)) {
                throw e;
            }
            work.run();
        }
    }

    /**
     * Regular work: connects when there is no line, and looks after what is due.
     *
     * @param epoch under which this node owns the exchange
     * @throws IOException when the exchange cannot be reached
     * @throws ExchangeNotOurs when another listens to it by now: to be owned anew first
     */
    synchronized void keep(long epoch) throws IOException {
        List<ContactId> due = service.due();
        Line now = line;
        if (now != null && now.stream.isReplaced()) {
            leave();
            ExchangeNotOurs theirs = new ExchangeNotOurs(epoch);
            taken.met(theirs);
            throw theirs;
        }
        if (now != null && (now.epoch != epoch || now.doubtful.get() || !now.stream.isAlive())) {
            leave();
            now = null;
        }
        if (now == null) {
            now = connect(epoch);
        }
        due.forEach(now::look);
        service.untold().forEach(now::tell);
    }

    /** Hears and does nothing more. */
    synchronized void leave() {
        if (line != null) {
            silentSince = clock.instant();
            silentEpoch = line.epoch;
            line.doubtful.set(true);
            line.stream.close();
            line = null;
        }
    }

    boolean isConnected() {
        return line != null;
    }

    /** Something may be wanted of this contact; nothing when it is no call of now. */
    void ring(ContactId contact) {
        Line now = line;
        if (now != null && now.calls.contains(contact)) {
            now.look(contact);
        }
    }

    private Line connect(long epoch) throws IOException {
        Line fresh = new Line(epoch);
        fresh.stream = exchange.listen(fresh::heard);
        try {
            List<PhoneCall> live = service.live(epoch);
            Reconciliation found = Reconciliation.of(live, exchange.snapshot(prompts(live)));
            for (String channel : found.subscribe()) {
                exchange.subscribe(channel);
            }
            for (String channel : found.hangUp()) {
                exchange.hangUp(channel);
            }
            for (String bridge : found.unbridge()) {
                exchange.unbridge(bridge);
            }
            live.forEach(call -> fresh.calls.add(call.contact()));
            // What another owner heard in between is no gap of this one.
            service.heardAgain(epoch, epoch == silentEpoch ? silentSince : null, found);
            found.events().forEach(fresh::submit);
        } catch (IOException | RuntimeException e) {
            fresh.stream.close();
            throw e;
        }
        line = fresh;
        fresh.open();
        return fresh;
    }

    private static List<String> prompts(List<PhoneCall> live) {
        List<String> prompts = new ArrayList<>();
        for (PhoneCall call : live) {
            if (call.phase().isPrompted()) {
                for (Prompt prompt : Prompt.values()) {
                    prompts.add(new PromptOver(call.contact(), prompt).id());
                }
                prompts.add(new Spoken(call.contact(), call.step()).id());
            }
        }
        return prompts;
    }

    private void take(ExchangeEvent event, long epoch) {
        if (event instanceof Entered entered) {
            service.entered(entered, epoch);
        } else if (event instanceof PromptOver over) {
            service.promptOver(over.contact(), epoch);
        } else if (event instanceof Pressed pressed) {
            service.pressed(pressed.contact(), pressed.key(), epoch);
        } else if (event instanceof Spoken spoken) {
            service.spoken(spoken.contact(), spoken.step(), epoch);
        } else if (event instanceof PickedUp picked) {
            service.pickedUp(picked.advisor(), epoch);
        } else if (event instanceof Hearing hearing) {
            service.hearing(hearing.ear(), epoch);
        } else if (event instanceof Lost lost) {
            service.lost(lost.contact(), epoch);
        } else if (event instanceof Gone gone) {
            AdvisorChannel.ofChannel(gone.channel())
                    .ifPresentOrElse(
                            advisor -> service.advisorGone(advisor, NotReached.of(gone.cause()), epoch),
                            () -> service.citizenGone(gone.contact(), epoch));
        }
    }

    /** What the exchange cannot do changes the call, and with it what is wanted next. */
    private void carryOut(ContactId call, long epoch) throws IOException {
        List<PhoneCommand> due = service.take(call, epoch);
        while (!due.isEmpty()) {
            List<Carried> carried = new ArrayList<>();
            try {
                for (PhoneCommand command : due) {
                    carried.add(new Carried(command, exchange.carry(command)));
                }
            } finally {
                service.carried(call, carried, epoch);
            }
            due = service.take(call, epoch);
        }
    }
}
