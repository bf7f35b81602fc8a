package mx.gob.edomex.catgem.web.knowledge;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import mx.gob.edomex.catgem.knowledge.DaySheets;

/** A signed sheet of the work log, byte for byte as it was signed. */
@WebServlet("/knowledge/sheet")
public class SheetServlet extends HttpServlet {
    @Inject
    transient DaySheets sheets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = request.getParameter("id");
        Optional<byte[]> found = Download.id(id).flatMap(sheets::file);
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Download.head(response, "bitacora-" + id + ".pdf", "application/pdf", found.get().length);
        response.getOutputStream().write(found.get());
    }
}
