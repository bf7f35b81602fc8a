package mx.gob.edomex.catgem.jms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import mx.gob.edomex.catgem.contact.Dispatch;
import mx.gob.edomex.catgem.shared.Leases;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while some node of the centre matches; without a matcher contacts wait however many advisors are free. */
@Readiness
@ApplicationScoped
public class MatcherReadiness implements HealthCheck {

    @Inject
    Leases leases;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("matcher")
                .status(leases.isAnyoneHolding(Dispatch.LEASE))
                .build();
    }
}
