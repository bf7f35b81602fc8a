package mx.gob.edomex.catgem.channel.phone;

import mx.gob.edomex.catgem.contact.ContactState;
import mx.gob.edomex.catgem.shared.ContactId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On a real Asterisk 22, with real SIP telephones. */
class AsteriskCallLifeTest extends CallLifeContract {

    /** Where there is none no test begins, so that none fails for want of it either. */
    @BeforeAll
    static void needsAnExchange() {
        RealExchange.running();
    }

    @Override
    Town town() {
        return RealExchange.running();
    }

    @Test
    void anExchangeThatIsKilledTakesItsCallsWithItAndIsUsedAgainWhenItIsBack() {
        ContactId waiting = waits("070");
        ContactId talking = waits("070");
        talk(talking, "asesora01");
        RealExchange exchange = RealExchange.running();
        exchange.kill();
        centre.until(() -> !centre.board().isConnected());
        exchange.start();
        centre.until(() -> centre.state(waiting) == ContactState.FAILED);
        centre.until(() -> centre.state(talking) == ContactState.AFTER_CALL_WORK);
        ContactId next = waits("070");
        talk(next, "asesora03");
    }
}
