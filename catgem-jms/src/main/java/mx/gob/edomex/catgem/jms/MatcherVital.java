package mx.gob.edomex.catgem.jms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import mx.gob.edomex.catgem.contact.Dispatch;
import mx.gob.edomex.catgem.shared.Leases;
import mx.gob.edomex.catgem.shared.Vital;

/** This node can match and some node of the centre does; without a matcher contacts wait however many advisors are free. */
@ApplicationScoped
public class MatcherVital implements Vital {

    @Inject
    Leases leases;

    @Inject
    MatcherLoop loop;

    @Override
    public String name() {
        return "matcher";
    }

    @Override
    public boolean works() {
        return loop.isRunning() && leases.isAnyoneHolding(Dispatch.LEASE);
    }
}
