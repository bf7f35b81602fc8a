package mx.gob.edomex.catgem.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import mx.gob.edomex.catgem.export.Watermark;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Sha256;

/** The minutes as a PDF; that they were taken is on record, with their hash, before they leave. */
@Stateless
@RolesAllowed({Roles.SUPERVISOR, Roles.DIRECTION, Roles.AUDITOR})
public class ReviewPapers {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    CurrentStaff staff;

    @Inject
    ReviewRows rows;

    @Inject
    ReviewQueries queries;

    @Inject
    Installation installation;

    /** @param name of the file */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    public record Paper(String name, byte[] content) {}

    /** @throws ReviewUnknown when there is none */
    public Paper of(ReviewId id) {
        ReviewCard card = queries.card(id);
        Instant now = rows.now();
        ZoneId zone = installation.timeZone();
        String mark = staff.has(Roles.AUDITOR)
                ? Watermark.of(entities, rows.me(), now, zone).text()
                : "";
        byte[] content = new ReviewPaper(card, installation.mode(), zone, rows.me(), now, mark).content();
        rows.record(
                id,
                "EXPORTED",
                Map.of(
                        "export", "REVIEW_MINUTES",
                        "format", "PDF",
                        "sha256", HexFormat.of().formatHex(Sha256.of(content))));
        return new Paper("catgem-" + card.number().toLowerCase(Locale.ROOT) + ".pdf", content);
    }
}
