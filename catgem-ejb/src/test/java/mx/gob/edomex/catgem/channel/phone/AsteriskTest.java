package mx.gob.edomex.catgem.channel.phone;

import org.junit.jupiter.api.BeforeAll;

/** On a real Asterisk 22, with real SIP telephones. */
class AsteriskTest extends ExchangeContract {

    /** Where there is none no test begins, so that none fails for want of it either. */
    @BeforeAll
    static void needsAnExchange() {
        RealExchange.running();
    }

    @Override
    Town town() {
        return RealExchange.running();
    }
}
