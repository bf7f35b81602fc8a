package mx.gob.edomex.catgem.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;

/** The login page: what went wrong, and in a try-out which accounts exist. */
@Named
@RequestScoped
public class LoginView {
    /** One account to try each role with. */
    public record Account(String username, String role) {}

    private static final List<Account> TRYOUT_ACCOUNTS = List.of(
            new Account("asesora01", "advisor"),
            new Account("coordinadora1", "coordinator"),
            new Account("supervisora", "supervisor"),
            new Account("auditora", "auditor"),
            new Account("informacion1", "information"),
            new Account("direccion", "direction"),
            new Account("soporte", "support"));

    @Inject
    @ManagedProperty("#{param}")
    Map<String, String> parameters;

    @Inject
    Person person;

    @Inject
    HttpServletRequest request;

    public boolean isFailed() {
        return parameters.containsKey("failed");
    }

    /** The password of the try-out was given to a production centre. */
    public boolean isDemo() {
        return parameters.containsKey("demo");
    }

    /** The session was ended because the account changed. */
    public boolean isEnded() {
        return parameters.containsKey("ended");
    }

    /**
     * The person has just logged out. What the page asked for at that very moment may lead here without the word in the
     * address, so the browser is asked too.
     */
    public boolean isOut() {
        return parameters.containsKey("out")
                || (!isFailed()
                        && !isEnded()
                        && !isAway()
                        && Cookies.read(request, Cookies.OUT).isPresent());
    }

    /** Nobody can be signed in now, and nothing is wrong with the password. */
    public boolean isAway() {
        return parameters.containsKey("away");
    }

    /** The browser came with a session that is over, and nothing else tells why they are here. */
    public boolean isExpired() {
        if (isFailed() || isDemo() || isEnded() || isOut() || isAway() || getWait() > 0) {
            return false;
        }
        // A page may have asked with it before, and was given a new one.
        return parameters.containsKey("expired")
                || (request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid());
    }

    /** Seconds until a password is looked at again, 0 when at once; the same whether the account exists or not. */
    public long getWait() {
        if (request.getAttribute(SignInGate.WAIT) instanceof Long seconds) {
            return seconds;
        }
        String told = parameters.getOrDefault("wait", "");
        return told.matches("\\d{1,4}") ? Long.parseLong(told) : 0;
    }

    public long getWaitMinutes() {
        return (getWait() + 59) / 60;
    }

    public List<Account> getTryoutAccounts() {
        return TRYOUT_ACCOUNTS;
    }

    /** Whoever is logged in already has nothing to do here. A monitor is told by the status what a person reads. */
    public String begin() {
        if (isAway()) {
            ExternalContext answer = FacesContext.getCurrentInstance().getExternalContext();
            answer.setResponseStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            answer.setResponseHeader("Retry-After", OutageFilter.RETRY_SECONDS);
        }
        return person.isKnown() ? "/index.xhtml?faces-redirect=true" : null;
    }
}
