package mx.gob.edomex.catgem.web.desk;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import mx.gob.edomex.catgem.channel.MailMarkup;
import mx.gob.edomex.catgem.contact.DeskMails;

/**
 * A mail with its remote images, as a document of its own for a frame of the desk: a sandbox without scripts, forms,
 * origin or referrer, in which nothing but pictures loads. The desk's own page never loads any.
 */
@WebServlet("/desk/mail")
public class RemoteImagesServlet extends HttpServlet {
    static final String POLICY = "sandbox; default-src 'none'; img-src https: http:; style-src 'unsafe-inline'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private static final String PAGE =
            "<!DOCTYPE html><html><head><meta charset=\"UTF-8\"><title>mail</title><style>body{margin:.75rem;"
                    + "background:#fff;color:#211c1d;font:14px/1.45 system-ui,sans-serif;overflow-wrap:anywhere}"
                    + "img{max-width:100%;height:auto}</style></head><body><main>";

    @Inject
    transient DeskMails mails;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> html =
                AttachmentServlet.id(request.getParameter("message")).flatMap(mails::withImages);
        if (html.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().print(PAGE + loading(html.get()) + "</main></body></html>");
    }

    /** In cleaned HTML a quotation mark is written so only where an attribute begins or ends. */
    static String loading(String html) {
        return html.replace(" " + MailMarkup.REMOTE_IMAGE + "=\"", " src=\"");
    }
}
