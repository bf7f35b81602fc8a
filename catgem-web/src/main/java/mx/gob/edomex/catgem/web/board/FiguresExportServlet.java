package mx.gob.edomex.catgem.web.board;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import mx.gob.edomex.catgem.export.ExportFile;
import mx.gob.edomex.catgem.export.ExportFormat;
import mx.gob.edomex.catgem.report.Cut;
import mx.gob.edomex.catgem.report.FigureExports;
import mx.gob.edomex.catgem.report.Figures;
import mx.gob.edomex.catgem.report.Grouping;
import mx.gob.edomex.catgem.report.ShiftReports;
import mx.gob.edomex.catgem.report.ShiftReports.Which;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.web.shell.PageLanguage;

/**
 * The table of figures of the page's address as a file, or with {@code ?shift=CURRENT} or {@code BEFORE} the report of
 * that shift on paper; every file is on record.
 */
@WebServlet("/figures/export")
public class FiguresExportServlet extends HttpServlet {

    @Inject
    transient FigureChoice chosen;

    @Inject
    transient Figures figures;

    @Inject
    transient FigureExports exports;

    @Inject
    transient ShiftReports shifts;

    @Inject
    transient PageLanguage language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String shift = request.getParameter("shift");
        if (shift != null) {
            Which which = shift.equals(Which.BEFORE.name()) ? Which.BEFORE : Which.CURRENT;
            send(shifts.write(which, Language.of(language.getLocale())), response);
            return;
        }
        ExportFormat format = "XLSX".equals(request.getParameter("format")) ? ExportFormat.XLSX : ExportFormat.CSV;
        Cut cut = chosen.getCut();
        boolean people = chosen.getGrouping() == Grouping.ADVISOR || cut.advisor() != null;
        if (people && !figures.maySeePeople()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        send(
                exports.write(chosen.getWindow(), cut, chosen.getGrouping(), format, Language.of(language.getLocale())),
                response);
    }

    private static void send(ExportFile made, HttpServletResponse response) throws IOException {
        try (ExportFile file = made) {
            response.setContentType(file.format().mediaType());
            response.setContentLengthLong(file.bytes());
            response.setHeader("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
            response.setHeader("Cache-Control", "no-store");
            file.copyTo(response.getOutputStream());
        }
    }
}
