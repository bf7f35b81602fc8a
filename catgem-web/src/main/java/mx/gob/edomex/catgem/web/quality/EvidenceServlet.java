package mx.gob.edomex.catgem.web.quality;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HexFormat;
import mx.gob.edomex.catgem.audit.AuditEvidence;
import mx.gob.edomex.catgem.audit.AuditId;
import mx.gob.edomex.catgem.audit.AuditSampleNotDrawn;
import mx.gob.edomex.catgem.audit.AuditUnknown;
import mx.gob.edomex.catgem.channel.ContactUnknown;
import mx.gob.edomex.catgem.evidence.log.BundleTooLarge;
import mx.gob.edomex.catgem.evidence.log.NothingSealed;
import mx.gob.edomex.catgem.quality.proof.EvidenceFile;
import mx.gob.edomex.catgem.quality.proof.EvidenceFiles;
import mx.gob.edomex.catgem.quality.proof.OwnEvidence;
import mx.gob.edomex.catgem.shared.Folio;

/**
 * {@code ?folio=…}, {@code ?day=yyyy-mm-dd} or {@code ?audit=ID} (its sample): the evidence bundle; {@code &held=SIZE}
 * has it lead to a checkpoint that the reader holds. Every one taken is on record.
 */
@WebServlet("/evidence/bundle")
public class EvidenceServlet extends HttpServlet {

    @Inject
    transient EvidenceFiles files;

    @Inject
    transient AuditEvidence audits;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (EvidenceFile file = file(request)) {
            response.setContentType("application/zip");
            response.setContentLengthLong(file.bytes());
            response.setHeader("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Content-Type-Options", "nosniff");
            String digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(file.sha256()));
            response.setHeader("Repr-Digest", "sha-256=:" + digest + ":");
            file.copyTo(response.getOutputStream());
        } catch (IllegalArgumentException | DateTimeParseException e) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } catch (ContactUnknown | AuditUnknown | AuditSampleNotDrawn | NothingSealed e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (OwnEvidence e) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } catch (BundleTooLarge e) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }
    }

    private EvidenceFile file(HttpServletRequest request) {
        String held = request.getParameter("held");
        Long size = held == null || held.isBlank() ? null : Long.valueOf(held.strip());
        String audit = request.getParameter("audit");
        if (audit != null) {
            return audits.ofSample(AuditId.of(audit), size);
        }
        String day = request.getParameter("day");
        return day == null
                ? files.ofFolio(Folio.parse(request.getParameter("folio")), size)
                : files.ofDay(LocalDate.parse(day), size);
    }
}
