package mx.gob.edomex.catgem.web.shell;

import jakarta.servlet.http.HttpServletRequest;

/** What a page was asked for or sent. */
public final class Parameters {

    private Parameters() {}

    /** Without blanks around it; empty when it was not sent. */
    public static String text(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }
}
