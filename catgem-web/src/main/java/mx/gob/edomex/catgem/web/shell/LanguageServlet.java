package mx.gob.edomex.catgem.web.shell;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Remembers the chosen language and returns to the page it was chosen on. */
@WebServlet("/language")
public class LanguageServlet extends HttpServlet {

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String choice = request.getParameter("to");
        if (choice != null && PageLanguage.SUPPORTED.contains(choice)) {
            response.addCookie(Cookies.remember(request, Cookies.LANGUAGE, choice));
        }
        response.sendRedirect(request.getContextPath() + localPage(request.getParameter("back")));
    }

    /** Only a page of this application, so that the link cannot be used to send somebody elsewhere. */
    static String localPage(String back) {
        return back != null
                        && back.matches("/[A-Za-z0-9/_-]*(\\.xhtml)?(\\?[A-Za-z0-9=&_.-]*)?")
                        && !back.contains("//")
                ? back
                : "/index.xhtml";
    }
}
