package mx.gob.edomex.catgem.security;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import mx.gob.edomex.catgem.shared.Sha256;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * A pass lets a browser go on at another node as who it signed in to be. It is worth no more than its session: nothing
 * once that would have ended by itself, once the person has signed out, or once the account has changed.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SessionPasses {

    /** As the time-out of a session (web.xml). */
    static final Duration UNUSED = Duration.ofMinutes(30);

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Clock clock;

    /** @return the pass, which nobody but the browser keeps */
    public String issue(String username, int epoch) {
        Sql.on(entities, "delete from session_pass where used_at < :since")
                .set("since", clock.instant().minus(UNUSED))
                .update();
        String pass = Passwords.secret();
        Sql.on(
                        entities,
                        "insert into session_pass (digest, username, epoch, used_at) values (:digest, :name, :epoch, :now)")
                .set("digest", digest(pass))
                .set("name", username)
                .set("epoch", epoch)
                .set("now", clock.instant())
                .update();
        return pass;
    }

    /**
     * The session is alive, so its pass is.
     *
     * @param epoch of the account, which has gone on if the person has changed their own password
     * @return whether it is a pass of this account
     */
    public boolean used(String pass, String username, int epoch) {
        return Sql.on(
                                entities,
                                """
                                update session_pass set used_at = :now, epoch = :epoch
                                where digest = :digest and username = :name and used_at > :since
                                """)
                        .set("now", clock.instant())
                        .set("since", clock.instant().minus(UNUSED))
                        .set("epoch", epoch)
                        .set("digest", digest(pass))
                        .set("name", username)
                        .update()
                == 1;
    }

    /** The account that the pass lets in now. */
    public Optional<AccountStanding> holder(String pass) {
        return Sql.on(
                        entities,
                        """
                        select u.username, u.must_change, u.credential_epoch
                        from session_pass p join app_user u on u.username = p.username
                        where p.digest = :digest and p.used_at > :since and may_enter(u) and u.credential_epoch = p.epoch
                        """)
                .set("digest", digest(pass))
                .set("since", clock.instant().minus(UNUSED))
                .first(row -> new AccountStanding(
                        row.text("username"), true, row.flag("must_change"), row.number("credential_epoch")));
    }

    /** The person has signed out. */
    public void end(String pass) {
        Sql.on(entities, "delete from session_pass where digest = :digest")
                .set("digest", digest(pass))
                .update();
    }

    private static byte[] digest(String pass) {
        return Sha256.of(pass.getBytes(StandardCharsets.UTF_8));
    }
}
