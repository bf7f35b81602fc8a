package mx.gob.edomex.catgem.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Everything the interface consists of, by name: what is not listed is not reachable. */
@ApplicationPath("/api/v1")
public class ApiApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                ArrivalsResource.class,
                ContactsResource.class,
                DeskCallResource.class,
                DeskMailResource.class,
                DeskResource.class,
                DeskTransferResource.class,
                FiguresResource.class,
                HealthResource.class,
                OpenApiResource.class,
                PublicFolioResource.class,
                QueueResource.class,
                ApiEntrance.class,
                ApiGuard.class,
                FormReader.class,
                ProblemMapper.class,
                JsonBinding.class);
    }
}
