package mx.gob.edomex.catgem.web.chat;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import mx.gob.edomex.catgem.channel.chat.ChatOrigins;

/**
 * Serves the chat's page with its own policy: nothing inline, nothing from elsewhere, and framed only by ourselves and
 * the pages on the list.
 */
@WebServlet(
        urlPatterns = {"/chat", "/chat/", "/chat/index.html"},
        asyncSupported = true)
public class ChatPage extends HttpServlet {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    @Inject
    transient ChatOrigins origins;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if ("/chat".equals(request.getServletPath())) {
            response.sendRedirect(request.getContextPath() + "/chat/");
            return;
        }
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Security-Policy", policy(origins.listed()));
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Referrer-Policy", "no-referrer");
        try (InputStream page = getServletContext().getResourceAsStream("/chat/page.html")) {
            page.transferTo(response.getOutputStream());
        }
    }

    /** Origins come from a column whose check lets nothing pass that could end a directive. */
    static String policy(List<String> framers) {
        return framers.isEmpty() ? POLICY : POLICY + " " + String.join(" ", framers);
    }
}
