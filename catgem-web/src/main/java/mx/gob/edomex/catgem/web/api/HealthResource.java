package mx.gob.edomex.catgem.web.api;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import mx.gob.edomex.catgem.shared.Installation;

/** Whether the interface can do its work; open to everyone, so it says nothing else. */
@Path("health")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {

    /** UP or DOWN. */
    public record Health(String status) {}

    private static final int PATIENCE_SECONDS = 2;

    /** One question to the database at a time: who asks meanwhile gets its answer, so that a flood costs nothing. */
    private static final AtomicReference<Future<?>> ASKED = new AtomicReference<>();

    @Resource
    ManagedExecutorService executor;

    @Inject
    Installation installation;

    @GET
    @PermitAll
    public Response health() {
        boolean up = databaseAnswers();
        return Response.status(up ? 200 : 503)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(new Health(up ? "UP" : "DOWN"))
                .build();
    }

    private boolean databaseAnswers() {
        try {
            Future<?> question = ASKED.get();
            if (question == null || question.isDone()) {
                question = executor.submit(installation::mode);
                ASKED.set(question);
            }
            question.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
