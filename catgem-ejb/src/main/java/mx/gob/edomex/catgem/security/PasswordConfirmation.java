package mx.gob.edomex.catgem.security;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * The caller gives the password again for an act that is a signature. Guessing it here is as slow as at the sign-in
 * page, with which it shares the tally.
 */
@Stateless
@PermitAll
public class PasswordConfirmation {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    SignInGuard guard;

    @Inject
    CurrentStaff staff;

    /**
     * @param address of the caller's machine
     * @throws PasswordNotConfirmed when it is not the caller's password, or too many were wrong lately
     */
    public void confirm(String password, String address) {
        SignInAttempt attempt = guard.begin(staff.username(), address);
        if (attempt.refused() || !matches(password)) {
            if (!attempt.refused()) {
                guard.failed(attempt);
            }
            throw new PasswordNotConfirmed();
        }
        guard.succeeded(attempt);
    }

    private boolean matches(String typed) {
        return Sql.on(entities, "select password from app_user u where username = :name and may_enter(u)")
                .set("name", staff.username())
                .first(row -> row.text("password"))
                .map(stored -> Passwords.matches(stored, typed == null ? "" : typed))
                .orElse(false);
    }
}
