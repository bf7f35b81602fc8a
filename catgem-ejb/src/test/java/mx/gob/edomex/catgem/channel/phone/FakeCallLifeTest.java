package mx.gob.edomex.catgem.channel.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.channel.phone.ExchangeEvent.Entered;
import mx.gob.edomex.catgem.contact.ContactState;
import mx.gob.edomex.catgem.shared.ContactId;
import org.junit.jupiter.api.Test;

class FakeCallLifeTest extends CallLifeContract {

    private FakeAri fake;

    @Override
    Town town() {
        fake = new FakeAri();
        return fake;
    }

    @Test
    void theCallIsMarkedBeforeItIsAnswered() {
        String citizen = phones("070");
        ContactId call = centre.arrives();
        String channel = "POST /channels/" + citizen + "/";
        assertThat(fake.mark(citizen)).isEqualTo(call.toString());
        assertThat(fake.commands.stream().filter(one -> one.startsWith(channel)))
                .containsSubsequence(channel + "variable", channel + "answer");
    }

    @Test
    void whoHangsUpDuringTheGreetingNeverWasInTheLine() {
        fake.holdPrompts();
        String citizen = phones("070");
        centre.until(() -> fake.commands.stream().anyMatch(one -> one.contains("/play/")));
        town.hangsUp(citizen);
        centre.until(() -> centre.count("select count(*) as n from phone_call where ended_at is null") == 0);
        assertThat(centre.centre.text("select count(*) from arrival where external_id = '" + citizen
                        + "' and received_at >= '" + centre.centre.time.instant() + "'"))
                .isEqualTo("0");
    }

    @Test
    void aPromptThatCannotBePlayedKeepsNobodyFromTheLine() {
        fake.refuse("/play/", 500);
        assertThat(centre.state(waits("070"))).isEqualTo(ContactState.QUEUED);
    }

    @Test
    void whatCollidedWithAnotherTransactionIsAttendedToAgain() {
        centre.collides();
        assertThat(centre.state(waits("070"))).isEqualTo(ContactState.QUEUED);
    }

    @Test
    void whatAnotherNodeHeardIsNoGapOfThisOne() {
        centre.keep();
        centre.ownsAnew();
        centre.keep();
        assertThat(centre.count(
                        "select count(*) as n from phone_gap where began_at is null and epoch = " + centre.epoch()))
                .isEqualTo(1);
    }

    @Test
    void whatIsHeardTwiceHappensOnce() {
        String citizen = phones("070");
        ContactId call = centre.waits();
        centre.service.entered(new Entered(citizen, "070", "7221234567"), centre.epoch());
        centre.service.promptOver(call, centre.epoch());
        talk(call, "asesora01");
        centre.service.pickedUp(new AdvisorChannel(call, 1), centre.epoch());
        centre.keep();
        assertThat(centre.phase(call)).isEqualTo(CallPhase.TALKING);
        assertThat(centre.count(
                        "select count(*) as n from phone_command where kind = 'CALL' and contact_id = '" + call + "'"))
                .isEqualTo(1);
        assertThat(fake.bridged(new AdvisorChannel(call, 1).bridge()))
                .containsExactlyInAnyOrder(citizen, new AdvisorChannel(call, 1).id());
    }

    @Test
    void aNumberNobodyKnowsIsServedAndSomebodyIsTold() {
        ContactId call = waits("9999");
        assertThat(centre.state(call)).isEqualTo(ContactState.QUEUED);
        assertThat(centre.centre.text(
                        "select detail from alert where kind = 'DIALLED_NUMBER_UNKNOWN' and ended_at is null"))
                .isEqualTo("9999");
    }

    @Test
    void aSilentTelephoneRingsUntilTheCitizenGivesUp() {
        town.desk("asesora02", Town.Desk.SILENT);
        String citizen = phones("070");
        ContactId call = centre.waits();
        centre.accepts(call, "asesora02");
        String phone = new AdvisorChannel(call, 1).id();
        centre.until(() -> fake.channels().contains(phone));
        assertThat(centre.phase(call)).isEqualTo(CallPhase.CALLING);
        town.hangsUp(citizen);
        centre.until(() -> !fake.channels().contains(phone));
        assertThat(centre.state(call)).isEqualTo(ContactState.AFTER_CALL_WORK);
    }

    @Test
    void whatWasWantedWhileTheLineWasCutIsDoneWhenItIsBack() {
        String citizen = phones("070");
        ContactId call = centre.waits();
        fake.down(false);
        fake.cut();
        centre.accepts(call, "asesora01");
        centre.until(() -> centre.phase(call) == CallPhase.TALKING);
        assertThat(town.isOnTheLine(citizen)).isTrue();
    }

    @Test
    void anExchangeThatLosesAllItsCallsIsFoundOutAndTold() {
        ContactId waiting = waits("070");
        fake.down(true);
        centre.until(() -> !centre.board().isConnected());
        fake.down(false);
        centre.until(() -> centre.state(waiting) == ContactState.FAILED);
    }

    @Test
    void whoIsReplacedAsListenerActsNoMoreUntilItOwnsTheExchangeAnew() throws IOException {
        centre.keep();
        EventStream other = new AriExchange(town.settings()).listen(event -> {});
        ExchangeContract.until(() -> isRefused());
        assertThat(centre.board().isConnected()).isFalse();
        other.close();
        centre.nextNode();
        centre.keep();
        assertThat(centre.board().isConnected()).isTrue();
    }

    private boolean isRefused() {
        try {
            centre.board().keep(centre.epoch());
            return false;
        } catch (ExchangeNotOurs e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without a call on the exchange all is as it was: the advisor dials. */
    @Test
    void aCallbackAsksNothingOfTheExchange() {
        int before = centre.count("select count(*) as n from phone_command");
        ContactId callback =
                centre.centre.aQueued(Channel.PHONE, Priority.NORMAL, "GENERAL", centre.centre.time.instant());
        centre.accepts(callback, "asesora01");
        centre.centre.run(() -> centre.centre.desk.end(callback));
        assertThat(centre.count("select count(*) as n from phone_command")).isEqualTo(before);
    }
}
