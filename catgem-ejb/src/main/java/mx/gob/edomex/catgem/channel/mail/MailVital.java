package mx.gob.edomex.catgem.channel.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import mx.gob.edomex.catgem.shared.Vital;

/** The mail server as this node last saw it. Phone and chat go on without it, so no node is given up for it. */
@ApplicationScoped
public class MailVital implements Vital {

    private static final Duration TOLERATED = Duration.ofMinutes(5);

    @Inject
    MailWatch watch;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "mailbox";
    }

    /** Also true where mail is switched off and on nodes that leave the mailbox to another. */
    @Override
    public boolean works() {
        return watch.missingSince(MailWatch.Side.MAILBOX)
                .map(since -> since.plus(TOLERATED).isAfter(clock.instant()))
                .orElse(true);
    }

    @Override
    public boolean isEssential() {
        return false;
    }
}
