package mx.gob.edomex.catgem.web.knowledge;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.contact.ToldContacts;
import mx.gob.edomex.catgem.export.ExportFile;
import mx.gob.edomex.catgem.export.ExportFormat;
import mx.gob.edomex.catgem.web.desk.DeskRequest;

/** Who was told a version, as a file; the taking is on record. */
@WebServlet("/knowledge/told")
public class ToldServlet extends HttpServlet {
    @Inject
    transient ToldContacts told;

    @Inject
    transient DeskRequest asked;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<UUID> version = Download.id(request.getParameter("version"));
        if (version.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        ExportFormat format = Stream.of(ExportFormat.values())
                .filter(one -> one.extension().equals(request.getParameter("format")))
                .findFirst()
                .orElse(ExportFormat.CSV);
        try (ExportFile file = told.export(version.get(), format, asked.reader())) {
            Download.head(response, file.name(), format.mediaType(), file.bytes());
            file.copyTo(response.getOutputStream());
        }
    }
}
