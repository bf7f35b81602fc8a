package mx.gob.edomex.catgem.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Pages on which nothing happens. */
class IdleSocketIT extends BrowserTest {

    /** Two beats of twenty seconds, and some room. */
    private static final Page.WaitForConditionOptions PATIENCE = new Page.WaitForConditionOptions().setTimeout(120_000);

    private static final int BEATS = 2;

    /** What a page has said on how many sockets. */
    private record Heard(AtomicInteger sockets, AtomicInteger answers) {
        static Heard on(Page page) {
            Heard heard = new Heard(new AtomicInteger(), new AtomicInteger());
            page.onWebSocket(socket -> {
                heard.sockets.incrementAndGet();
                socket.onFrameSent(frame -> heard.answers.incrementAndGet());
            });
            return heard;
        }
    }

    @Test
    void aSocketWithoutTrafficIsKeptByABeatThatThePageAnswers() {
        Heard desk = Heard.on(page);
        signIn(page, "asesora38");
        page.waitForSelector("html[data-socket=open]");
        try (BrowserContext other = newSession()) {
            Page information = other.newPage();
            Heard office = Heard.on(information);
            signIn(information, "informacion1");
            information.navigate(RunningCentre.address("information.xhtml").toString());
            page.waitForCondition(() -> desk.answers.get() >= BEATS && office.answers.get() >= BEATS, PATIENCE);
            assertThat(desk.sockets).hasValue(1);
            assertThat(office.sockets.get()).isBetween(1, 2); // the sign-in may lead there already
        }
    }
}
