package mx.gob.edomex.catgem.web.api;

import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import mx.gob.edomex.catgem.shared.DatabaseVital;
import mx.gob.edomex.catgem.web.shell.AccountFilter;
import mx.gob.edomex.catgem.web.shell.SignInGate;

/**
 * Who may call what. Answers 401 itself, because a program must never be sent to the login page, and refuses changes
 * that another site could make a browser send with the cookie or the password it keeps (cross-site request forgery).
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class ApiGuard implements ContainerRequestFilter {

    static final String CHALLENGE = "Basic realm=\"CATGEM\", charset=\"UTF-8\"";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (resource.getResourceMethod().isAnnotationPresent(PermitAll.class)) {
            return;
        }
        SecurityContext security = request.getSecurityContext();
        if (security.getUserPrincipal() == null) {
            refuseHonestly(request);
            refuseToGuess(request);
            throw Refusal.of(ProblemKind.NOT_AUTHENTICATED, Map.of(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE));
        }
        if (request.getProperty(AccountFilter.MUST_CHANGE) != null) {
            throw Refusal.of(ProblemKind.NOT_ALLOWED);
        }
        if (!SAFE.contains(request.getMethod()) && !isOwnOrigin(request)) {
            throw Refusal.of(ProblemKind.FOREIGN_ORIGIN);
        }
        RolesAllowed allowed = resource.getResourceMethod().getAnnotation(RolesAllowed.class);
        // A method that says nothing is closed, so that forgetting the annotation opens nothing.
        if (allowed == null || Arrays.stream(allowed.value()).noneMatch(security::isUserInRole)) {
            throw Refusal.of(ProblemKind.NOT_ALLOWED);
        }
    }

    /**
     * Accounts are in the database: while it is down the container takes every password for a wrong one, and a program
     * that believed a 401 would stop trying with a good one.
     */
    private static void refuseHonestly(ContainerRequestContext request) {
        if (request.getHeaderString(HttpHeaders.AUTHORIZATION) != null
                && !CDI.current().select(DatabaseVital.class).get().answers()) {
            throw Refusal.of(
                    ProblemKind.UNAVAILABLE, Map.of(HttpHeaders.RETRY_AFTER, Integer.toString(Diagnosis.RETRY_AFTER)));
        }
    }

    /** Too many wrong passwords: this one was not even looked at, right or wrong, known account or not. */
    private static void refuseToGuess(ContainerRequestContext request) {
        if (request.getProperty(SignInGate.WAIT) instanceof Long seconds) {
            throw Refusal.of(ProblemKind.TOO_MANY_REQUESTS, Map.of(HttpHeaders.RETRY_AFTER, Long.toString(seconds)));
        }
    }

    /**
     * A browser says where a request comes from and pages cannot forge it. A request that says nothing comes from a
     * program, which has no cookie of ours and so must bring its own credentials.
     */
    private static boolean isOwnOrigin(ContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            return "same-origin".equals(site);
        }
        String origin = request.getHeaderString("Origin");
        if (origin != null) {
            return origin.equals(ownOrigin(request));
        }
        return request.getHeaderString(HttpHeaders.AUTHORIZATION) != null;
    }

    private static String ownOrigin(ContainerRequestContext request) {
        var base = request.getUriInfo().getBaseUri();
        return base.getScheme() + "://" + base.getAuthority();
    }
}
