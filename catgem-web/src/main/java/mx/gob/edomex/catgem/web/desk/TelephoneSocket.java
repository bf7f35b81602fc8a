package mx.gob.edomex.catgem.web.desk;

import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.security.Principal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import mx.gob.edomex.catgem.channel.phone.SipLine;
import mx.gob.edomex.catgem.channel.phone.SipLines;
import mx.gob.edomex.catgem.channel.phone.TelephoneAway;

/**
 * The page's SIP on its way to the exchange, which browsers do not reach: so certificate, sign-in and end of the session
 * are those of the site. Only the signed-in advisor of the account is let through; its name, which nobody else knows,
 * keeps out other sites' pages, and its secret is between the page and the exchange.
 */
@ServerEndpoint(value = "/desk/telephone/{account}", subprotocols = "sip")
public class TelephoneSocket {

    private static final System.Logger LOG = System.getLogger(TelephoneSocket.class.getName());

    // A telephone registers anew every minute.
    private static final long IDLE_MILLIS = 150_000;
    private static final int MAX_MESSAGE = 32 * 1024;

    @Inject
    TelephoneSockets sockets;

    @Inject
    SipLines lines;

    private SipLine line;

    @OnOpen
    public void open(Session session, @PathParam("account") String account) {
        Principal advisor = session.getUserPrincipal();
        session.setMaxIdleTimeout(IDLE_MILLIS);
        session.setMaxTextMessageBufferSize(MAX_MESSAGE);
        if (advisor == null || !sockets.begin(session, account, advisor.getName())) {
            TelephoneSockets.close(session, CloseReason.CloseCodes.VIOLATED_POLICY);
            return;
        }
        try {
            line = lines.open(
                    account,
                    message -> pass(session, message),
                    () -> TelephoneSockets.close(session, CloseReason.CloseCodes.TRY_AGAIN_LATER));
        } catch (TelephoneAway e) {
            TelephoneSockets.close(session, CloseReason.CloseCodes.TRY_AGAIN_LATER);
        }
    }

    private static CompletionStage<Void> pass(Session session, String message) {
        CompletableFuture<Void> passed = new CompletableFuture<>();
        session.getAsyncRemote().sendText(message, sent -> {
            if (sent.isOK()) {
                passed.complete(null);
            } else {
                passed.completeExceptionally(sent.getException());
            }
        });
        return passed;
    }

    @OnMessage(maxMessageSize = MAX_MESSAGE)
    public void say(String message) {
        if (line != null) {
            line.say(message);
        }
    }

    @OnMessage
    public void answered(Session session, PongMessage pong) {
        sockets.answered(session);
    }

    /** A session that ends closes its sockets for a broken rule; a network that fails does not. */
    @OnClose
    public void closed(Session session, CloseReason why) {
        if (line != null) {
            line.close();
        }
        sockets.end(session, why.getCloseCode() == CloseReason.CloseCodes.VIOLATED_POLICY);
    }

    @OnError
    public void failed(Throwable cause) {
        LOG.log(System.Logger.Level.DEBUG, "a telephone's socket broke", cause);
    }
}
