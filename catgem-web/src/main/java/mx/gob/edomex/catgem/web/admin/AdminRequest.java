package mx.gob.edomex.catgem.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.web.shell.Parameters;

/** What a page of the administration was asked for or sent. */
@Named
@RequestScoped
public class AdminRequest {

    /** In the order in which they are offered. */
    static final List<String> ROLES = List.of(
            "advisor", "coordinator", "information", "supervisor", "auditor", "direction", "support", "integration");

    @Inject
    HttpServletRequest request;

    /** Empty when it was not sent. */
    public String text(String name) {
        return Parameters.text(request, name);
    }

    Set<String> codes(String name) {
        String[] values = request.getParameterValues(name);
        return values == null
                ? Set.of()
                : Arrays.stream(values)
                        .filter(value -> value.matches("[A-Za-z_]{2,60}"))
                        .collect(Collectors.toSet());
    }

    public boolean isSupervisor() {
        return request.isUserInRole("supervisor");
    }

    String me() {
        return request.getRemoteUser();
    }
}
