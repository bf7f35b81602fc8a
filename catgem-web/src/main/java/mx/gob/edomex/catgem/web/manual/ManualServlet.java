package mx.gob.edomex.catgem.web.manual;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import mx.gob.edomex.catgem.manual.ManualSheets;
import mx.gob.edomex.catgem.manual.VersionUnknown;

/** {@code ?version=…}: a version of a procedure to be printed; without it, the whole manual in force. */
@WebServlet("/procedures/manual")
public class ManualServlet extends HttpServlet {

    @Inject
    transient ManualSheets sheets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = request.getParameter("version");
        byte[] pdf;
        try {
            pdf = id == null ? sheets.ofAll() : sheets.ofVersion(UUID.fromString(id));
        } catch (IllegalArgumentException | VersionUnknown e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("application/pdf");
        response.setContentLength(pdf.length);
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + (id == null ? "manual-de-procedimientos" : "procedimiento") + ".pdf\"");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(pdf);
    }
}
