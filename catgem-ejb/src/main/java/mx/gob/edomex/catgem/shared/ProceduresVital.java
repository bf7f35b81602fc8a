package mx.gob.edomex.catgem.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Three people have signed what citizens are attended by. Not essential: without it a node still serves those who sign. */
@ApplicationScoped
public class ProceduresVital implements Vital {

    @Inject
    Installation installation;

    @Override
    public String name() {
        return "procedures";
    }

    @Override
    public boolean isEssential() {
        return false;
    }

    @Override
    public boolean works() {
        return installation.unsignedProcedures().isEmpty();
    }
}
