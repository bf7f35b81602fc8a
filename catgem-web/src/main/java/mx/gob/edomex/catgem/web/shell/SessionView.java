package mx.gob.edomex.catgem.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import mx.gob.edomex.catgem.contact.HandOverService;

/** Ends the session; an advisor's not in the middle of a contact: the desk asks what becomes of it. */
@Named
@RequestScoped
public class SessionView {
    @Inject
    HttpServletRequest request;

    @Inject
    SessionPass pass;

    @Inject
    Person person;

    @Inject
    HandOverService handOver;

    public String logout() throws ServletException, IOException {
        if (person.isAttending() && !handOver.signOff()) {
            FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .redirect(request.getContextPath() + "/desk.xhtml?leave=yes");
            return null;
        }
        HttpServletResponse response = (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
        pass.end(request, response);
        response.addCookie(Cookies.brief(request, Cookies.OUT));
        request.logout();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        return "/login.xhtml?faces-redirect=true&out=yes";
    }
}
