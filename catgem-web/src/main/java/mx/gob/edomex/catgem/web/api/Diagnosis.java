package mx.gob.edomex.catgem.web.api;

import jakarta.ejb.EJBAccessException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import mx.gob.edomex.catgem.shared.Outage;
import mx.gob.edomex.catgem.shared.Violation;

/** Finds in a failure what the client has to know, however deep the container has wrapped it. */
final class Diagnosis {

    private static final System.Logger LOG = System.getLogger(Diagnosis.class.getName());

    /** Seconds after which a client may try again while the database or the broker is away. */
    static final int RETRY_AFTER = 10;

    /** Rules that say "there is no such thing"; the request as such was in order. */
    private static final Set<String> MISSING = Set.of("ContactUnknown");

    /** Rules about the request itself: repeating it can never help, whatever state the centre is in. */
    private static final Set<String> REQUEST_AT_FAULT = Set.of(
            "EntryPointUnknown",
            "ChannelNotServed",
            "AnswerNeedsAnAddress",
            "CallbackMissing",
            "WindowInThePast",
            "WindowTooShort",
            "WindowTooLong",
            "WindowTooFar",
            "WindowWhenClosed",
            "WindowOutsideHours",
            "NumberNotValid",
            "TimeZoneUnknown",
            "DispositionUnknown",
            "ReasonRequired",
            "TopicUnknown");

    private Diagnosis() {}

    static Refusal of(Throwable failure) {
        List<Throwable> chain = chain(failure);
        for (Throwable cause : chain) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            } else if (cause instanceof Violation violation) {
                return Refusal.ofRule(kind(violation.code()), violation.code());
            } else if (cause instanceof EJBAccessException) {
                return Refusal.of(ProblemKind.NOT_ALLOWED);
            }
        }
        if (failure instanceof WebApplicationException known
                && known.getResponse().getStatus() < 500) {
            return ofContainer(known.getResponse());
        }
        if (Outage.isBehind(failure)) {
            return Refusal.of(ProblemKind.UNAVAILABLE, Map.of(HttpHeaders.RETRY_AFTER, Integer.toString(RETRY_AFTER)));
        }
        return unknown(chain);
    }

    private static ProblemKind kind(String rule) {
        return MISSING.contains(rule)
                ? ProblemKind.NOT_FOUND
                : REQUEST_AT_FAULT.contains(rule) ? ProblemKind.RULE_BROKEN : ProblemKind.CONFLICT;
    }

    private static Refusal ofContainer(Response response) {
        Map<String, String> headers = new LinkedHashMap<>();
        String allow = response.getHeaderString(HttpHeaders.ALLOW);
        if (allow != null) {
            headers.put(HttpHeaders.ALLOW, allow);
        }
        return Refusal.of(ProblemKind.ofStatus(response.getStatus()), headers);
    }

    /** The log gets types and places, never messages: a message may quote what a citizen wrote. */
    private static Refusal unknown(List<Throwable> chain) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        StringBuilder trace = new StringBuilder();
        for (Throwable cause : chain) {
            trace.append(System.lineSeparator()).append(cause.getClass().getName());
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, 8); i++) {
                trace.append(System.lineSeparator()).append("    at ").append(frames[i]);
            }
        }
        LOG.log(System.Logger.Level.ERROR, "a request failed, reference {0}:{1}", reference, trace);
        return Refusal.internal(reference);
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable cause = failure; cause != null && chain.size() < 20; cause = cause.getCause()) {
            chain.add(cause);
        }
        return chain;
    }
}
