package mx.gob.edomex.catgem.jms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import mx.gob.edomex.catgem.contact.Dispatch;
import mx.gob.edomex.catgem.shared.Leases;
import mx.gob.edomex.catgem.shared.Vital;

/** Some node of the centre matches; without a matcher contacts wait however many advisors are free. */
@ApplicationScoped
public class MatcherVital implements Vital {

    @Inject
    Leases leases;

    @Override
    public String name() {
        return "matcher";
    }

    @Override
    public boolean works() {
        return leases.isAnyoneHolding(Dispatch.LEASE);
    }
}
