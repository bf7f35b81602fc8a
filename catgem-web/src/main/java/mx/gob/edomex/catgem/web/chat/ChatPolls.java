package mx.gob.edomex.catgem.web.chat;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.AsyncResponse;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import mx.gob.edomex.catgem.channel.chat.ChatToken;
import mx.gob.edomex.catgem.channel.chat.ChatView;
import mx.gob.edomex.catgem.channel.chat.ChatViews;

/** Answers that wait for news, for pages whose network lets no socket through. */
@ApplicationScoped
public class ChatPolls {

    private static final long WAIT_SECONDS = 20;

    @Inject
    ChatViews views;

    @Inject
    ChatListeners listeners;

    @Resource
    ManagedExecutorService executor;

    void answer(ChatToken token, int after, String mark, AsyncResponse answer) {
        ChatView view = views.view(token, after);
        if (isNews(view, mark)) {
            answer.resume(ChatJson.view(view));
            return;
        }
        Poll poll = new Poll(token, after, view, answer);
        listeners.add(view.contact(), poll);
        answer.setTimeoutHandler(late -> poll.finish());
        answer.setTimeout(WAIT_SECONDS, TimeUnit.SECONDS);
        // What happened between reading and listening.
        if (isNews(views.view(token, after), mark)) {
            poll.changed();
        }
    }

    private static boolean isNews(ChatView view, String mark) {
        return !view.messages().isEmpty() || !ChatJson.mark(view).equals(mark);
    }

    private final class Poll implements ChatListener {
        private final ChatToken token;
        private final int after;
        private final ChatView before;
        private final AsyncResponse answer;
        private final AtomicBoolean finished = new AtomicBoolean();

        Poll(ChatToken token, int after, ChatView before, AsyncResponse answer) {
            this.token = token;
            this.after = after;
            this.before = before;
            this.answer = answer;
        }

        @Override
        public void changed() {
            finish();
        }

        @Override
        public void advisorIsTyping() {
            if (leave()) {
                executor.execute(() -> answer.resume(ChatJson.sign("typing")));
            }
        }

        private void finish() {
            if (leave()) {
                executor.execute(() -> {
                    try {
                        answer.resume(ChatJson.view(views.view(token, after)));
                    } catch (RuntimeException e) {
                        answer.resume(e);
                    }
                });
            }
        }

        private boolean leave() {
            listeners.remove(before.contact(), this);
            return finished.compareAndSet(false, true);
        }
    }
}
