package mx.gob.edomex.catgem.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import java.time.Clock;
import mx.gob.edomex.catgem.channel.phone.Softphones;
import mx.gob.edomex.catgem.shared.TestPersistence;
import mx.gob.edomex.catgem.web.shell.SocketBeat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TelephoneSocketsTest {

    private static final String ADVISOR = "asesora01";

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final Softphones softphones = persistence.wire(new Softphones(), Clock.systemUTC());
    private final TelephoneSockets sockets = persistence.wire(new TelephoneSockets(), softphones);

    @Test
    void aSocketThatDiesLateTakesNothingFromTheOneThatFollowedIt() {
        String account = account();
        Page before = new Page();
        opens(before, account, ADVISOR);
        ready(account);
        Page after = new Page();
        opens(after, account, ADVISOR);
        assertThat(before.closed).isEqualTo(CloseCodes.GOING_AWAY);
        ready(account);
        ends(before, false);
        assertThat(isReady(account)).isTrue();
        ends(before, true);
        assertThat(isReady(account)).isTrue();
        ends(after, false);
        assertThat(isReady(account)).isFalse();
    }

    @Test
    void theEarlierOfTwoWindowsIsClosedAndTheLaterGoesOn() {
        String earlier = account();
        Page first = new Page();
        opens(first, earlier, ADVISOR);
        String later = account();
        Page second = new Page();
        opens(second, later, ADVISOR);
        ready(later);
        beats();
        assertThat(first.closed).isEqualTo(CloseCodes.VIOLATED_POLICY);
        ends(first, true);
        assertThat(second.closed).isNull();
        assertThat(isReady(later)).isTrue();
    }

    @Test
    void nobodyComesInByTheAccountOfAnother() {
        String account = account();
        Page hers = new Page();
        opens(hers, account, ADVISOR);
        ready(account);
        Page foreign = new Page();
        assertThat(begins(foreign, account, "asesora02")).isFalse();
        ends(foreign, true);
        assertThat(hers.closed).isNull();
        assertThat(isReady(account)).isTrue();
    }

    @Test
    void aPageThatDoesNotAnswerUntilTheNextBeatIsNoTelephoneAnyMore() {
        String account = account();
        Page page = new Page();
        opens(page, account, ADVISOR);
        ready(account);
        beats();
        sockets.answered(page.session);
        beats();
        assertThat(page.pings).isEqualTo(2);
        assertThat(page.closed).isNull();
        assertThat(isReady(account)).isTrue();
        beats();
        assertThat(page.closed).isEqualTo(CloseCodes.GOING_AWAY);
        assertThat(isReady(account)).isFalse();
        Page back = new Page();
        opens(back, account, ADVISOR);
        beats();
        assertThat(back.closed).isNull();
    }

    @Test
    void aSessionThatEndsTakesTheAccountWithIt() {
        String account = account();
        Page page = new Page();
        opens(page, account, ADVISOR);
        ends(page, true);
        assertThat(begins(new Page(), account, ADVISOR)).isFalse();
    }

    private String account() {
        return persistence.inTransaction(() -> softphones.begin(ADVISOR));
    }

    private void opens(Page page, String account, String advisor) {
        assertThat(begins(page, account, advisor)).isTrue();
    }

    private boolean begins(Page page, String account, String advisor) {
        return persistence.inTransaction(() -> sockets.begin(page.session, account, advisor));
    }

    private void ready(String account) {
        does(() -> softphones.ready(account, ADVISOR, true));
    }

    private void beats() {
        does(() -> sockets.beat(new SocketBeat()));
    }

    private void ends(Page page, boolean over) {
        does(() -> sockets.end(page.session, over));
    }

    private boolean isReady(String account) {
        return persistence.inTransaction(() -> (Boolean) persistence
                .entityManager()
                .createNativeQuery("select ready from softphone where name = '" + account + "'")
                .getSingleResult());
    }

    private static void does(Runnable work) {
        persistence.inTransaction(() -> {
            work.run();
            return null;
        });
    }

    /** One end of a socket. */
    private static final class Page {

        private final Session session = (Session) Proxy.newProxyInstance(
                Session.class.getClassLoader(), new Class<?>[] {Session.class}, (self, method, given) -> {
                    return switch (method.getName()) {
                        case "equals" -> self == given[0];
                        case "hashCode" -> System.identityHashCode(self);
                        case "getAsyncRemote" -> remote();
                        case "close" -> {
                            closed = ((CloseReason) given[0]).getCloseCode();
                            yield null;
                        }
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });

        private CloseReason.CloseCode closed;
        private int pings;

        private RemoteEndpoint.Async remote() {
            return (RemoteEndpoint.Async) Proxy.newProxyInstance(
                    Session.class.getClassLoader(),
                    new Class<?>[] {RemoteEndpoint.Async.class},
                    (self, method, given) -> {
                        assertThat(method.getName()).isEqualTo("sendPing");
                        pings++;
                        return null;
                    });
        }
    }
}
