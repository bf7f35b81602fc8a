package mx.gob.edomex.catgem.channel.phone;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import mx.gob.edomex.catgem.channel.phone.PhoneCommand.Outcome;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Passwords;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Trouble;

/**
 * The telephone in the caller's own browser. The account is on record before the exchange makes it, so that none is there
 * of which nobody knows; what the exchange is asked stands outside of any transaction.
 */
@Stateless
@RolesAllowed(Roles.ADVISOR)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SoftphoneService {

    private static final Trouble TROUBLE = new Trouble(SoftphoneService.class, "browsers get no telephone");

    PbxSettings settings = PbxSettings.fromEnvironment();

    @Inject
    Softphones softphones;

    @Inject
    CurrentStaff staff;

    /** Whether there are telephones in browsers at all. */
    public boolean isOn() {
        return settings.hasSoftphones();
    }

    /** Whether the caller takes calls in the browser; who never chose does. */
    public boolean isChosen() {
        return isOn() && !Boolean.FALSE.equals(softphones.inBrowser(staff.username()));
    }

    /** Where the caller takes calls from now on. */
    public void choose(boolean browser) {
        if (isOn()) {
            softphones.choose(staff.username(), browser);
        }
    }

    /**
     * A new account for the page that asks; one that another page has is over.
     *
     * @throws TelephoneAway when the exchange cannot make it
     */
    public SoftphoneAccount begin() {
        if (!isOn()) {
            throw new TelephoneAway();
        }
        softphones.choose(staff.username(), true);
        AriExchange exchange = new AriExchange(settings);
        try {
            exchange.answers(); // or each page's asking again would leave an account to take back
        } catch (IOException e) {
            TROUBLE.met(e);
            throw new TelephoneAway();
        }
        SoftphoneAccount account = new SoftphoneAccount(softphones.begin(staff.username()), Passwords.secret());
        try {
            if (exchange.install(account) != Outcome.DONE) {
                throw new IOException("the exchange refused an account");
            }
            TROUBLE.over();
            return account;
        } catch (IOException e) {
            TROUBLE.met(e);
            softphones.end(account.name());
            throw new TelephoneAway();
        }
    }

    /** Whether calls would be heard: only then are they offered. */
    public void ready(String name, boolean ready) {
        softphones.ready(name, staff.username(), ready);
    }

    /** Whether a call is there now; a page whose line was away could not be told that one ended. */
    public boolean isInCall() {
        return softphones.isInCall(staff.username());
    }
}
