package mx.gob.edomex.catgem.evidence.log;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * The key that signs checkpoints and bundles: 32 random bytes in base64 in the file named by {@value #FILE} (system
 * property or environment), outside database and repository. Another content of the file is another key: what the old
 * one signed stays valid, and the change is on record in the log itself.
 */
@Stateless
@PermitAll
public class LogKeys {

    public static final String FILE = "CATGEM_LOG_KEY_FILE";

    private static final System.Logger LOG = System.getLogger(LogKeys.class.getName());

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Installation installation;

    @Inject
    EventLedger ledger;

    @Inject
    Clock clock;

    String file = System.getProperty(FILE, System.getenv(FILE));

    /** First line of every checkpoint, and name of the keys: whose log it is, and whether of a try-out. */
    public String origin() {
        return "catgem.edomex.gob.mx/" + installation.mode() + "/" + installation.centreId();
    }

    /** @throws IllegalStateException when no key file is configured or it does not hold 32 bytes */
    public SigningKey signer() {
        if (file == null) {
            throw new IllegalStateException(FILE + " does not name the file of the key that signs the log");
        }
        try {
            byte[] seed =
                    Base64.getDecoder().decode(Files.readString(Path.of(file)).strip());
            return new SigningKey(origin(), VerifierKey.LOG, seed);
        } catch (IOException e) {
            throw new UncheckedIOException("the file of the key that signs the log cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("the key that signs the log must have 32 bytes in base64", e);
        }
    }

    /** Whether there is a key to sign with; what is wrong with it is in the log. */
    public boolean canSign() {
        try {
            signer();
            return true;
        } catch (IllegalStateException | UncheckedIOException e) {
            LOG.log(System.Logger.Level.WARNING, "the log cannot be signed: " + e.getMessage());
            return false;
        }
    }

    /** Publishes a key before it signs; does nothing when it is known. */
    public void publish(VerifierKey key) {
        int added = Sql.on(
                        entities,
                        """
                        insert into log_key (verifier, algorithm, first_used) values (:verifier, :algorithm, :now)
                        on conflict do nothing
                        """)
                .set("verifier", key.toString())
                .set("algorithm", (int) key.algorithm())
                .set("now", clock.instant())
                .update();
        if (added > 0) {
            ledger.system(
                    "LOG_KEY",
                    Actor.SYSTEM,
                    clock.instant(),
                    key.algorithm() == VerifierKey.LOG ? "SIGNER" : "WITNESS",
                    Map.of("key", key.idText()));
        }
    }

    /** All that were ever published, oldest first. */
    public List<VerifierKey> published() {
        return Sql.on(entities, "select verifier from log_key order by first_used, verifier")
                .list(row -> VerifierKey.parse(row.text("verifier")));
    }
}
