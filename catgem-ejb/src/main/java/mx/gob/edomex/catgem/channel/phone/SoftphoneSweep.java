package mx.gob.edomex.catgem.channel.phone;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import mx.gob.edomex.catgem.shared.Beat;
import mx.gob.edomex.catgem.shared.Rounds;

/**
 * Every few seconds, on every node: accounts of browsers that are gone end, and the exchange forgets those that are over.
 * While it is away they stay on record.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SoftphoneSweep {

    PbxSettings settings = PbxSettings.fromEnvironment();

    @Inject
    Beat beat;

    @Inject
    Softphones softphones;

    private Rounds rounds;

    @PostConstruct
    void begin() {
        if (settings.hasSoftphones()) {
            rounds = new Rounds(SoftphoneSweep.class, "accounts of browsers that are over stay at the exchange");
            beat.every(Duration.ofSeconds(5), this::sweep);
        } else {
            softphones.chooseDesksForAll();
        }
    }

    void sweep() {
        rounds.run(this::round);
    }

    private void round() {
        rounds.attempt(softphones::endForgotten);
        rounds.attempt(this::takeBack);
    }

    /** An exchange that is away is asked once a round, and not for each account in turn. */
    private void takeBack() {
        AriExchange exchange = new AriExchange(settings);
        try {
            for (String name : softphones.over()) {
                boolean gone = exchange.uninstall(name);
                rounds.attempt(() -> forget(name, gone));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the exchange is not reached", e);
        }
    }

    private void forget(String name, boolean gone) {
        if (!gone) {
            throw new IllegalStateException("the exchange keeps an account");
        }
        softphones.forget(name);
    }
}
