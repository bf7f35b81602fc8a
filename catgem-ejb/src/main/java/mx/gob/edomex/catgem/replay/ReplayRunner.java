package mx.gob.edomex.catgem.replay;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import mx.gob.edomex.catgem.routing.RoutingRules;
import mx.gob.edomex.catgem.routing.RuleBook;
import mx.gob.edomex.catgem.rules.RuleDrafts;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.shared.Sha256;
import mx.gob.edomex.catgem.workforce.SkillBook;

/** Carries replays out, outside of any transaction and of any request. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReplayRunner {

    private static final Logger LOG = Logger.getLogger(ReplayRunner.class.getName());

    @Inject
    ReplayRows rows;

    @Inject
    PastDays days;

    @Inject
    SkillBook skills;

    @Inject
    RuleBook book;

    @Inject
    RuleDrafts drafts;

    @Inject
    Installation installation;

    @Inject
    Clock clock;

    /** Somebody cancelled it. */
    private static final class Cancelled extends RuntimeException {
        Cancelled() {
            super("cancelled", null, false, false);
        }
    }

    @Asynchronous
    public void run(UUID id) {
        carryOut(id);
    }

    void carryOut(UUID id) {
        try {
            replay(rows.find(id).orElseThrow(ReplayUnknown::new));
        } catch (Cancelled e) {
            LOG.fine("a replay was cancelled");
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "replay " + id + " failed", e);
            rows.failed(id);
        }
    }

    private void replay(RuleReplay asked) {
        RoutingRules base = book.version(asked.base()).orElseThrow();
        PastDay day = asked.day() == null ? sample(asked, base) : days.read(asked.day());
        int contacts = Math.max(1, day.contacts().size());
        progress(asked.id(), 10);
        DayReplay replay = new DayReplay(day, base, asked.seed());
        RuleReplay.Result result = new RuleReplay.Result(
                replay.asItWas(),
                replay.under(base, meter(asked.id(), 10, contacts)),
                replay.under(rows.rules(asked.id()), meter(asked.id(), 55, contacts)));
        String text = FiguresJson.write(result);
        if (rows.done(asked.id(), text) && asked.draft() != null) {
            String hash = HexFormat.of().formatHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
            drafts.replayed(asked.draft(), asked.id(), hash);
        }
    }

    private PastDay sample(RuleReplay asked, RoutingRules base) {
        List<String> topics = new ArrayList<>(days.topics());
        LocalDay day = LocalDay.of(clock.instant(), installation.timeZone());
        return new SampleDay(day.date(), installation.timeZone(), skills.profiles(), topics, asked.seed())
                .of(asked.contacts(), base);
    }

    /** From so many percent on, 45 more until all have come. */
    private IntConsumer meter(UUID id, int from, int contacts) {
        int[] last = {from};
        return come -> {
            int percent = from + come * 45 / contacts;
            if (percent > last[0]) {
                last[0] = percent;
                progress(id, Math.min(99, percent));
            }
        };
    }

    private void progress(UUID id, int percent) {
        if (!rows.progressed(id, percent)) {
            throw new Cancelled();
        }
    }
}
