package mx.gob.edomex.catgem.web.shell;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import mx.gob.edomex.catgem.security.AccountStanding;

/**
 * Whose session it is, and in which epoch of the account it began.
 *
 * @param following also taken, while the person is changing their own password in this session
 */
record SessionAccount(String username, int epoch, int following, boolean mustChange) implements Serializable {

    static final String ATTRIBUTE = "catgem.account";

    /** Whether {@link AccountFilter} has seen the session's person; false without a session. */
    static boolean isIn(HttpSession session) {
        return session != null && session.getAttribute(ATTRIBUTE) != null;
    }

    static SessionAccount of(AccountStanding standing) {
        return new SessionAccount(standing.username(), standing.epoch(), standing.epoch(), standing.mustChange());
    }

    boolean isOver(AccountStanding standing) {
        return standing == null || !standing.enabled() || (standing.epoch() != epoch && standing.epoch() != following);
    }

    SessionAccount changingPassword() {
        return new SessionAccount(username, epoch, epoch + 1, mustChange);
    }
}
