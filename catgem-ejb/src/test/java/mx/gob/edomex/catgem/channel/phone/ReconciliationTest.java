package mx.gob.edomex.catgem.channel.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import mx.gob.edomex.catgem.channel.phone.ExchangeEvent.Entered;
import mx.gob.edomex.catgem.channel.phone.ExchangeEvent.Gone;
import mx.gob.edomex.catgem.channel.phone.ExchangeEvent.Lost;
import mx.gob.edomex.catgem.channel.phone.ExchangeEvent.PickedUp;
import mx.gob.edomex.catgem.channel.phone.ExchangeEvent.PromptOver;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.SubjectId;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

    private static final String CITIZEN = "centre-1.0";
    private static final ContactId CONTACT = ExchangeEvent.contactOf(CITIZEN);
    private static final AdvisorChannel ADVISOR = new AdvisorChannel(CONTACT, 2);

    @Test
    void aCallWhoseCitizenIsNotThereIsLostWhateverElseIs() {
        Reconciliation found = found(call(CallPhase.TALKING, false), there(List.of(phone(ADVISOR, true))));
        assertThat(found.events()).containsExactly(new Lost(CONTACT));
        assertThat(found.hangUp()).containsExactly(ADVISOR.id());
        assertThat(found.lost()).isEqualTo(1);
        assertThat(found.kept()).isZero();
    }

    @Test
    void anAdvisorWhoPickedUpMeanwhileIsHeardToHaveDoneSo() {
        Reconciliation found = found(call(CallPhase.CALLING, false), there(List.of(citizen(), phone(ADVISOR, true))));
        assertThat(found.events()).containsExactly(new PickedUp(ADVISOR));
        assertThat(found.subscribe()).containsExactly(CITIZEN, ADVISOR.id());
    }

    @Test
    void aTelephoneThatRingsStillIsLeftRinging() {
        Reconciliation found = found(call(CallPhase.CALLING, false), there(List.of(citizen(), phone(ADVISOR, false))));
        assertThat(found.events()).isEmpty();
        assertThat(found.hangUp()).isEmpty();
    }

    @Test
    void anAdvisorWhoIsNotThereAnyMoreHasHungUp() {
        Reconciliation found = found(call(CallPhase.TALKING, false), there(List.of(citizen())));
        assertThat(found.events()).containsExactly(new Gone(ADVISOR.id(), null));
    }

    @Test
    void aTelephoneThatIsYetToBeRungHasNotHungUp() {
        assertThat(found(call(CallPhase.CALLING, true), there(List.of(citizen())))
                        .events())
                .isEmpty();
    }

    @Test
    void aGreetingThatIsOverIsHeardToBeSoAndOneThatGoesOnIsNot() {
        PhoneCall call = call(CallPhase.GREETING, false);
        assertThat(found(call, there(List.of(citizen()))).events())
                .containsExactly(new PromptOver(CONTACT, Prompt.GREETING));
        Snapshot playing =
                new Snapshot(List.of(citizen()), List.of(), Set.of(new PromptOver(CONTACT, Prompt.GREETING).id()));
        assertThat(found(call, playing).events()).isEmpty();
        assertThat(found(call(CallPhase.GREETING, true), there(List.of(citizen())))
                        .events())
                .isEmpty();
    }

    @Test
    void aCallNobodyHeardOfIsAdopted() {
        Entered unheard = new Entered("centre-1.9", "070", "7221234567");
        Reconciliation found = Reconciliation.of(
                List.of(), there(List.of(new Snapshot.Channel("centre-1.9", false, unheard), other())));
        assertThat(found.events()).containsExactly(unheard);
        assertThat(found.adopted()).isEqualTo(1);
        assertThat(found.hangUp()).isEmpty();
    }

    @Test
    void anEarlierAdvisorsTelephoneAndBridgeAreTakenAwayAndForeignOnesLeft() {
        AdvisorChannel earlier = new AdvisorChannel(CONTACT, 1);
        Snapshot there = new Snapshot(
                List.of(citizen(), phone(ADVISOR, true), phone(earlier, true), other()),
                List.of("catgem-waiting", "somebody-elses", earlier.bridge(), ADVISOR.bridge()),
                Set.of());
        Reconciliation found = found(call(CallPhase.TALKING, false), there);
        assertThat(found.hangUp()).containsExactly(earlier.id());
        assertThat(found.unbridge()).containsExactly(earlier.bridge());
        assertThat(found.events()).isEmpty();
    }

    private static Reconciliation found(PhoneCall call, Snapshot there) {
        return Reconciliation.of(List.of(call), there);
    }

    private static PhoneCall call(CallPhase phase, boolean pending) {
        return new PhoneCall(
                CONTACT,
                CITIZEN,
                "TEL_070",
                SubjectId.random(),
                phase,
                2,
                2,
                "asesora01",
                null,
                null,
                true,
                pending,
                null,
                0);
    }

    private static Snapshot there(List<Snapshot.Channel> channels) {
        return new Snapshot(channels, List.of(), Set.of());
    }

    private static Snapshot.Channel citizen() {
        return new Snapshot.Channel(CITIZEN, true, new Entered(CITIZEN, "070", ""));
    }

    private static Snapshot.Channel phone(AdvisorChannel advisor, boolean up) {
        return new Snapshot.Channel(advisor.id(), up, null);
    }

    /** Of the exchange's own business. */
    private static Snapshot.Channel other() {
        return new Snapshot.Channel("centre-0.1", true, null);
    }
}
