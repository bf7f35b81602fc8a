package mx.gob.edomex.catgem.channel.phone;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import mx.gob.edomex.catgem.channel.Arrivals;
import mx.gob.edomex.catgem.channel.CallbackPolicy;
import mx.gob.edomex.catgem.channel.CallbackWindow;
import mx.gob.edomex.catgem.channel.CallbackWish;
import mx.gob.edomex.catgem.channel.CallbackWishes;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.EntryPoints;
import mx.gob.edomex.catgem.channel.KeypadSurvey;
import mx.gob.edomex.catgem.channel.NewArrival;
import mx.gob.edomex.catgem.channel.PhoneNumber;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.channel.PrivacyNotices;
import mx.gob.edomex.catgem.channel.WaitBand;
import mx.gob.edomex.catgem.channel.phone.ExchangeEvent.Spoken;
import mx.gob.edomex.catgem.channel.phone.PhoneCommand.Kind;
import mx.gob.edomex.catgem.channel.phone.flow.CallFlow;
import mx.gob.edomex.catgem.channel.phone.flow.FlowBook;
import mx.gob.edomex.catgem.channel.phone.flow.FlowCommand;
import mx.gob.edomex.catgem.channel.phone.flow.FlowEvent;
import mx.gob.edomex.catgem.channel.phone.flow.FlowFacts;
import mx.gob.edomex.catgem.channel.phone.flow.FlowMachine;
import mx.gob.edomex.catgem.channel.phone.flow.FlowNode;
import mx.gob.edomex.catgem.channel.phone.flow.FlowPrompt;
import mx.gob.edomex.catgem.channel.phone.flow.FlowState;
import mx.gob.edomex.catgem.channel.phone.flow.FlowTurn;
import mx.gob.edomex.catgem.security.PersonalData;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/** Calls in the menu: what the machine says is written down for the exchange, within the caller's transaction. */
@Dependent
public class PhoneMenu {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    FlowBook book;

    @Inject
    PhoneCalls calls;

    @Inject
    Arrivals arrivals;

    @Inject
    CallbackWishes wishes;

    @Inject
    PrivacyNotices notices;

    @Inject
    PersonalData personalData;

    @Inject
    EntryPoints entryPoints;

    @Inject
    WaitBand wait;

    @Inject
    KeypadSurvey survey;

    @Inject
    Installation installation;

    @Inject
    Clock clock;

    /** The call has been answered, and is in no menu yet. */
    void begins(PhoneCall call, Language language) {
        Instant now = clock.instant();
        CallFlow flow = book.inForce(now);
        FlowTurn turn = new FlowMachine(flow, facts(call)).begin(language);
        book.begins(call.contact(), flow, turn, now);
        carryOut(call, flow, turn, now);
    }

    /**
     * The talk is over: the citizen is asked about it, in the version the call began with, where that asks and has recorded
     * what it asks in the citizen's language; what a stand-in was answered says nothing.
     *
     * @return whether they are
     */
    boolean asks(PhoneCall call) {
        FlowBook.Walk walk = book.walk(call.contact()).orElse(null);
        CallFlow flow = walk == null ? null : book.version(walk.version()).orElseThrow();
        if (flow == null || !isRecorded(flow, walk.state().language())) {
            return false;
        }
        FlowMachine machine = new FlowMachine(flow, facts(call));
        if (!machine.leadsOn(walk.state())) {
            return false;
        }
        Instant now = clock.instant();
        calls.partAdvisor(call, now);
        calls.becomes(call.contact(), CallPhase.SURVEY);
        FlowTurn turn = machine.afterTheTalk(walk.state());
        book.goesOn(call.contact(), turn, now);
        carryOut(call, flow, turn, now);
        return true;
    }

    private static boolean isRecorded(CallFlow flow, Language language) {
        return flow.nodes().values().stream()
                .filter(FlowNode.Question.class::isInstance)
                .allMatch(node -> flow.prompts().get(node.prompts().get(0)).isRecorded(language));
    }

    /** In the version it began with. */
    void on(PhoneCall call, FlowEvent event) {
        FlowBook.Walk walk = book.walk(call.contact()).orElseThrow();
        CallFlow flow = book.version(walk.version()).orElseThrow();
        FlowTurn turn = new FlowMachine(flow, facts(call)).on(walk.state(), event);
        if (!turn.state().equals(walk.state())) {
            Instant now = clock.instant();
            book.goesOn(call.contact(), turn, now);
            carryOut(call, flow, turn, now);
        }
    }

    private void carryOut(PhoneCall call, CallFlow flow, FlowTurn turn, Instant now) {
        for (FlowCommand command : turn.commands()) {
            if (command instanceof FlowCommand.Say say) {
                say(call, flow, turn.state(), say, now);
            } else if (command instanceof FlowCommand.Hush hush) {
                calls.command(call.contact(), Kind.HUSH, new Spoken(call.contact(), hush.step()).id(), null, now);
            } else if (command instanceof FlowCommand.Enqueue line) {
                arrives(call, flow, turn.state(), line.urgent(), now);
                calls.waits(call.contact(), now);
                calls.command(call.contact(), Kind.WAIT, call.channel(), null, now);
            } else if (command instanceof FlowCommand.CallBack) {
                arrives(call, flow, turn.state(), false, now);
                wishes.store(call.contact(), call.subject(), wish(call).orElseThrow(), null);
            } else if (command instanceof FlowCommand.Answered answered) {
                survey.answered(call.contact(), answered.places());
            } else if (command instanceof FlowCommand.Farewell farewell) {
                calls.becomes(call.contact(), CallPhase.LEAVING);
                say(call, flow, turn.state(), new FlowCommand.Say(farewell.step(), farewell.prompt(), 0), now);
            }
        }
    }

    /** The time to answer is silence that is played, so that its end is told as every other. */
    private void say(PhoneCall call, CallFlow flow, FlowState state, FlowCommand.Say say, Instant now) {
        StringBuilder media = new StringBuilder().append(say.step()).append(' ');
        for (String sound : flow.prompts().get(say.prompt()).sounds(state.language())) {
            media.append("sound:").append(sound).append(',');
        }
        media.append("sound:silence/").append(Math.max(1, say.pause()));
        calls.command(call.contact(), Kind.SAY, call.channel(), media.toString(), now);
    }

    private void arrives(PhoneCall call, CallFlow flow, FlowState state, boolean urgent, Instant now) {
        arrivals.record(new NewArrival(
                call.contact(),
                Channel.PHONE,
                call.entryPoint(),
                state.language(),
                topic(state.topic()),
                urgent ? Priority.URGENT : null,
                call.subject(),
                null,
                null,
                call.channel(),
                now,
                noticed(flow, state) ? notices.inForce(state.language()).version() : null));
    }

    /** A stand-in says nothing of privacy. */
    private static boolean noticed(CallFlow flow, FlowState state) {
        return state.noticed()
                && flow.nodes().values().stream()
                        .filter(FlowNode.Notice.class::isInstance)
                        .map(node -> flow.prompts().get(node.prompts().get(0)))
                        .allMatch((FlowPrompt prompt) -> prompt.isRecorded(state.language()));
    }

    /** Null, the entry point's own, also for one that was retired since the menu was published. */
    private String topic(String code) {
        return Sql.on(entities, "select 1 from topic where code = :code and active")
                        .set("code", code)
                        .exists()
                ? code
                : null;
    }

    private FlowFacts facts(PhoneCall call) {
        return new FlowFacts() {
            @Override
            public WaitBand.Band wait(Language language, String topic) {
                String line = topic(topic);
                return wait.of(Channel.PHONE, language, line == null ? ownTopic(call.entryPoint()) : line);
            }

            @Override
            public boolean canCallBack() {
                return wish(call).isPresent();
            }

            @Override
            public int answers(String question) {
                return survey.answers(question);
            }
        };
    }

    private String ownTopic(String entryPoint) {
        return Sql.on(entities, "select topic from entry_point where code = :code")
                .set("code", entryPoint)
                .first(row -> row.text("topic"))
                .orElseThrow();
    }

    /** From now, or the hour from which people are phoned, to the end of the day; at the number the call came from. */
    private Optional<CallbackWish> wish(PhoneCall call) {
        CallbackPolicy policy = CallbackPolicy.read(entities);
        ZonedDateTime now = clock.instant().atZone(installation.timeZone());
        ZonedDateTime opens = now.with(LocalTime.of(policy.earliest(), 0));
        ZonedDateTime closes = policy.latest() == 24
                ? now.toLocalDate().plusDays(1).atStartOfDay(now.getZone())
                : now.with(LocalTime.of(policy.latest(), 0));
        Instant from = now.isBefore(opens) ? opens.toInstant() : now.toInstant();
        Instant longest = from.plus(CallbackWindow.LONGEST);
        Instant to = closes.toInstant().isAfter(longest) ? longest : closes.toInstant();
        if (to.isBefore(from.plus(CallbackWindow.SHORTEST))
                || !entryPoints.hours(call.entryPoint()).isOpenFor(CallbackWindow.SHORTEST.toMinutes(), from, to)) {
            return Optional.empty();
        }
        return calls.caller(call.contact())
                .flatMap(number -> personalData.openText(call.subject(), number))
                .flatMap(PhoneNumber::read)
                .map(number -> new CallbackWish(number, new CallbackWindow(from, to, now.getZone())));
    }
}
