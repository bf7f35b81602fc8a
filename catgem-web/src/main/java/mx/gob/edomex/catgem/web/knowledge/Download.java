package mx.gob.edomex.catgem.web.knowledge;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** A file for saving, in a sandbox: nothing somebody sent us runs in a page of ours. */
final class Download {
    private Download() {}

    static void head(HttpServletResponse response, String name, String mediaType, long length) {
        response.setContentType(mediaType);
        response.setContentLengthLong(length);
        // The name travels encoded (RFC 6266), so no character of it can end the header.
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        response.setHeader("Content-Disposition", "attachment; filename*=UTF-8''" + encoded);
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader("Cache-Control", "no-store");
    }

    static Optional<UUID> id(String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
