package mx.gob.edomex.catgem.web.callmenu;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.phone.flow.PromptRecordings;

/** A recording of what the menu says, to be heard on its page; it is never changed, so a browser may keep it. */
@WebServlet("/callmenu/recording")
public class RecordingServlet extends HttpServlet {

    @Inject
    transient PromptRecordings recordings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<byte[]> file = id(request.getParameter("id")).flatMap(recordings::file);
        if (file.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("audio/wav");
        response.setContentLength(file.get().length);
        response.setHeader("Cache-Control", "private, max-age=86400");
        response.getOutputStream().write(file.get());
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(String.valueOf(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
