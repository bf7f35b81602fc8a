package mx.gob.edomex.catgem.web.api;

import java.util.List;

/**
 * What is wrong with one field.
 *
 * @param field JSON pointer (RFC 6901) into the body, or the name of a query parameter
 * @param code key of the text in the message bundle, {@code field.<code>}
 * @param arguments of the text; never what the client sent
 */
record FieldFault(String field, String code, List<Object> arguments) {
    static FieldFault of(String field, String code, Object... arguments) {
        return new FieldFault(field, code, List.of(arguments));
    }
}
