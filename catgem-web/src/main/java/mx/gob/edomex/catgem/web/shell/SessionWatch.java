package mx.gob.edomex.catgem.web.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.security.AccountStanding;
import mx.gob.edomex.catgem.security.AccountStandings;
import mx.gob.edomex.catgem.shared.DeskSignal;

/**
 * The signed-in sessions of this node. They end when the account is disabled, or its password or roles change: at once
 * by the signal that every node gets, and within two seconds without it. Sockets of a page end with its session.
 */
@ApplicationScoped
public class SessionWatch {

    private static final System.Logger LOG = System.getLogger(SessionWatch.class.getName());

    /** The sweep comes every two seconds. */
    private static final long LATE_NANOS = Duration.ofSeconds(3).toNanos();

    @Inject
    AccountStandings accounts;

    private final Map<String, HttpSession> sessions = new ConcurrentHashMap<>();
    private final AtomicLong looked = new AtomicLong(System.nanoTime());

    /** Empty when nobody has the account any more, or the session has just ended. */
    Optional<SessionAccount> account(HttpSession session, String username) {
        catchUp();
        try {
            if (session.getAttribute(SessionAccount.ATTRIBUTE) instanceof SessionAccount known
                    && known.username().equals(username)) {
                sessions.putIfAbsent(session.getId(), session);
                return Optional.of(known);
            }
            Optional<SessionAccount> account =
                    accounts.of(username).filter(AccountStanding::enabled).map(SessionAccount::of);
            account.ifPresent(found -> {
                session.setAttribute(SessionAccount.ATTRIBUTE, found);
                sessions.put(session.getId(), session);
            });
            return account;
        } catch (IllegalStateException ended) {
            return Optional.empty();
        }
    }

    /** A node that stood still, or is too busy for its timers, looks before it serves anybody. */
    private void catchUp() {
        long last = looked.get();
        if (System.nanoTime() - last > LATE_NANOS && looked.compareAndSet(last, System.nanoTime())) {
            endWhatIsOver();
        }
    }

    void changed(@Observes DeskSignal signal) {
        if (signal.kind() == DeskSignal.Kind.ACCOUNT) {
            endWhatIsOver();
        }
    }

    void endWhatIsOver() {
        looked.set(System.nanoTime());
        Map<String, SessionAccount> open = open();
        if (open.isEmpty()) {
            return;
        }
        Set<String> names = open.values().stream().map(SessionAccount::username).collect(Collectors.toSet());
        Map<String, AccountStanding> standings =
                accounts.of(names).stream().collect(Collectors.toMap(AccountStanding::username, Function.identity()));
        open.forEach((id, account) -> {
            if (account.isOver(standings.get(account.username()))) {
                end(id);
            }
        });
    }

    private Map<String, SessionAccount> open() {
        Map<String, SessionAccount> open = new ConcurrentHashMap<>();
        sessions.forEach((id, session) -> {
            try {
                if (session.getAttribute(SessionAccount.ATTRIBUTE) instanceof SessionAccount account) {
                    open.put(id, account);
                } else {
                    sessions.remove(id);
                }
            } catch (IllegalStateException ended) {
                sessions.remove(id);
            }
        });
        return open;
    }

    private void end(String id) {
        HttpSession session = sessions.remove(id);
        if (session != null) {
            try {
                session.invalidate();
            } catch (IllegalStateException ended) {
                LOG.log(System.Logger.Level.DEBUG, "a session had ended already");
            }
        }
    }
}
