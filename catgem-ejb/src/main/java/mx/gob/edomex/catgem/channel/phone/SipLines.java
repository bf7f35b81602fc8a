package mx.gob.edomex.catgem.channel.phone;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.io.IOException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Ways to the exchange for browsers, which do not reach it themselves. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SipLines {

    PbxSettings settings = PbxSettings.fromEnvironment();

    /**
     * @param account for which alone it speaks
     * @param heard takes one message of the exchange; the next comes when it is done with it
     * @param over called once, when the exchange ends the line
     * @throws TelephoneAway when it is not reached
     */
    public SipLine open(String account, Function<String, CompletionStage<?>> heard, Runnable over) {
        if (!settings.hasSoftphones()) {
            throw new TelephoneAway();
        }
        try {
            return SipLine.open(settings.socket(), account, heard, over);
        } catch (IOException e) {
            throw new TelephoneAway();
        }
    }
}
