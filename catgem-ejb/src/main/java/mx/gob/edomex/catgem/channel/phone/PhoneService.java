package mx.gob.edomex.catgem.channel.phone;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mx.gob.edomex.catgem.channel.AdvisorHungUp;
import mx.gob.edomex.catgem.channel.AdvisorNotReached;
import mx.gob.edomex.catgem.channel.AnswerAccepted;
import mx.gob.edomex.catgem.channel.Arrivals;
import mx.gob.edomex.catgem.channel.CallLost;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.CitizenLeft;
import mx.gob.edomex.catgem.channel.ColleagueHungUp;
import mx.gob.edomex.catgem.channel.ContactBook;
import mx.gob.edomex.catgem.channel.EntryPoints;
import mx.gob.edomex.catgem.channel.EntryPoints.PhoneLine;
import mx.gob.edomex.catgem.channel.LineLimits;
import mx.gob.edomex.catgem.channel.ListenerHungUp;
import mx.gob.edomex.catgem.channel.NewArrival;
import mx.gob.edomex.catgem.channel.PhoneNumber;
import mx.gob.edomex.catgem.channel.phone.PhoneCommand.Kind;
import mx.gob.edomex.catgem.channel.phone.PhoneCommand.Outcome;
import mx.gob.edomex.catgem.channel.phone.flow.FlowEvent;
import mx.gob.edomex.catgem.security.PersonalData;
import mx.gob.edomex.catgem.shared.Alerts;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.Leases;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.SubjectId;

/**
 * What the exchange says, as it concerns calls and contacts. Each method is one transaction that first asks whether this
 * node still owns the exchange, then changes the call and writes down what the exchange is to do next. Hearing the same
 * thing twice, or too late, changes nothing.
 */
@Stateless
@PermitAll
public class PhoneService {

    /** Name of the lease of the one node that owns the exchange. */
    static final String LEASE = "pbx";

    private static final int BATCH = 50;

    @Inject
    PhoneCalls calls;

    @Inject
    PhoneMenu menu;

    @Inject
    RecordingRows recordings;

    @Inject
    LegRecording legRecording;

    @Inject
    ListenerLine listening;

    @Inject
    Leases leases;

    @Inject
    PersonalData personalData;

    @Inject
    Arrivals arrivals;

    @Inject
    EntryPoints entryPoints;

    @Inject
    LineLimits limits;

    @Inject
    ContactBook contacts;

    @Inject
    Alerts alerts;

    @Inject
    Signals signals;

    @Inject
    Event<CitizenLeft> citizenLeft;

    @Inject
    Event<CallLost> callLost;

    @Inject
    Event<AdvisorHungUp> advisorHungUp;

    @Inject
    Event<ColleagueHungUp> colleagueHungUp;

    @Inject
    Event<ListenerHungUp> listenerHungUp;

    @Inject
    Event<AdvisorNotReached> advisorNotReached;

    @Inject
    Event<AnswerAccepted> answered;

    @Inject
    Clock clock;

    /** What the exchange did, or could not do. */
    record Carried(PhoneCommand command, Outcome outcome) {}

    /** A citizen phones: greeted, or told why nobody will answer. */
    public void entered(ExchangeEvent.Entered call, long epoch) {
        requireOurs(epoch);
        Instant now = clock.instant();
        Optional<PhoneCall> known = calls.locked(call.contact());
        if (known.isPresent()) {
            leftOver(known.get(), now);
            return;
        }
        PhoneLine line = entryPoints.phoneLine(call.dialled());
        if (!line.known()) {
            alerts.raise("DIALLED_NUMBER_UNKNOWN", Alerts.Severity.WARNING, null, null, call.dialled());
        }
        Prompt prompt = promptFor(line);
        CallPhase phase =
                prompt != Prompt.GREETING ? CallPhase.LEAVING : line.menu() ? CallPhase.MENU : CallPhase.GREETING;
        Optional<PhoneNumber> number = call.caller().isBlank() ? Optional.empty() : PhoneNumber.read(call.caller());
        SubjectId subject = caller(number);
        byte[] sealed =
                number.map(phone -> personalData.seal(subject, phone.value())).orElse(null);
        calls.add(call.contact(), call.channel(), line.entryPoint(), subject, sealed, phase, epoch, now);
        calls.command(call.contact(), Kind.SUBSCRIBE, call.channel(), null, now);
        calls.command(call.contact(), Kind.MARK, call.channel(), null, now);
        calls.command(call.contact(), Kind.ANSWER, call.channel(), null, now);
        if (phase == CallPhase.MENU) {
            menu.begins(calls.locked(call.contact()).orElseThrow(), line.language());
        } else {
            calls.command(call.contact(), Kind.PLAY, call.channel(), prompt.name(), now);
        }
    }

    private Prompt promptFor(PhoneLine line) {
        if (!entryPoints.isOpen(line.entryPoint())) {
            return Prompt.CLOSED;
        }
        LineLimits.Verdict verdict = limits.of(line.entryPoint(), null, Channel.PHONE, line.language());
        return verdict == LineLimits.Verdict.FULL ? Prompt.FULL : Prompt.GREETING;
    }

    /** On record as ended, and yet it is there: hung up once more. */
    private void leftOver(PhoneCall call, Instant now) {
        if (!call.isLive()) {
            calls.command(call.contact(), Kind.HANGUP, call.channel(), null, now);
        }
    }

    /** The person known by the number, else a new one; whoever hides their number is nobody's acquaintance. */
    private SubjectId caller(Optional<PhoneNumber> number) {
        Optional<SubjectId> earlier = number.flatMap(phone -> personalData.find("phone", phone.value()));
        SubjectId subject = earlier.orElseGet(SubjectId::random);
        personalData.ensure(subject);
        if (earlier.isEmpty() && number.isPresent()) {
            personalData.put(subject, "phone", number.get().value());
            personalData.index(subject, "phone", number.get().value());
        }
        return subject;
    }

    /** The greeting is over, and the call stands in the line; or the farewell is, and it ends. */
    public void promptOver(ContactId contact, long epoch) {
        requireOurs(epoch);
        Instant now = clock.instant();
        PhoneCall call = calls.locked(contact).orElse(null);
        if (call == null) {
            return;
        }
        if (call.phase() == CallPhase.GREETING) {
            arrivals.record(new NewArrival(
                    contact,
                    Channel.PHONE,
                    call.entryPoint(),
                    null,
                    null,
                    null,
                    call.subject(),
                    null,
                    null,
                    call.channel(),
                    now,
                    null));
            calls.waits(contact, now);
            calls.command(contact, Kind.WAIT, call.channel(), null, now);
        } else if (call.phase() == CallPhase.LEAVING) {
            calls.command(contact, Kind.HANGUP, call.channel(), null, now);
            calls.ended(contact, CallEnd.CENTRE, true, now);
        }
    }

    /** A key means something in the menu and in the survey only. */
    public void pressed(ContactId contact, String key, long epoch) {
        requireOurs(epoch);
        calls.locked(contact)
                .filter(call -> call.phase().isWalk())
                .ifPresent(call -> menu.on(call, new FlowEvent.Pressed(key)));
    }

    /** The menu has said something, and had no answer; or its farewell is over, and the call ends. */
    public void spoken(ContactId contact, int step, long epoch) {
        requireOurs(epoch);
        PhoneCall call = calls.locked(contact).orElse(null);
        if (call != null && call.phase().isWalk()) {
            menu.on(call, new FlowEvent.Spoken(step));
        } else if (call != null && call.phase() == CallPhase.LEAVING && call.step() == step) {
            promptOver(contact, epoch);
        }
    }

    /** The advisor has the receiver in hand: they talk. */
    public void pickedUp(AdvisorChannel advisor, long epoch) {
        requireOurs(epoch);
        Instant now = clock.instant();
        PhoneCall call = calls.locked(advisor.contact()).orElse(null);
        if (call == null) {
            return;
        }
        if (call.phase() == CallPhase.CALLING && call.attempt() == advisor.attempt()) {
            calls.talks(call.contact(), now);
            calls.command(call.contact(), Kind.BRIDGE, advisor.bridge(), call.channel() + "," + advisor.id(), now);
            legRecording.begin(advisor, now);
            signals.toAll(DeskSignal.Kind.CONTACT, call.contact()); // the desk says whether it is recorded
            answered.fire(new AnswerAccepted(call.contact(), now));
        } else if (call.phase() == CallPhase.TALKING && call.isColleague(advisor)) {
            calls.colleagueUp(call.contact());
            calls.command(call.contact(), Kind.JOIN, call.advisorChannel().bridge(), advisor.id(), now);
        } else if (call.phase() == CallPhase.TALKING && call.isListener(advisor)) {
            if (!call.listener().up()) {
                listening.joins(call, call.listener().mode(), call.advisorChannel(), now);
                signals.toAll(DeskSignal.Kind.CONTACT, call.contact()); // the desk may say that somebody is there
            }
        } else if (call.phase() != CallPhase.TALKING || call.attempt() != advisor.attempt()) {
            calls.command(call.contact(), Kind.HANGUP, advisor.id(), null, now); // too late
        }
    }

    /** What hears at the advisor's line for somebody is there. */
    public void hearing(Ear ear, long epoch) {
        requireOurs(epoch);
        calls.locked(ear.contact()).ifPresent(call -> listening.hears(call, ear, clock.instant()));
    }

    /** The advisor's telephone is out of it: hung up after talking, or never reached. */
    public void advisorGone(AdvisorChannel advisor, NotReached why, long epoch) {
        requireOurs(epoch);
        calls.locked(advisor.contact()).ifPresent(call -> {
            if (call.isColleague(advisor)) {
                calls.partColleague(call, clock.instant());
                colleagueHungUp.fire(
                        new ColleagueHungUp(call.contact(), call.colleague().advisor()));
            } else if (call.isListener(advisor)) {
                listenerGone(call);
            } else if (call.attempt() == advisor.attempt()) {
                advisorGone(call, why);
            }
        });
    }

    private void listenerGone(PhoneCall call) {
        calls.partListener(call, clock.instant());
        listenerHungUp.fire(new ListenerHungUp(call.contact(), call.listener().username()));
    }

    private void advisorGone(PhoneCall call, NotReached why) {
        if (call.phase() == CallPhase.CALLING) {
            // The contact goes back to the line, and by that the call back to the music.
            advisorNotReached.fire(new AdvisorNotReached(call.contact(), call.advisor(), why.name()));
        } else if (call.phase() == CallPhase.TALKING) {
            calls.partAdvisor(call, clock.instant());
            calls.becomes(call.contact(), CallPhase.PARTED);
            advisorHungUp.fire(new AdvisorHungUp(call.contact(), call.advisor())); // and the survey may begin
            calls.locked(call.contact())
                    .filter(now -> now.phase() == CallPhase.PARTED)
                    .ifPresent(now -> end(now, CallEnd.ADVISOR, true));
        }
    }

    /** The citizen has hung up, in whatever phase. */
    public void citizenGone(ContactId contact, long epoch) {
        requireOurs(epoch);
        ended(contact, CallEnd.CITIZEN);
    }

    /** The call is gone since nobody heard the exchange. */
    public void lost(ContactId contact, long epoch) {
        requireOurs(epoch);
        ended(contact, CallEnd.UNKNOWN);
    }

    private void ended(ContactId contact, CallEnd by) {
        calls.locked(contact).filter(PhoneCall::isLive).ifPresent(call -> {
            // Whoever is to be phoned back has a contact that waits for them without this call.
            boolean waits = call.endsWithContact()
                    && call.queued()
                    && contacts.find(contact).isPresent();
            end(call, by, waits || !call.queued() || !call.endsWithContact());
            if (call.phase().isWalk()) {
                menu.on(call, new FlowEvent.HungUp());
            }
            if (waits) {
                tell(contact, by);
            }
        });
    }

    /** Who hung up before intake had opened the contact is told of again. */
    public void tell(ContactId contact, long epoch) {
        requireOurs(epoch);
        calls.locked(contact).filter(call -> !call.isLive()).ifPresent(call -> {
            calls.told(contact);
            tell(contact, call.endedBy());
        });
    }

    private void tell(ContactId contact, CallEnd by) {
        if (by == CallEnd.UNKNOWN) {
            callLost.fire(new CallLost(contact, "UNKNOWN_DURING_OUTAGE"));
        } else {
            citizenLeft.fire(new CitizenLeft(contact));
        }
    }

    /** What each channel leaves behind goes as well; hanging up what has gone already does no harm. */
    private void end(PhoneCall call, CallEnd by, boolean told) {
        Instant now = clock.instant();
        calls.ended(call.contact(), by, told, now);
        calls.partAdvisor(call, now);
        calls.command(call.contact(), Kind.HANGUP, call.channel(), null, now);
    }

    /** What the exchange is to do for the call now, in order; taken by this owner. */
    public List<PhoneCommand> take(ContactId contact, long epoch) {
        requireOurs(epoch);
        return calls.take(contact, epoch);
    }

    /**
     * What came of it; an advisor's telephone that the exchange cannot ring is not reached, and a prompt that it cannot
     * play keeps nobody from the line.
     */
    public void carried(ContactId contact, List<Carried> carried, long epoch) {
        requireOurs(epoch);
        Instant now = clock.instant();
        for (Carried one : carried) {
            calls.done(one.command(), one.outcome(), now);
        }
        for (Carried one : carried) {
            if (one.command().kind() == Kind.CALL && one.outcome() != Outcome.DONE) {
                AdvisorChannel.ofChannel(one.command().target())
                        .ifPresent(advisor -> advisorGone(advisor, NotReached.PHONE_UNREACHABLE, epoch));
            } else if (one.command().kind() == Kind.RECORD && one.outcome() != Outcome.DONE) {
                AdvisorChannel.ofBridge(one.command().target()).ifPresent(leg -> notRecorded(leg, one.outcome()));
            } else if (one.command().kind().changesRecording() && one.outcome() == Outcome.REFUSED) {
                AdvisorChannel.ofRecording(one.command().target())
                        .ifPresent(leg -> asBefore(leg, one.command().kind()));
            } else if (one.command().kind() == Kind.LISTEN && one.outcome() != Outcome.DONE) {
                Ear.ofChannel(one.command().detail().split(" ", 2)[0]).ifPresent(this::deaf);
            } else if (one.command().kind() == Kind.PLAY && one.outcome() == Outcome.REFUSED) {
                promptOver(contact, epoch);
            } else if (one.command().kind() == Kind.SAY && one.outcome() == Outcome.REFUSED) {
                String step = one.command().detail().split(" ", 2)[0];
                spoken(contact, Integer.parseInt(step), epoch);
            }
        }
    }

    /** Nobody is left on a line on which nothing is heard. */
    private void deaf(Ear ear) {
        calls.locked(ear.contact())
                .filter(call -> call.listener() != null
                        && Integer.valueOf(ear.number()).equals(call.listener().ear()))
                .ifPresent(this::listenerGone);
    }

    private void notRecorded(AdvisorChannel leg, Outcome outcome) {
        boolean over = outcome == Outcome.GONE;
        if (recordings.missing(leg, over ? RecordingReason.CALL_OVER : RecordingReason.NOT_STARTED) && !over) {
            alerts.raise(RecordingService.MISSING, Alerts.Severity.WARNING, leg.contact(), null, null);
            signals.toAll(DeskSignal.Kind.CONTACT, leg.contact());
        }
    }

    /** Nobody is to think that it is paused while it is recorded, or the other way round. */
    private void asBefore(AdvisorChannel leg, Kind refused) {
        boolean pause = refused == Kind.PAUSE;
        recordings.paused(leg, !pause);
        alerts.raise(
                pause ? "RECORDING_NOT_PAUSED" : "RECORDING_NOT_RESUMED",
                Alerts.Severity.CRITICAL,
                leg.contact(),
                null,
                null);
        signals.toAll(DeskSignal.Kind.CONTACT, leg.contact());
    }

    /** Every call that has not ended. */
    public List<PhoneCall> live(long epoch) {
        requireOurs(epoch);
        return calls.live();
    }

    /** Calls for which the exchange is to do something. */
    public List<ContactId> due() {
        return calls.due();
    }

    /** Calls whose end the contact has not heard of, to {@link #tell}. */
    public List<ContactId> untold() {
        return calls.untold(BATCH);
    }

    /** The exchange is heard again, after a gap that is put on record with what was found. */
    public void heardAgain(long epoch, Instant silentSince, Reconciliation found) {
        requireOurs(epoch);
        calls.gap(epoch, silentSince, clock.instant(), found.kept(), found.lost(), found.adopted());
        alerts.end("PBX_UNREACHABLE", null);
    }

    /** Nobody hears the exchange, and has not for a while. */
    public void unheard() {
        alerts.raise("PBX_UNREACHABLE", Alerts.Severity.CRITICAL, null, null, null);
    }

    private void requireOurs(long epoch) {
        if (!leases.isHeld(LEASE, epoch)) {
            throw new ExchangeNotOurs(epoch);
        }
    }
}
