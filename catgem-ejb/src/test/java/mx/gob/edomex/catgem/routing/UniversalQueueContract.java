package mx.gob.edomex.catgem.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.routing.UniversalQueue.Token;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import org.junit.jupiter.api.Test;

/** What every adapter of the universal queue owes the matcher. */
public abstract class UniversalQueueContract {

    private final ServiceClass chats = aClass();
    private final ServiceClass mails = aClass();

    /** A queue on an empty line or on the same broker as before. */
    protected abstract UniversalQueue queue();

    /** The owner is gone without a word; the next one opens the queue. */
    protected abstract UniversalQueue nextOwner();

    @Test
    void tokensOfAClassComeInTheOrderInWhichTheyCame() {
        List<Token> tokens = put(chats, 5);
        assertThat(seen(queue(), chats, 5)).isEqualTo(tokens);
        assertThat(queue().at(chats, 5)).isEmpty();
    }

    @Test
    void classesAreLinesOfTheirOwn() {
        List<Token> first = put(chats, 1);
        List<Token> second = put(mails, 1);
        assertThat(queue().at(chats, 0)).contains(first.get(0));
        assertThat(queue().at(mails, 0)).contains(second.get(0));
    }

    @Test
    void lookingDoesNotTake() {
        List<Token> tokens = put(chats, 2);
        assertThat(queue().at(chats, 0)).contains(tokens.get(0));
        assertThat(queue().at(chats, 0)).contains(tokens.get(0));
    }

    @Test
    void anAcknowledgedTokenIsGoneAndTheOthersKeepTheirPlace() {
        List<Token> tokens = put(chats, 3);
        seen(queue(), chats, 3);
        queue().acknowledge(chats, tokens.get(1));
        assertThat(seen(queue(), chats, 2)).containsExactly(tokens.get(0), tokens.get(2));
    }

    @Test
    void theSameTokenTwiceIsOne() {
        Token token = put(chats, 1).get(0);
        queue().put(chats, token);
        assertThat(queue().at(chats, 0)).contains(token);
        assertThat(queue().at(chats, 1)).isEmpty();
    }

    @Test
    void aNewerWaitingOfTheSameContactIsAnotherToken() {
        Token token = put(chats, 1).get(0);
        Token newer = new Token(token.contact(), token.epoch() + 1);
        queue().put(chats, newer);
        assertThat(seen(queue(), chats, 2)).containsExactly(token, newer);
    }

    @Test
    void whatWasHeldAndNotAcknowledgedIsThereInOrderForTheNextOwner() {
        List<Token> tokens = put(chats, 4);
        seen(queue(), chats, 3);
        queue().acknowledge(chats, tokens.get(0));
        assertThat(seen(nextOwner(), chats, 3)).isEqualTo(tokens.subList(1, 4));
    }

    private List<Token> put(ServiceClass serviceClass, int count) {
        List<Token> tokens = IntStream.range(0, count)
                .mapToObj(i -> new Token(ContactId.random(), 1))
                .toList();
        tokens.forEach(token -> queue().put(serviceClass, token));
        return tokens;
    }

    private static List<Token> seen(UniversalQueue queue, ServiceClass serviceClass, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> queue.at(serviceClass, i).orElseThrow())
                .toList();
    }

    /** Each test has classes of its own, so that one broker serves all. */
    private static ServiceClass aClass() {
        String topic = "T" + ContactId.random().toString().replace("-", "").toUpperCase(Locale.ROOT);
        return new ServiceClass(Language.ES, topic, Channel.CHAT, Priority.NORMAL);
    }
}
