package mx.gob.edomex.catgem.web.api;

import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.function.Function;

/** Reads the forms itself, because the binding would drop unknown fields in silence and stop at the first fault. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class FormReader implements MessageBodyReader<Object> {

    private static final Map<Class<?>, Function<JsonObject, ?>> FORMS = Map.of(
            ContactForm.class, ContactForm::read,
            DeskForm.State.class, DeskForm.State::read,
            DeskForm.Reject.class, DeskForm.Reject::read,
            DeskForm.Message.class, DeskForm.Message::read,
            DeskForm.Step.class, DeskForm.Step::read,
            DeskForm.Disposition.class, DeskForm.Disposition::read,
            DeskForm.Transfer.class, DeskForm.Transfer::read,
            DeskForm.CallSaid.class, DeskForm.CallSaid::read,
            DeskForm.Mail.class, DeskForm.Mail::read,
            DeskForm.Close.class, DeskForm.Close::read);

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return FORMS.containsKey(type);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream in)
            throws IOException {
        return FORMS.get(type).apply(JsonBody.read(in));
    }
}
