package mx.gob.edomex.catgem.quality.proof;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import mx.gob.edomex.catgem.channel.ControlBodyPost;
import mx.gob.edomex.catgem.evidence.log.LogStanding;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * Sends the newest checkpoint to the control body once a day: what others keep in their mailbox no owner of this
 * database can take back. The address is the setting {@value #ADDRESS}; without one nothing is sent.
 */
@Stateless
@PermitAll
public class CheckpointMail {

    static final String ADDRESS = "evidence.control-body";

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    LogStanding standing;

    @Inject
    ControlBodyPost post;

    @Inject
    Installation installation;

    @Inject
    Clock clock;

    /** @return false when it was sent today, or there is nothing to send or nobody to send it to */
    public boolean send() {
        LocalDate today = LocalDay.of(clock.instant(), installation.timeZone()).date();
        Optional<String> address = Sql.on(entities, "select value from setting where name = :name")
                .set("name", ADDRESS)
                .first(row -> row.text("value"))
                .filter(value -> !value.isBlank());
        Optional<LogStanding.Sendable> sendable = address.flatMap(found -> standing.toSend(today));
        sendable.ifPresent(checkpoint -> {
            standing.sent(today, checkpoint.size(), address.get());
            post.checkpoint(
                    address.get(),
                    Map.of(
                            "day", today.toString(),
                            "size", Long.toString(checkpoint.size()),
                            "checkpoint", checkpoint.checkpoint(),
                            "key", checkpoint.key()));
        });
        return sendable.isPresent();
    }
}
