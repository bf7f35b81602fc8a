package mx.gob.edomex.catgem.web.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads the form itself, because the binding would drop unknown fields in silence and stop at the first fault. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class ContactFormReader implements MessageBodyReader<ContactForm> {

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == ContactForm.class;
    }

    @Override
    public ContactForm readFrom(
            Class<ContactForm> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream in)
            throws IOException {
        return ContactForm.read(JsonBody.read(in));
    }
}
