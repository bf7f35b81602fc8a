package mx.gob.edomex.catgem.web.citizen;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/** Serves the page of the survey's link; the token behind the # never reaches the server in an address. */
@WebServlet({"/public/survey", "/public/survey/"})
public class SurveyPage extends HttpServlet {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if ("/public/survey".equals(request.getServletPath())) {
            response.sendRedirect(request.getContextPath() + "/public/survey/");
            return;
        }
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Referrer-Policy", "no-referrer");
        try (InputStream page = getServletContext().getResourceAsStream("/chat/survey.html")) {
            page.transferTo(response.getOutputStream());
        }
    }
}
