package mx.gob.edomex.catgem.manual;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mx.gob.edomex.catgem.evidence.AuditorLooks;
import mx.gob.edomex.catgem.export.Watermark;
import mx.gob.edomex.catgem.manual.ManualPaper.Printed;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Installation;

/**
 * The manual as a file to be printed: one version, or all that are in force. An auditor's copy is on record and carries the
 * auditor's name.
 */
@Stateless
@RolesAllowed({Roles.INFORMATION, Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR})
public class ManualSheets {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    ProcedureManual manual;

    @Inject
    AuditorLooks looks;

    @Inject
    CurrentStaff staff;

    @Inject
    Installation installation;

    @Inject
    Clock clock;

    /** @throws VersionUnknown when there is no such version */
    public byte[] ofVersion(UUID id) {
        looks.at("MANUAL_PRINTED", Map.of("version", id.toString()));
        return paper().print(List.of(printed(manual.one(id))));
    }

    /** Every procedure in force, with a cover. */
    public byte[] ofAll() {
        looks.at("MANUAL_PRINTED", Map.of("version", "ALL"));
        return paper().print(manual.all().stream()
                .filter(version -> version.state() == VersionState.IN_FORCE)
                .map(this::printed)
                .toList());
    }

    private ManualPaper paper() {
        Instant now = clock.instant();
        ZoneId zone = installation.timeZone();
        String mark = staff.has(Roles.AUDITOR)
                ? Watermark.of(entities, staff.username(), now, zone).text()
                : "";
        return new ManualPaper(installation.mode(), zone, now, mark);
    }

    private Printed printed(VersionCard version) {
        return new Printed(
                version,
                manual.text(version),
                manual.hash(version),
                manual.of(version.procedure()).stream()
                        .filter(one -> one.number() <= version.number()
                                && (one.inForceFrom() != null || one.id().equals(version.id())))
                        .toList());
    }
}
