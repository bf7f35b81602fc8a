package mx.gob.edomex.catgem.web.api;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import mx.gob.edomex.catgem.evidence.Entrance;

/** What is done in a request of the interface stands in the ledger as done by a program. */
@Provider
public class ApiEntrance implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        CDI.current().select(Entrance.class).get().byInterface();
    }
}
