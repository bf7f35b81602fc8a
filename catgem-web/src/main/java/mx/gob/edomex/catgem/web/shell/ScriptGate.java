package mx.gob.edomex.catgem.web.shell;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.StatusCodes;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;

/**
 * What a page's script asks when its session is over is refused here, before the container's sign-in: that would keep
 * the request and, once the person has signed in, answer it instead of showing the page.
 */
final class ScriptGate implements HttpHandler {

    private final HttpHandler next;

    ScriptGate(HttpHandler next) {
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        ServletRequestContext context = exchange.getAttachment(ServletRequestContext.ATTACHMENT_KEY);
        HttpServletRequest request = context.getOriginalRequest();
        if (request.getHeader("Faces-Request") != null && !SessionAccount.isIn(request.getSession(false))) {
            CDI.current().select(SessionPass.class).get().tellIfElsewhere(request, context.getOriginalResponse());
            exchange.setStatusCode(StatusCodes.UNAUTHORIZED);
            exchange.endExchange();
            return;
        }
        next.handleRequest(exchange);
    }
}
