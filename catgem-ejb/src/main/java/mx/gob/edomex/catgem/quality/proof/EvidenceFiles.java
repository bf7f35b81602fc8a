package mx.gob.edomex.catgem.quality.proof;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import mx.gob.edomex.catgem.evidence.log.Bundles;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Folio;

/** Evidence bundles for those who audit; that one was taken is on record before its first byte leaves. */
@Stateless
@RolesAllowed({Roles.AUDITOR, Roles.SUPERVISOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EvidenceFiles {

    private static final Duration PATIENCE = Duration.ofMillis(4_500);
    private static final Duration LOOK = Duration.ofMillis(200);

    @Inject
    EvidenceWriting writing;

    @Inject
    Bundles bundles;

    /**
     * Waits some seconds, without a transaction, until the newest rows are sealed too; what is not by then is left out,
     * and the paper says so.
     *
     * @param held size of a checkpoint that the asker holds, or null
     * @throws OwnEvidence when the caller attended it
     */
    public EvidenceFile ofFolio(Folio folio, Long held) {
        UUID contact = writing.contact(folio);
        awaitSeal(List.of(contact));
        return writing.folio(folio, contact, held);
    }

    /**
     * The folios that an audit drew with the record of the draw; waits as {@link #ofFolio}. A paper of each is in it, so
     * that many take as many moments.
     *
     * @throws OwnEvidence when the caller attended one of them
     */
    public EvidenceFile ofSample(DrawnSample sample, Long held) {
        writing.requireOthers(sample.contacts());
        awaitSeal(sample.contacts());
        return writing.sample(sample, held);
    }

    private void awaitSeal(List<UUID> contacts) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!contacts.stream().allMatch(bundles::isSealed) && System.nanoTime() < until) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** All records of a local day, without a gap. */
    public EvidenceFile ofDay(LocalDate day, Long held) {
        return writing.day(day, held);
    }
}
