package mx.gob.edomex.catgem.web.chat;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import mx.gob.edomex.catgem.channel.chat.ChatOrigins;

/**
 * Refuses sockets and requests of foreign pages before anything is done for them. A socket must say where it comes
 * from; a plain GET of our own page does not.
 */
@WebFilter(
        urlPatterns = {"/chat/ws", "/chat/api/*"},
        asyncSupported = true)
public class ChatOriginFilter extends HttpFilter {

    @Inject
    transient ChatOrigins origins;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String origin = request.getHeader("Origin");
        boolean socket = "/chat/ws".equals(request.getServletPath());
        boolean refused = (origin != null || socket) && !origins.allows(origin, request.getHeader("Host"));
        if (refused) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setContentType("application/json");
            response.getWriter().write(ChatJson.refusal(null, "ForeignOrigin").toString());
        } else {
            chain.doFilter(request, response);
        }
    }
}
