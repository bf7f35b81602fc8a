package mx.gob.edomex.catgem.security;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;

/** Who is calling. */
@Stateless
@PermitAll
public class CurrentStaff {

    @Resource
    private SessionContext context;

    /** User name of the caller; "anonymous" for a citizen. */
    public String username() {
        return context.getCallerPrincipal().getName();
    }

    public boolean has(String role) {
        return context.isCallerInRole(role);
    }
}
