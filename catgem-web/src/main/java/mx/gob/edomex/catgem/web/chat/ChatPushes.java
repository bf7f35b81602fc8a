package mx.gob.edomex.catgem.web.chat;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.websocket.Session;
import java.util.concurrent.atomic.AtomicBoolean;
import mx.gob.edomex.catgem.channel.chat.ChatToken;
import mx.gob.edomex.catgem.channel.chat.ChatView;
import mx.gob.edomex.catgem.channel.chat.ChatViews;
import mx.gob.edomex.catgem.shared.ContactId;

/** Keeps the pages behind sockets up to date: each is sent what it has not seen, once and in order. */
@ApplicationScoped
public class ChatPushes {

    private static final long SEND_TIMEOUT_MILLIS = 15_000;

    @Inject
    ChatViews views;

    @Inject
    ChatListeners listeners;

    @Resource
    ManagedExecutorService executor;

    /**
     * Sends what came after the position given and follows the chat from there.
     *
     * @throws mx.gob.edomex.catgem.channel.chat.ChatUnknown when the token opens nothing
     */
    Push begin(Session session, ChatToken token, int after) {
        session.getAsyncRemote().setSendTimeout(SEND_TIMEOUT_MILLIS);
        Push push = new Push(session, token, Math.max(0, after));
        push.refresh();
        listeners.add(push.contact, push);
        // What happened between reading and listening.
        push.changed();
        return push;
    }

    /** One socket that follows one chat. */
    final class Push implements ChatListener {
        private final Session session;
        private final ChatToken token;
        private final AtomicBoolean due = new AtomicBoolean();
        private ContactId contact;
        private int seen;
        private String mark = "";

        private Push(Session session, ChatToken token, int seen) {
            this.session = session;
            this.token = token;
            this.seen = seen;
        }

        ChatToken token() {
            return token;
        }

        /** Many signals that come together cost one look. */
        @Override
        public void changed() {
            if (due.compareAndSet(false, true)) {
                executor.execute(() -> {
                    due.set(false);
                    try {
                        refresh();
                    } catch (RuntimeException e) {
                        // The next signal, or the page's next ping, looks again.
                        ChatOutages.TROUBLE.met(e);
                    }
                });
            }
        }

        @Override
        public void advisorIsTyping() {
            send(ChatJson.sign("typing"));
        }

        private synchronized void refresh() {
            ChatView view = views.view(token, seen);
            contact = view.contact();
            String now = ChatJson.mark(view);
            if (!view.messages().isEmpty() || !now.equals(mark)) {
                send(ChatJson.view(view));
                seen = view.lastSeq(seen);
                mark = now;
            }
        }

        synchronized void send(JsonObject frame) {
            if (session.isOpen()) {
                session.getAsyncRemote().sendText(frame.toString(), result -> {
                    // Lost with its socket: the page asks again from the last position it has.
                });
            }
        }

        void end() {
            listeners.remove(contact, this);
        }
    }
}
