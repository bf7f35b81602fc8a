package mx.gob.edomex.catgem.channel.phone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import mx.gob.edomex.catgem.shared.Vital;

/** The exchange as this node last met it. Chat and mail go on without it, so no node is given up for it. */
@ApplicationScoped
public class PbxVital implements Vital {

    @Inject
    PbxOwner owner;

    @Override
    public String name() {
        return "pbx";
    }

    /** Also true without an exchange, and on nodes that leave it to another. */
    @Override
    public boolean works() {
        return owner.isWell();
    }

    @Override
    public boolean isEssential() {
        return false;
    }
}
