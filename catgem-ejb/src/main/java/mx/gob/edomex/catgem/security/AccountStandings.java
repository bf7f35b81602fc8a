package mx.gob.edomex.catgem.security;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mx.gob.edomex.catgem.shared.Sql;

/** What sessions and sign-ins must know of accounts, on every node, fresh from the database. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AccountStandings {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    public Optional<AccountStanding> of(String username) {
        return of(List.of(username)).stream().findFirst();
    }

    /** Names that nobody has are left out. */
    public List<AccountStanding> of(Collection<String> usernames) {
        return Sql.on(
                        entities,
                        """
                        select username, may_enter(u) as enabled, must_change, credential_epoch from app_user u
                        where username in (:usernames)
                        """)
                .set("usernames", usernames)
                .list(row -> new AccountStanding(
                        row.text("username"),
                        row.flag("enabled"),
                        row.flag("must_change"),
                        row.number("credential_epoch")));
    }

    /**
     * The server's own sign-in keeps what it has read of an account for some seconds, so for half a minute after a change
     * the password is looked at here first.
     *
     * @return whether it is the password now; empty when the account has not changed lately
     */
    public Optional<Boolean> judge(String username, String password) {
        return Sql.on(
                        entities,
                        """
                        select password, may_enter(u) as enabled from app_user u
                        where username = :username and credentials_changed_at > now() - interval '30 seconds'
                        """)
                .set("username", username.strip().toLowerCase(Locale.ROOT))
                .first(row -> row.flag("enabled") && Passwords.matches(row.text("password"), password));
    }
}
