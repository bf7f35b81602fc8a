package mx.gob.edomex.catgem.web.folio;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.phone.RecordedCalls;
import mx.gob.edomex.catgem.channel.phone.RecordedCalls.Recorded;
import mx.gob.edomex.catgem.contact.Playback;
import mx.gob.edomex.catgem.shared.ContactId;

/** The sound of a call, to whoever has given a reason to hear it, from where the player wants it; kept in no cache. */
@WebServlet("/folio/recording")
public class PlaybackServlet extends HttpServlet {

    @Inject
    transient Playback playback;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<ContactId> contact = contact(request.getParameter("contact"));
        long id = number(request.getParameter("id"));
        Optional<Recorded> found = contact.flatMap(one -> playback.played(one, id));
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        long bytes = found.get().bytes();
        ByteRange asked = ByteRange.of(request.getHeader("Range"), bytes);
        response.setHeader("Accept-Ranges", "bytes");
        response.setHeader("Cache-Control", "no-store");
        if (asked != null && !asked.isThere()) {
            response.setHeader("Content-Range", "bytes */" + bytes);
            response.sendError(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return;
        }
        ByteRange range = asked == null ? new ByteRange(0, bytes - 1) : asked;
        response.setContentType("audio/wav");
        response.setContentLengthLong(range.length());
        if (asked != null) {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader("Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + bytes);
        }
        write(contact.get(), id, range, response.getOutputStream());
    }

    /** Piece by piece: a long call is never whole in memory. */
    private void write(ContactId contact, long id, ByteRange range, OutputStream out) throws IOException {
        long at = range.first();
        while (at <= range.last()) {
            int from = (int) (at % RecordedCalls.PART);
            byte[] part = playback.part(contact, id, (int) (at / RecordedCalls.PART))
                    .orElseThrow(() -> new IOException("a piece of a recording is not there any more"));
            int count = (int) Math.min(part.length - from, range.last() - at + 1);
            out.write(part, from, count);
            at += count;
        }
    }

    private static Optional<ContactId> contact(String text) {
        try {
            return Optional.of(new ContactId(UUID.fromString(String.valueOf(text))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
