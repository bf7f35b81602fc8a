package mx.gob.edomex.catgem.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import mx.gob.edomex.catgem.quality.proof.EvidenceFile;
import mx.gob.edomex.catgem.quality.proof.EvidenceFiles;
import mx.gob.edomex.catgem.security.Roles;

/** The evidence of all that an audit drew, as one bundle: whoever trusts neither the centre nor the auditor checks it. */
@Stateless
@RolesAllowed({Roles.AUDITOR, Roles.SUPERVISOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditEvidence {

    @Inject
    AuditQueries queries;

    @Inject
    EvidenceFiles files;

    /**
     * Waits some seconds until the newest records are sealed, and takes about as long as that many folios one by one.
     *
     * @param held size of a checkpoint that the asker holds, or null
     * @throws AuditUnknown when there is none
     * @throws AuditSampleNotDrawn when nothing is drawn
     * @throws mx.gob.edomex.catgem.quality.proof.OwnEvidence when the caller attended one of the folios
     */
    public EvidenceFile ofSample(AuditId id, Long held) {
        return files.ofSample(queries.drawn(id), held);
    }
}
