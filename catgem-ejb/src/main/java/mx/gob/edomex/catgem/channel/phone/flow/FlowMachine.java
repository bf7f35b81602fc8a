package mx.gob.edomex.catgem.channel.phone.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mx.gob.edomex.catgem.channel.phone.flow.FlowEvent.HungUp;
import mx.gob.edomex.catgem.channel.phone.flow.FlowEvent.Pressed;
import mx.gob.edomex.catgem.channel.phone.flow.FlowEvent.Spoken;
import mx.gob.edomex.catgem.shared.Language;

/**
 * Walks calls through a menu; knows no clock, no database and no exchange. Where something can be chosen, silence and keys
 * that mean nothing have it said again twice; then the call goes where the node says. Whatever is pressed, after
 * {@link #LONGEST} things said the call stands in the line.
 */
public final class FlowMachine {

    /** How often something is said again. */
    static final int REPEATS = 2;

    /** A walk of more things said than this is no walk but a toy. */
    static final int LONGEST = 60;

    /** Seconds to press a key. */
    private static final int PAUSE = 5;

    /** Seconds to refuse after the notice: everybody waits for them. */
    private static final int SHORT_PAUSE = 2;

    /** By what a call comes to the first node after the talk. */
    static final String TALK_OVER = "TALK_OVER";

    private final CallFlow flow;
    private final FlowFacts facts;

    public FlowMachine(CallFlow flow, FlowFacts facts) {
        this.flow = flow;
        this.facts = facts;
    }

    /** The call begins. */
    public FlowTurn begin(Language language) {
        Turn turn = new Turn(new FlowState(flow.start(), 0, 0, language, "", false, false, null, null));
        turn.go(flow.start(), "START");
        return turn.done();
    }

    /** Whether the call is asked about the talk once that is over. */
    public boolean leadsOn(FlowState state) {
        return state.end() == FlowEnd.QUEUED
                && state.survey() == null
                && flow.node(state.node()) instanceof FlowNode.Line line
                && line.leadsOn();
    }

    /** The advisor has hung up; only where the menu {@link #leadsOn}. */
    public FlowTurn afterTheTalk(FlowState state) {
        Turn turn = new Turn(state.surveyed(FlowSurvey.BEGUN));
        turn.go(((FlowNode.Line) flow.node(state.node())).after(), TALK_OVER);
        return turn.done();
    }

    /** Old news, and whatever comes after the menu was left, changes nothing. */
    public FlowTurn on(FlowState state, FlowEvent event) {
        Turn turn = new Turn(state);
        if (!state.isOver()) {
            if (event instanceof HungUp) {
                turn.over(FlowEnd.LEFT);
            } else if (event instanceof Spoken spoken && spoken.step() == state.step()) {
                turn.spoken(flow.node(state.node()));
            } else if (event instanceof Pressed pressed) {
                turn.pressed(flow.node(state.node()), pressed.key());
            }
        }
        return turn.done();
    }

    private boolean isOffered(FlowNode.CallbackOffer offer, FlowState state) {
        return facts.canCallBack()
                && facts.wait(state.language(), state.topic()).compareTo(offer.from()) >= 0;
    }

    private int pause(FlowNode node) {
        return node instanceof FlowNode.Notice ? SHORT_PAUSE : keys(node).isEmpty() ? 0 : PAUSE;
    }

    private List<String> keys(FlowNode node) {
        return node instanceof FlowNode.Question question
                ? IntStream.rangeClosed(1, facts.answers(question.question()))
                        .mapToObj(Integer::toString)
                        .toList()
                : node.keys();
    }

    /** One event being attended to. */
    private final class Turn {
        private final List<FlowCommand> commands = new ArrayList<>();
        private final List<FlowVisit> visits = new ArrayList<>();
        private FlowState state;

        Turn(FlowState state) {
            this.state = state;
        }

        FlowTurn done() {
            return new FlowTurn(state, commands, visits);
        }

        /** Goes on until something is said or the menu is left. */
        void go(String to, String by) {
            Optional<String> next = Optional.of(to);
            String why = by;
            while (next.isPresent()) {
                state = state.at(next.get());
                visits.add(new FlowVisit(state.node(), why));
                next = enter(flow.node(state.node()));
                why = "NEXT";
            }
        }

        /** @return where to go on, when nothing is said here */
        private Optional<String> enter(FlowNode node) {
            if (node instanceof FlowNode.End end) {
                farewell(end.prompt(), FlowEnd.ENDED);
            } else if (node instanceof FlowNode.Emergency emergency) {
                state = state.about(emergency.topic());
                say(emergency.prompt(), 0);
            } else if (node instanceof FlowNode.Line) {
                enqueue(false);
            } else if (state.survey() == null && (state.step() >= LONGEST || visits.size() > LONGEST)) {
                visits.add(new FlowVisit(state.node(), "TOO_LONG"));
                enqueue(false);
            } else if (node instanceof FlowNode.Topic topic) {
                state = state.about(topic.code());
                return Optional.of(topic.next());
            } else if (node instanceof FlowNode.CallbackOffer offer && !isOffered(offer, state)) {
                return Optional.of(offer.next());
            } else if (node instanceof FlowNode.Question question
                    && keys(question).isEmpty()) {
                return Optional.of(question.next());
            } else if (node instanceof FlowNode.Wait wait) {
                say(wait.bands().get(facts.wait(state.language(), state.topic())), 0);
            } else {
                say(node.prompts().get(0), pause(node));
            }
            return Optional.empty();
        }

        private void say(String prompt, int pause) {
            state = state.spoken();
            commands.add(new FlowCommand.Say(state.step(), prompt, pause));
        }

        private void farewell(String prompt, FlowEnd how) {
            state = state.spoken();
            over(how);
            commands.add(new FlowCommand.Farewell(state.step(), prompt));
        }

        private void enqueue(boolean urgent) {
            over(urgent ? FlowEnd.EMERGENCY : FlowEnd.QUEUED);
            commands.add(new FlowCommand.Enqueue(urgent));
        }

        private void over(FlowEnd how) {
            state = state.over(how);
            if (state.survey() != null && !state.survey().answers().isEmpty()) {
                commands.add(new FlowCommand.Answered(state.survey().answers()));
            }
        }

        /** Nothing was pressed, or there was nothing to press. */
        void spoken(FlowNode node) {
            if (node instanceof FlowNode.Emergency) {
                enqueue(true);
            } else if (node instanceof FlowNode.Menu || node instanceof FlowNode.Question) {
                again(node, "SILENCE");
            } else if (node instanceof FlowNode.Notice notice) {
                state = state.withNotice();
                go(notice.next(), "NEXT");
            } else {
                go(node.byItself().get(0), node.keys().isEmpty() ? "NEXT" : "SILENCE");
            }
        }

        /** What is said goes on to its end where nothing can be chosen; the notice in any case. */
        void pressed(FlowNode node, String key) {
            if (node instanceof FlowNode.Notice notice) {
                state = notice.refuse().equals(key) ? state.withoutRecording() : state;
                return;
            } else if (keys(node).isEmpty()) {
                return;
            }
            commands.add(new FlowCommand.Hush(state.step()));
            if (!keys(node).contains(key)) {
                again(node, "WRONG_KEY " + key);
            } else if (node instanceof FlowNode.CallbackOffer offer && facts.canCallBack()) {
                visits.add(new FlowVisit(state.node(), "KEY " + key));
                commands.add(new FlowCommand.CallBack());
                farewell(offer.confirmed(), FlowEnd.CALLBACK);
            } else {
                go(chosen(node, key), "KEY " + key);
            }
        }

        private String chosen(FlowNode node, String key) {
            if (node instanceof FlowNode.Menu menu) {
                return menu.choices().stream()
                        .filter(one -> one.key().equals(key))
                        .findFirst()
                        .orElseThrow()
                        .next();
            } else if (node instanceof FlowNode.Question question) {
                state = state.surveyed(state.survey().with(question.question(), Integer.parseInt(key)));
                return question.next();
            } else if (node instanceof FlowNode.LanguageChoice choice) {
                choice.languages().stream()
                        .filter(one -> one.key().equals(key))
                        .findFirst()
                        .ifPresent(one -> state = state.in(one.language()));
            }
            return node.byItself().get(0);
        }

        private void again(FlowNode node, String by) {
            if (state.misses() < REPEATS && state.step() < LONGEST) {
                state = state.missed();
                visits.add(new FlowVisit(state.node(), by));
                say(node.prompts().get(0), pause(node));
            } else {
                go(node.byItself().get(0), by);
            }
        }
    }
}
