package mx.gob.edomex.catgem.web.chat;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import mx.gob.edomex.catgem.channel.chat.ChatHasEnded;
import mx.gob.edomex.catgem.channel.chat.ChatService;
import mx.gob.edomex.catgem.channel.chat.ChatToken;
import mx.gob.edomex.catgem.shared.Violation;

/**
 * The citizen's socket. The first frame says {@code hello} with the token (never in the address, which is logged) and
 * the last position seen; what is missing comes back before anything else. Frames of one socket are taken in order.
 */
@ServerEndpoint("/chat/ws")
public class ChatSocket {

    private static final System.Logger LOG = System.getLogger(ChatSocket.class.getName());

    // A page says something every 20 s.
    private static final long IDLE_MILLIS = 65_000;
    // The longest message, every character escaped.
    private static final int MAX_FRAME = 32 * 1024;
    private static final int MAX_REFUSALS = 200;

    @Inject
    ChatService service;

    @Inject
    ChatPushes pushes;

    @Inject
    ChatLimits limits;

    private boolean counted;
    private int refusals;
    private ChatPushes.Push push;

    @OnOpen
    public void open(Session session) throws IOException {
        counted = limits.mayConnect();
        if (!counted) {
            close(session, CloseReason.CloseCodes.TRY_AGAIN_LATER, "busy");
            return;
        }
        session.setMaxIdleTimeout(IDLE_MILLIS);
        session.setMaxTextMessageBufferSize(MAX_FRAME);
    }

    @OnMessage(maxMessageSize = MAX_FRAME)
    public void frame(Session session, String text) throws IOException {
        JsonObject frame = ChatJson.read(text).orElse(null);
        String type = frame == null ? null : ChatJson.text(frame, "t");
        if (type == null || (push == null) != "hello".equals(type)) {
            close(session, CloseReason.CloseCodes.VIOLATED_POLICY, "protocol");
            return;
        }
        String id = ChatJson.text(frame, "id");
        try {
            take(session, type, id, frame);
            ChatOutages.TROUBLE.over();
        } catch (Violation e) {
            refuse(session, id, e.code());
        } catch (RuntimeException e) {
            // The database or the broker is away: the page keeps what was written and tries again.
            ChatOutages.TROUBLE.met(e);
            refuse(session, id, "Unavailable");
        }
    }

    private void take(Session session, String type, String id, JsonObject frame) {
        switch (type) {
            case "hello" ->
                push = pushes.begin(session, new ChatToken(ChatJson.text(frame, "token")), frame.getInt("after", 0));
            case "send" -> {
                if (!limits.mayWrite(push.token())) {
                    throw new TooFast();
                }
                push.send(ChatJson.receipt(service.send(push.token(), id, ChatJson.text(frame, "text"))));
            }
            case "typing" -> {
                if (limits.mayAsk(push.token())) {
                    service.typing(push.token());
                }
            }
            case "ping" -> {
                if (!limits.mayAsk(push.token())) {
                    throw new TooFast();
                }
                service.seen(push.token());
                push.send(ChatJson.sign("pong"));
                push.changed();
            }
            case "end" -> {
                service.end(push.token());
                push.changed();
            }
            default -> throw new ChatHasEnded();
        }
    }

    private void refuse(Session session, String id, String code) throws IOException {
        JsonObject refusal = ChatJson.refusal(id, code);
        if (push == null) {
            session.getBasicRemote().sendText(refusal.toString());
            close(session, CloseReason.CloseCodes.CANNOT_ACCEPT, code);
        } else if (++refusals > MAX_REFUSALS) {
            close(session, CloseReason.CloseCodes.VIOLATED_POLICY, "flood");
        } else {
            push.send(refusal);
        }
    }

    @OnClose
    public void closed() {
        if (push != null) {
            push.end();
        }
        if (counted) {
            counted = false;
            limits.socketClosed();
        }
    }

    @OnError
    public void failed(Throwable cause) {
        // Networks of phones break all the time; the page comes back by itself.
        LOG.log(System.Logger.Level.DEBUG, "a chat socket broke", cause);
    }

    private static void close(Session session, CloseReason.CloseCode code, String why) throws IOException {
        session.close(new CloseReason(code, why));
    }
}
