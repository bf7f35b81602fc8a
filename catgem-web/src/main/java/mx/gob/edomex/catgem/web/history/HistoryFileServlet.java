package mx.gob.edomex.catgem.web.history;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import mx.gob.edomex.catgem.export.ExportFile;
import mx.gob.edomex.catgem.export.ExportFormat;
import mx.gob.edomex.catgem.report.HistoryExport;
import mx.gob.edomex.catgem.report.HistoryService;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.web.shell.PageLanguage;

/** The history as CSV or XLSX, and the shipped file as it is. */
@WebServlet({"/history/csv", "/history/xlsx", "/history/example"})
public class HistoryFileServlet extends HttpServlet {

    @Inject
    transient HistoryExport export;

    @Inject
    transient HistoryService history;

    @Inject
    transient PageLanguage language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if (request.getServletPath().endsWith("example")) {
            send(response, "text/csv; charset=UTF-8", "monthly-contacts-2014-2016.csv");
            response.getOutputStream().write(history.example());
            return;
        }
        ExportFormat format = request.getServletPath().endsWith("xlsx") ? ExportFormat.XLSX : ExportFormat.CSV;
        try (ExportFile file = export.write(format, Language.of(language.getLocale()))) {
            send(response, format.mediaType(), file.name());
            response.setContentLengthLong(file.bytes());
            file.copyTo(response.getOutputStream());
        }
    }

    private static void send(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }
}
