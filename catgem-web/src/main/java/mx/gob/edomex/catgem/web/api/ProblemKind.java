package mx.gob.edomex.catgem.web.api;

import java.util.Arrays;
import java.util.Locale;

/** Every way a request can fail; the name gives the problem's {@code type} and its texts in the message bundle. */
enum ProblemKind {
    MALFORMED_JSON(400),
    INVALID_REQUEST(400),
    NOT_AUTHENTICATED(401),
    NOT_ALLOWED(403),
    FOREIGN_ORIGIN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    CONFLICT(409),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    RULE_BROKEN(422),
    TOO_MANY_REQUESTS(429),
    INTERNAL_ERROR(500),
    UNAVAILABLE(503);

    private final int status;

    ProblemKind(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    /** A name, not an address: nobody has to fetch anything to understand it (RFC 9457, 3.1.1). */
    String type() {
        return "urn:catgem:problem:" + slug();
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind for a status that the container or the REST implementation chose. */
    static ProblemKind ofStatus(int status) {
        return Arrays.stream(values())
                .filter(kind -> kind.status == status)
                .reduce((first, second) -> status == 400 ? second : first)
                .orElse(status < 500 ? INVALID_REQUEST : INTERNAL_ERROR);
    }
}
