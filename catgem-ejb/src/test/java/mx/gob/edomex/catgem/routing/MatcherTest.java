package mx.gob.edomex.catgem.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.contact.Dispatch.Batch;
import mx.gob.edomex.catgem.contact.Dispatch.OfferMade;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.contact.WaitingContact;
import mx.gob.edomex.catgem.routing.UniversalQueue.Token;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.workforce.Skills;
import mx.gob.edomex.catgem.workforce.Skills.Kind;
import mx.gob.edomex.catgem.workforce.Skills.Skill;
import mx.gob.edomex.catgem.workforce.StaffedAdvisor;
import org.junit.jupiter.api.Test;

/** How often a look asks the database: that is the time between an advisor's readiness and the offer. */
class MatcherTest {

    private static final ServiceClass CHATS = new ServiceClass(Language.ES, "GENERAL", Channel.CHAT, Priority.NORMAL);
    private static final ServiceClass OTHERS = new ServiceClass(Language.ES, "AGUA", Channel.CHAT, Priority.NORMAL);
    private static final Skills SKILLS = new Skills(
            List.of(new Skill(Kind.CHANNEL, "CHAT"), new Skill(Kind.LANGUAGE, "ES"), new Skill(Kind.TOPIC, "GENERAL")));

    private final Counting centre = new Counting();
    private final InMemoryUniversalQueue queue = new InMemoryUniversalQueue();
    private final Matcher matcher = new Matcher(queue, centre, Clock.systemUTC());

    @Test
    void whoBecomesReadyIsGivenTheHeadOfTheLineByOneLookAtEach() {
        line(CHATS, 100);
        line(OTHERS, 100);
        centre.free(1);
        assertThat(matcher.round()).hasSize(1);
        assertThat(centre.asked).containsExactly("staff", "2 or returned", "offer 1");
    }

    @Test
    void whereSomebodyIsFreeStillThereIsAnotherLook() {
        line(CHATS, 1);
        centre.free(2);
        assertThat(matcher.round()).hasSize(1);
        assertThat(centre.asked).containsExactly("staff", "1 or returned", "offer 1", "staff", "0 or returned");
    }

    @Test
    void whereTheDatabaseDidNotTakeItThereIsAnotherLook() {
        List<Token> line = line(CHATS, 2);
        centre.gone.add(line.get(0).contact());
        centre.free(1);
        assertThat(matcher.round())
                .extracting(OfferMade::contact)
                .containsExactly(line.get(1).contact());
        assertThat(queue.at(CHATS, 0)).isEmpty();
    }

    @Test
    void asManyHeadsAreReadAtOnceAsTheLastLookWanted() {
        line(CHATS, 100);
        centre.free(8);
        matcher.round();
        centre.asked.clear();
        centre.free(8);
        matcher.round();
        assertThat(centre.asked).containsExactly("staff", "8 or returned", "offer 8");
    }

    private List<Token> line(ServiceClass serviceClass, int length) {
        List<Token> tokens = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            Token token = new Token(ContactId.random(), 1);
            queue.put(serviceClass, token);
            tokens.add(token);
            centre.waiting.put(
                    token,
                    new WaitingContact(
                            token.contact(),
                            serviceClass,
                            Instant.EPOCH.plusSeconds(i),
                            Duration.ZERO,
                            1,
                            Set.of(),
                            null));
        }
        matcher.know(List.of(serviceClass));
        return tokens;
    }

    private static final class Counting implements Matcher.Centre {
        private final Map<Token, WaitingContact> waiting = new HashMap<>();
        private final List<ContactId> gone = new ArrayList<>();
        private final List<String> asked = new ArrayList<>();
        private final AdvisorPool pool = new AdvisorPool();

        void free(int count) {
            for (int i = 0; i < count; i++) {
                pool.put(new StaffedAdvisor(
                        "advisor" + i, true, false, false, 100, Instant.EPOCH, 0, false, List.of(), SKILLS));
            }
        }

        @Override
        public RoutingRules rules() {
            return RoutingRules.standard();
        }

        @Override
        public AdvisorPool staff() {
            asked.add("staff");
            return pool;
        }

        @Override
        public Map<Token, WaitingContact> waiting(List<Token> tokens) {
            asked.add(String.valueOf(tokens.size()));
            return found(tokens);
        }

        @Override
        public Matcher.Waiting waitingOrReturned(List<Token> tokens) {
            asked.add(tokens.size() + " or returned");
            return new Matcher.Waiting(found(tokens), List.of());
        }

        private Map<Token, WaitingContact> found(List<Token> tokens) {
            Map<Token, WaitingContact> found = new HashMap<>(waiting);
            found.keySet().retainAll(tokens);
            return found;
        }

        @Override
        public Batch offer(List<Decision> decisions) {
            asked.add("offer " + decisions.size());
            List<OfferMade> made = new ArrayList<>();
            for (Decision one : decisions) {
                if (gone.contains(one.contact())) {
                    free(1);
                } else {
                    made.add(new OfferMade(OfferId.random(), one.contact(), one.advisor(), Instant.now()));
                }
            }
            return new Batch(made, Set.copyOf(gone));
        }
    }
}
