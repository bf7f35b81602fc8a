package mx.gob.edomex.catgem.web.api;

import java.util.List;
import java.util.Map;

/** A request that is answered with a problem document. */
class Refusal extends RuntimeException {

    private final ProblemKind kind;
    private final transient List<FieldFault> faults;
    private final transient Map<String, String> headers;
    private final String rule;
    private final String reference;

    private Refusal(
            ProblemKind kind, List<FieldFault> faults, Map<String, String> headers, String rule, String reference) {
        super(kind.slug());
        this.kind = kind;
        this.faults = List.copyOf(faults);
        this.headers = Map.copyOf(headers);
        this.rule = rule;
        this.reference = reference;
    }

    static Refusal of(ProblemKind kind) {
        return new Refusal(kind, List.of(), Map.of(), null, null);
    }

    static Refusal of(ProblemKind kind, Map<String, String> headers) {
        return new Refusal(kind, List.of(), headers, null, null);
    }

    static Refusal invalid(List<FieldFault> faults) {
        return new Refusal(ProblemKind.INVALID_REQUEST, faults, Map.of(), null, null);
    }

    static Refusal invalid(FieldFault fault) {
        return invalid(List.of(fault));
    }

    /** The body as read; a request without any has none. */
    static <T> T unlessGiven(T form) {
        if (form == null) {
            throw of(ProblemKind.MALFORMED_JSON);
        }
        return form;
    }

    static Refusal malformedAt(long line, long column) {
        return new Refusal(
                ProblemKind.MALFORMED_JSON,
                List.of(FieldFault.of("", "malformed", line, column)),
                Map.of(),
                null,
                null);
    }

    /** @param rule simple name of the violated rule */
    static Refusal ofRule(ProblemKind kind, String rule) {
        return new Refusal(kind, List.of(), Map.of(), rule, null);
    }

    /** @param reference by which support finds the failure in the log */
    static Refusal internal(String reference) {
        return new Refusal(ProblemKind.INTERNAL_ERROR, List.of(), Map.of(), null, reference);
    }

    ProblemKind kind() {
        return kind;
    }

    List<FieldFault> faults() {
        return faults;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** Simple name of the violated business rule, or null. */
    String rule() {
        return rule;
    }

    String reference() {
        return reference;
    }
}
