package mx.gob.edomex.catgem.web.knowledge;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import mx.gob.edomex.catgem.knowledge.SupportingDocuments;

/** A supporting document, for reading beside the text it supports. */
@WebServlet("/knowledge/document")
public class DocumentServlet extends HttpServlet {
    @Inject
    transient SupportingDocuments documents;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<SupportingDocuments.Content> found =
                Download.id(request.getParameter("id")).flatMap(documents::file);
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        SupportingDocuments.Content file = found.get();
        Download.head(response, file.name(), file.mediaType(), file.bytes().length);
        response.getOutputStream().write(file.bytes());
    }
}
