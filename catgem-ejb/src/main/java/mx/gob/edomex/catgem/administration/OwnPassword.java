package mx.gob.edomex.catgem.administration;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Map;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.security.CurrentPasswordWrong;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.PasswordRules;
import mx.gob.edomex.catgem.security.PasswordUnchanged;
import mx.gob.edomex.catgem.security.Passwords;
import mx.gob.edomex.catgem.security.SignInAttempt;
import mx.gob.edomex.catgem.security.SignInGuard;
import mx.gob.edomex.catgem.security.TooManyWrongPasswords;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.Sql;

/** The caller's own password. Guessing the current one here is as slow as at the sign-in page: one tally for both. */
@Stateless
@PermitAll
public class OwnPassword {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    SignInGuard guard;

    @Inject
    CurrentStaff staff;

    @Inject
    EventLedger ledger;

    @Inject
    Signals signals;

    @Inject
    Clock clock;

    /**
     * Ends every other session of the caller.
     *
     * @param address of the caller's machine
     * @throws CurrentPasswordWrong and the rules of {@link PasswordRules}
     */
    public void change(String current, String chosen, String address) {
        String me = staff.username();
        String stored = Sql.on(
                        entities, "select password from app_user u where username = :me and may_enter(u) for update")
                .set("me", me)
                .first(row -> row.text("password"))
                .orElseThrow(AccountUnknown::new);
        confirm(stored, current, address);
        PasswordRules.check(me, chosen);
        if (Passwords.matches(stored, chosen)) {
            throw new PasswordUnchanged();
        }
        Sql.on(
                        entities,
                        """
                        update app_user set password = :password, must_change = false,
                          credential_epoch = credential_epoch + 1, credentials_changed_at = now()
                        where username = :me
                        """)
                .set("password", Passwords.hash(chosen, Passwords.COST))
                .set("me", me)
                .update();
        ledger.system(
                "ADMIN_PASSWORD_CHANGED",
                new Actor(me, null, Source.SCREEN),
                clock.instant(),
                null,
                Map.of("account", me));
        signals.toDesk(me, DeskSignal.Kind.ACCOUNT, null);
    }

    private void confirm(String stored, String typed, String address) {
        SignInAttempt attempt = guard.begin(staff.username(), address);
        if (attempt.refused()) {
            throw new TooManyWrongPasswords();
        }
        if (!Passwords.matches(stored, typed)) {
            guard.failed(attempt);
            throw new CurrentPasswordWrong();
        }
        guard.succeeded(attempt);
    }
}
