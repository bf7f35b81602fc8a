package mx.gob.edomex.catgem.web.callmenu;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import mx.gob.edomex.catgem.export.ExportFile;
import mx.gob.edomex.catgem.export.ExportFormat;
import mx.gob.edomex.catgem.report.DropOffExport;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.web.shell.PageLanguage;

/** The report of the page's address as a file; every file is on record. */
@WebServlet("/callmenu/dropoffs")
public class DropOffsExportServlet extends HttpServlet {

    @Inject
    transient DropOffsView chosen;

    @Inject
    transient DropOffExport export;

    @Inject
    transient PageLanguage language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ExportFormat format = "XLSX".equals(request.getParameter("format")) ? ExportFormat.XLSX : ExportFormat.CSV;
        try (ExportFile file = export.write(
                chosen.getVersion(), chosen.getFrom(), chosen.getTo(), format, Language.of(language.getLocale()))) {
            response.setContentType(format.mediaType());
            response.setContentLengthLong(file.bytes());
            response.setHeader("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
            response.setHeader("Cache-Control", "no-store");
            file.copyTo(response.getOutputStream());
        }
    }
}
