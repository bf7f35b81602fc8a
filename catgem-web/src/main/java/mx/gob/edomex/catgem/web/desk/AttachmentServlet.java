package mx.gob.edomex.catgem.web.desk;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.Attachments;
import mx.gob.edomex.catgem.channel.FilePolicy;
import mx.gob.edomex.catgem.channel.FileTooLarge;
import mx.gob.edomex.catgem.contact.DeskFiles;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Violation;

/**
 * Hands out a citizen's file only as a download, in a sandbox: nothing a stranger sent runs in a page of ours. Takes
 * the files of an answer; the header cannot be set from another site, so only the desk can speak for its advisor.
 */
@WebServlet("/desk/attachment")
public class AttachmentServlet extends HttpServlet {
    private static final int REFUSED = 422;

    @Inject
    transient DeskFiles files;

    @Inject
    transient RefusalWords refusals;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Attachments.Content> found = id(request.getParameter("id")).flatMap(files::file);
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Attachments.Content file = found.get();
        response.setContentType(file.mediaType());
        response.setContentLength(file.bytes().length);
        response.setHeader("Content-Disposition", disposition(file.name()));
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(file.bytes());
    }

    /** The body is the file itself; its declared length is looked at before a byte is read. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        change(request, response, (contact, file) -> {
            if (request.getContentLengthLong() > FilePolicy.MAX_BYTES) {
                throw new FileTooLarge();
            }
            byte[] content = request.getInputStream().readNBytes(FilePolicy.MAX_BYTES + 1);
            files.attach(contact, file, request.getParameter("name"), content);
        });
    }

    /** Takes a file out of the answer again. */
    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) throws IOException {
        change(request, response, files::remove);
    }

    private interface Change {
        void make(ContactId contact, UUID file) throws IOException;
    }

    private void change(HttpServletRequest request, HttpServletResponse response, Change change) throws IOException {
        Optional<UUID> contact = id(request.getParameter("contact"));
        Optional<UUID> file = id(request.getParameter("id"));
        if (!"desk".equals(request.getHeader("X-Requested-With")) || contact.isEmpty() || file.isEmpty()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        try {
            change.make(new ContactId(contact.get()), file.get());
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } catch (Violation violation) {
            response.setStatus(REFUSED);
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().print(refusals.of(violation));
        }
    }

    static Optional<UUID> id(String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The name travels encoded (RFC 6266), so no character of it can end the header. */
    static String disposition(String name) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename*=UTF-8''" + encoded;
    }
}
