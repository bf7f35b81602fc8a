package mx.gob.edomex.catgem.web.wall;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonWriter;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import mx.gob.edomex.catgem.report.WallboardReading;
import mx.gob.edomex.catgem.shared.Language;

/**
 * The data of a wallboard. Its key comes in a header, never in the address, so that it is in no log; a wrong key and one
 * that was taken away are the same to whoever asks.
 */
@WebServlet("/wall/data")
public class WallServlet extends HttpServlet {

    private static final String KEY = "X-Wallboard-Key";

    @Inject
    transient WallboardReading reading;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Language language = "en".equals(request.getParameter("lang")) ? Language.EN : Language.ES;
        Optional<WallboardReading.Sight> sight = reading.look(request.getHeader(KEY), language);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        if (sight.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.getWriter().write("{}");
            return;
        }
        try (JsonWriter writer = Json.createWriter(response.getWriter())) {
            writer.writeObject(WallJson.of(sight.get(), language));
        }
    }
}
