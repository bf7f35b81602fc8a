package mx.gob.edomex.catgem.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.contact.Colleagues.Colleague;
import mx.gob.edomex.catgem.contact.TransferTopics.TopicChoice;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An advisor whose telephone is a browser that is not there counts for chats, and for no call. */
class WhoWouldNotHearTest {

    private static final String HEARS = "asesora01";
    private static final String DEAF = "asesora02";

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final CentreFixture centre = new CentreFixture(persistence);

    @BeforeEach
    void two() throws Exception {
        TransferBooks.clear(persistence);
        centre.available(HEARS, DEAF);
        persistence
                .database()
                .execute("insert into telephone_choice (advisor, browser, chosen_at) values ('" + DEAF
                        + "', true, now())");
    }

    @AfterEach
    void asBefore() throws Exception {
        persistence.database().execute("delete from telephone_choice");
        TransferBooks.clear(persistence);
    }

    @Test
    void aCallThatAllWhoWouldHearItDeclinedIsAskedAgainWithAnAlert() {
        ContactId call = aCall();
        OfferId offer = centre.offer(call, HEARS).orElseThrow();
        centre.as(HEARS);
        centre.run(() -> centre.offers.reject(offer, null));
        centre.time.pass(Duration.ofSeconds(31));
        centre.run(centre.dispatch::clearExclusions);
        assertThat(centre.integer("select count(*) from offer_exclusion where contact_id = '" + call + "'"))
                .isZero();
        assertThat(centre.integer(
                        "select count(*) from alert where kind = 'DECLINED_BY_ALL' and contact_id = '" + call + "'"))
                .isEqualTo(1);
    }

    @Test
    void theyAreNoColleagueToPassACallTo() {
        ContactId chat = centre.aChatWith(HEARS);
        assertThat(centre.does(() -> centre.transfers.colleagues(chat)))
                .extracting(Colleague::username)
                .containsExactly(DEAF);
        ends(chat);
        ContactId call = aCallWithWhoHears();
        assertThat(centre.does(() -> centre.transfers.colleagues(call))).isEmpty();
        assertThatThrownBy(() -> centre.run(() -> centre.transfers.toAdvisor(call, DEAF, "nota")))
                .isInstanceOf(ReceiverNotAvailable.class);
    }

    @Test
    void noTopicIsStaffedByThemThoughTheyServeIt() {
        ContactId chat = centre.aChatWith(HEARS);
        assertThat(predial(chat).staffed()).isEqualTo(1);
        ends(chat);
        TopicChoice choice = predial(aCallWithWhoHears());
        assertThat(choice.served()).isTrue();
        assertThat(choice.staffed()).isZero();
        assertThat(choice.expected()).hasToString("OVER_10");
    }

    @Test
    void whoPhonesIsNotToldThatTheyAreFree() throws Exception {
        ExpectedWait wait = persistence.wire(new ExpectedWait());
        persistence.database().execute("update advisor set presence = 'OFFLINE' where username = '" + HEARS + "'");
        assertThat(centre.does(() -> wait.of(Channel.PHONE, Language.ES, "PREDIAL")))
                .hasToString("OVER_10");
        assertThat(centre.does(() -> wait.of(Channel.CHAT, Language.ES, "PREDIAL")))
                .hasToString("UNDER_2");
    }

    private ContactId aCall() {
        return centre.aQueued(Channel.PHONE, Priority.NORMAL, "PREDIAL", centre.time.instant());
    }

    private void ends(ContactId chat) {
        centre.run(() -> centre.desk.end(chat));
        centre.run(() -> centre.desk.close(chat, "INFORMATION_GIVEN"));
    }

    private ContactId aCallWithWhoHears() {
        ContactId call = aCall();
        OfferId offer = centre.offer(call, HEARS).orElseThrow();
        centre.as(HEARS);
        centre.run(() -> centre.offers.accept(offer));
        return call;
    }

    private TopicChoice predial(ContactId contact) {
        return centre.does(() -> centre.transfers.topics(contact, Language.ES)).stream()
                .filter(choice -> choice.code().equals("PREDIAL"))
                .findFirst()
                .orElseThrow();
    }
}
