package mx.gob.edomex.catgem.web.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import mx.gob.edomex.catgem.channel.phone.Softphones;
import mx.gob.edomex.catgem.shared.Trouble;
import mx.gob.edomex.catgem.web.shell.SocketBeat;

/**
 * The telephones of this node's pages: each is asked at every beat, which browsers answer by themselves, and goes when it
 * has not answered until the next, for its network is gone and nobody would hear a call; also when its account is over.
 */
@ApplicationScoped
public class TelephoneSockets {

    private static final System.Logger LOG = System.getLogger(TelephoneSockets.class.getName());
    private static final Trouble TROUBLE =
            new Trouble(TelephoneSockets.class, "it is not noted that telephones are there");

    /** @param name of the account */
    private record Account(String name, String advisor) {}

    @Inject
    Softphones softphones;

    private final Map<Session, Account> open = new ConcurrentHashMap<>();
    private final Set<Session> asked = ConcurrentHashMap.newKeySet();

    /**
     * A page whose network changed comes back before its earlier socket is known to be dead; what becomes of that one no
     * longer matters.
     *
     * @return false, and the socket is not to be served, when it is not the advisor's account of now
     */
    boolean begin(Session session, String name, String advisor) {
        if (!softphones.used(name, advisor)) {
            return false;
        }
        Account account = new Account(name, advisor);
        for (Map.Entry<Session, Account> one : Set.copyOf(open.entrySet())) {
            if (one.getValue().equals(account) && open.remove(one.getKey()) != null) {
                close(one.getKey(), CloseReason.CloseCodes.GOING_AWAY);
            }
        }
        open.put(session, account);
        return true;
    }

    /** The page is there. */
    void answered(Session session) {
        asked.remove(session);
    }

    /** @param over whether the page cannot come back to the account */
    void end(Session session, boolean over) {
        asked.remove(session);
        Account account = open.remove(session);
        if (account != null && over) {
            softphones.end(account.name());
        } else if (account != null) {
            softphones.ready(account.name(), account.advisor(), false);
        }
    }

    void beat(@Observes SocketBeat beat) {
        for (Map.Entry<Session, Account> one : Set.copyOf(open.entrySet())) {
            try {
                ask(one.getKey(), one.getValue());
                TROUBLE.over();
            } catch (RuntimeException e) {
                TROUBLE.met(e); // the database is away: conversations go on
            }
        }
    }

    private void ask(Session session, Account account) {
        if (asked.contains(session)) {
            close(session, CloseReason.CloseCodes.GOING_AWAY);
            end(session, false);
        } else if (!softphones.used(account.name(), account.advisor())) {
            close(session, CloseReason.CloseCodes.VIOLATED_POLICY);
        } else {
            ping(session);
        }
    }

    private void ping(Session session) {
        asked.add(session);
        try {
            session.getAsyncRemote().sendPing(ByteBuffer.allocate(0)); // waits for nobody
        } catch (IOException | IllegalStateException e) {
            LOG.log(System.Logger.Level.DEBUG, "a telephone's socket was gone already");
        }
        if (!open.containsKey(session)) {
            asked.remove(session);
        }
    }

    static void close(Session session, CloseReason.CloseCode code) {
        try {
            session.close(new CloseReason(code, ""));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a telephone's socket was gone already");
        }
    }
}
