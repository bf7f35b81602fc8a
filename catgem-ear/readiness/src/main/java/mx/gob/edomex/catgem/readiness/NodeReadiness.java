package mx.gob.edomex.catgem.readiness;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * A node without one of its vitals asks to be taken out of the rotation. WildFly finds the checks of an EAR only in its
 * lib folder, from where the modules cannot be seen; so they are asked through the management bean they register.
 */
@Readiness
@ApplicationScoped
public class NodeReadiness implements HealthCheck {
    /** The name under which the domain module registers its vitals. */
    private static final String VITALS = "mx.gob.edomex.catgem:type=Vitals";

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("catgem");
        try {
            Map<?, ?> states = (Map<?, ?>)
                    ManagementFactory.getPlatformMBeanServer().getAttribute(new ObjectName(VITALS), "States");
            states.forEach((name, state) -> response.withData(name.toString(), state.toString()));
            return response.status(states.values().stream().noneMatch("DOWN"::equals))
                    .build();
        } catch (JMException e) {
            return response.down().withData("vitals", "not registered").build();
        }
    }
}
