package mx.gob.edomex.catgem.web.shell;

import io.undertow.server.HttpHandler;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;

/** Puts {@link PassGate}, {@link ScriptGate} and {@link SignInHandler} before the container's own sign-in, where no servlet filter can stand. */
public final class SignInGate implements ServletExtension {

    /**
     * Request attribute: seconds (Long) until the next attempt. Of a refused program, and of a page that shows a failed
     * sign-in.
     */
    public static final String WAIT = "catgem.signin.wait";

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        deployment.addOuterHandlerChainWrapper(
                (HttpHandler next) -> new PassGate(new ScriptGate(new SignInHandler(next))));
    }
}
