package mx.gob.edomex.catgem.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import mx.gob.edomex.catgem.administration.OwnPassword;

/** One's own password, changed at will or because a one-time password must be. */
@Named
@RequestScoped
public class PasswordView {

    @Inject
    OwnPassword password;

    @Inject
    SessionWatch sessions;

    @Inject
    HttpServletRequest request;

    @Inject
    Refusals refusals;

    private String current;
    private String chosen;
    private String repeated;
    private String refused;
    private boolean done;

    public boolean isMustChange() {
        return account() != null && account().mustChange();
    }

    public String change() {
        if (chosen == null || !chosen.equals(repeated)) {
            refused = refusals.words("PasswordNotRepeated");
            return null;
        }
        SessionAccount before = current();
        hold(before.changingPassword());
        refused = refusals.of(() -> password.change(current == null ? "" : current, chosen, request.getRemoteAddr()));
        if (refused != null) {
            hold(before);
            return null;
        }
        hold(new SessionAccount(before.username(), before.epoch() + 1, before.epoch() + 1, false));
        return "/password.xhtml?faces-redirect=true&done=true";
    }

    private SessionAccount account() {
        HttpSession session = request.getSession();
        return (SessionAccount) session.getAttribute(SessionAccount.ATTRIBUTE);
    }

    private void hold(SessionAccount account) {
        request.getSession().setAttribute(SessionAccount.ATTRIBUTE, account);
    }

    /** Who comes by Basic has a session only now. */
    private SessionAccount current() {
        return sessions.account(request.getSession(), request.getRemoteUser()).orElseThrow();
    }

    /** A sentence, or null. */
    public String getRefused() {
        return refused;
    }

    /** Never sent back to the page. */
    public String getCurrent() {
        return null;
    }

    public void setCurrent(String current) {
        this.current = current;
    }

    public String getChosen() {
        return null;
    }

    public void setChosen(String chosen) {
        this.chosen = chosen;
    }

    public String getRepeated() {
        return null;
    }

    public void setRepeated(String repeated) {
        this.repeated = repeated;
    }

    public boolean isDone() {
        return done;
    }

    public void setDone(boolean done) {
        this.done = done;
    }
}
