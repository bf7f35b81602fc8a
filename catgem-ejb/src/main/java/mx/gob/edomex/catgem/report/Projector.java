package mx.gob.edomex.catgem.report;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;

/** Every second, on every node: the read model follows the ledger. The row of its position lets one node in at a time. */
@Singleton
@Startup
@DependsOn("Migrations")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Projector {

    private static final System.Logger LOG = System.getLogger(Projector.class.getName());

    @Inject
    ReadModel readModel;

    private final AtomicBoolean running = new AtomicBoolean();

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void follow() {
        if (!running.compareAndSet(false, true)) {
            return;
        }
        try {
            readModel.catchUp();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "the figures did not follow the ledger and try again in a second", e);
        } finally {
            running.set(false);
        }
    }
}
