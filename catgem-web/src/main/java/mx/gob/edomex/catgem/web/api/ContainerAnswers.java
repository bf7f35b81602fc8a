package mx.gob.edomex.catgem.web.api;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Collections;

/**
 * What the container itself answers to a program (wrong password, account store away) before the interface is reached:
 * it would show the login page or an error page; the program gets the problem document instead.
 */
@WebFilter(
        urlPatterns = {"/login.xhtml", "/errors/*"},
        dispatcherTypes = {DispatcherType.FORWARD, DispatcherType.ERROR})
public class ContainerAnswers extends HttpFilter {

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean isError = request.getDispatcherType() == DispatcherType.ERROR;
        String asked = (String) request.getAttribute(
                isError ? RequestDispatcher.ERROR_REQUEST_URI : RequestDispatcher.FORWARD_REQUEST_URI);
        if (asked == null || !asked.startsWith(request.getContextPath() + "/api/")) {
            chain.doFilter(request, response);
            return;
        }
        answer(request, response, asked, isError ? refusal(request) : Refusal.of(ProblemKind.NOT_AUTHENTICATED));
    }

    private static Refusal refusal(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            return Diagnosis.of(failure);
        }
        Integer status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return Refusal.of(ProblemKind.ofStatus(status == null ? 500 : status));
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, String asked, Refusal refusal)
            throws IOException {
        HttpSession session = request.getSession(false);
        if (session != null && request.getUserPrincipal() == null) {
            session.invalidate(); // made by the container for the login page, with the request kept in it
        }
        ApiTexts texts = ApiTexts.in(Collections.list(request.getLocales()));
        response.resetBuffer();
        response.setStatus(refusal.kind().status());
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Language", texts.languageTag());
        response.setHeader("Cache-Control", "no-store");
        if (refusal.kind() == ProblemKind.NOT_AUTHENTICATED) {
            response.setHeader("WWW-Authenticate", ApiGuard.CHALLENGE);
        }
        refusal.headers().forEach(response::setHeader);
        response.getWriter().print(ProblemDocument.text(refusal, texts, asked));
    }
}
