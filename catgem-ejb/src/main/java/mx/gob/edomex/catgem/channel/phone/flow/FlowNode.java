package mx.gob.edomex.catgem.channel.phone.flow;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.channel.WaitBand.Band;
import mx.gob.edomex.catgem.shared.Language;

/** One place of the menu. Prompts are named; other nodes too. */
public sealed interface FlowNode {

    /** Every prompt it may play. */
    default List<String> prompts() {
        return List.of();
    }

    /** The keys that mean something here. */
    default List<String> keys() {
        return List.of();
    }

    /** Where the call goes when nobody presses anything; empty where it ends or stands in the line. */
    default List<String> byItself() {
        return List.of();
    }

    /** Where the call may go from here. */
    default List<String> exits() {
        return byItself();
    }

    /** The same node, leading to what the nodes it leads to are called now. */
    default FlowNode leadingTo(UnaryOperator<String> names) {
        return this;
    }

    /** Something is said, and the call goes on; keys are not heard. */
    record Say(String prompt, String next) implements FlowNode {
        @Override
        public List<String> prompts() {
            return List.of(prompt);
        }

        @Override
        public List<String> byItself() {
            return List.of(next);
        }

        @Override
        public FlowNode leadingTo(UnaryOperator<String> names) {
            return new Say(prompt, names.apply(next));
        }
    }

    /**
     * The short privacy notice.
     *
     * @param refuse key that refuses the recording of the call
     */
    record Notice(String prompt, String refuse, String next) implements FlowNode {
        @Override
        public List<String> prompts() {
            return List.of(prompt);
        }

        @Override
        public List<String> keys() {
            return List.of(refuse);
        }

        @Override
        public List<String> byItself() {
            return List.of(next);
        }

        @Override
        public FlowNode leadingTo(UnaryOperator<String> names) {
            return new Notice(prompt, refuse, names.apply(next));
        }
    }

    /** The citizen's language; who presses nothing goes on in the entry point's. */
    record LanguageChoice(String prompt, List<LanguageKey> languages, String next) implements FlowNode {
        public LanguageChoice {
            languages = List.copyOf(languages);
        }

        @Override
        public List<String> prompts() {
            return List.of(prompt);
        }

        @Override
        public List<String> keys() {
            return languages.stream().map(LanguageKey::key).toList();
        }

        @Override
        public List<String> byItself() {
            return List.of(next);
        }

        @Override
        public FlowNode leadingTo(UnaryOperator<String> names) {
            return new LanguageChoice(prompt, languages, names.apply(next));
        }
    }

    /** A key of a {@link LanguageChoice}. */
    record LanguageKey(String key, Language language) {}

    /**
     * The citizen chooses by a key.
     *
     * @param otherwise where whoever presses nothing, or only what leads nowhere, goes in the end
     */
    record Menu(String prompt, List<MenuKey> choices, String otherwise) implements FlowNode {
        public Menu {
            choices = List.copyOf(choices);
        }

        @Override
        public List<String> prompts() {
            return List.of(prompt);
        }

        @Override
        public List<String> keys() {
            return choices.stream().map(MenuKey::key).toList();
        }

        @Override
        public List<String> byItself() {
            return List.of(otherwise);
        }

        @Override
        public FlowNode leadingTo(UnaryOperator<String> names) {
            return new Menu(
                    prompt,
                    choices.stream()
                            .map(choice -> new MenuKey(choice.key(), names.apply(choice.next())))
                            .toList(),
                    names.apply(otherwise));
        }

        @Override
        public List<String> exits() {
            return Stream.concat(choices.stream().map(MenuKey::next), byItself().stream())
                    .toList();
        }
    }

    /** A key of a {@link Menu}. */
    record MenuKey(String key, String next) {}

    /**
     * What the call is about, which decides who answers; nothing is said.
     *
     * @param code of a topic, or empty: the entry point's own
     */
    record Topic(String code, String next) implements FlowNode {
        @Override
        public List<String> byItself() {
            return List.of(next);
        }

        @Override
        public FlowNode leadingTo(UnaryOperator<String> names) {
            return new Topic(code, names.apply(next));
        }
    }

    /**
     * The wait to expect is said, as a band.
     *
     * @param bands which prompt says it
     */
    record Wait(Map<Band, String> bands, String next) implements FlowNode {
        public Wait {
            bands = Map.copyOf(bands);
        }

        @Override
        public List<String> prompts() {
            return List.copyOf(bands.values());
        }

        @Override
        public List<String> byItself() {
            return List.of(next);
        }

        @Override
        public FlowNode leadingTo(UnaryOperator<String> names) {
            return new Wait(bands, names.apply(next));
        }
    }

    /**
     * To be phoned instead of waiting; passed over while the wait is shorter, or nobody could be phoned back.
     *
     * @param from the shortest wait at which it is offered
     * @param accept key that accepts
     * @param confirmed prompt after which the call ends
     */
    record CallbackOffer(String prompt, Band from, String accept, String confirmed, String next) implements FlowNode {
        @Override
        public List<String> prompts() {
            return List.of(prompt, confirmed);
        }

        @Override
        public List<String> keys() {
            return List.of(accept);
        }

        @Override
        public List<String> byItself() {
            return List.of(next);
        }

        @Override
        public FlowNode leadingTo(UnaryOperator<String> names) {
            return new CallbackOffer(prompt, from, accept, confirmed, names.apply(next));
        }
    }

    /** The number of the emergencies is said, and the caller kept: before all others in the line. */
    record Emergency(String prompt, String topic) implements FlowNode {
        @Override
        public List<String> prompts() {
            return List.of(prompt);
        }
    }

    /**
     * Into the line.
     *
     * @param after where the call goes when the advisor has hung up; empty: the centre hangs up, too
     */
    record Line(String after) implements FlowNode {
        public Line() {
            this("");
        }

        public boolean leadsOn() {
            return !after.isEmpty();
        }

        @Override
        public List<String> exits() {
            return leadsOn() ? List.of(after) : List.of();
        }

        @Override
        public FlowNode leadingTo(UnaryOperator<String> names) {
            return leadsOn() ? new Line(names.apply(after)) : this;
        }
    }

    /**
     * A question of the satisfaction survey, after the talk: its answers are the keys from 1 on, in their order.
     *
     * @param question its code in the survey; one that the survey does not ask is passed over
     * @param next where whoever answers goes
     * @param otherwise where whoever does not answer goes in the end
     */
    record Question(String prompt, String question, String next, String otherwise) implements FlowNode {
        @Override
        public List<String> prompts() {
            return List.of(prompt);
        }

        @Override
        public List<String> byItself() {
            return List.of(otherwise);
        }

        @Override
        public List<String> exits() {
            return List.of(next, otherwise);
        }

        @Override
        public FlowNode leadingTo(UnaryOperator<String> names) {
            return new Question(prompt, question, names.apply(next), names.apply(otherwise));
        }
    }

    /** A farewell, and the end of the call. */
    record End(String prompt) implements FlowNode {
        @Override
        public List<String> prompts() {
            return List.of(prompt);
        }
    }
}
