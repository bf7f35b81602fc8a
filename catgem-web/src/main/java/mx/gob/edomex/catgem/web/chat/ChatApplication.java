package mx.gob.edomex.catgem.web.chat;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The citizen's chat over HTTP: apart from the API for machines, open to everyone, the token as credential. */
@ApplicationPath("/chat/api")
public class ChatApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                ChatResource.class,
                ChatFilesResource.class,
                CallbackResource.class,
                SurveyResource.class,
                ChatRefusals.class,
                ChatOutages.class);
    }
}
