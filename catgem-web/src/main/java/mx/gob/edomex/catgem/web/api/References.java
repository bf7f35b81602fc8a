package mx.gob.edomex.catgem.web.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Folio;

/** Addresses of contacts, as the client reached us. */
record References(UriInfo uri) {

    /** Seconds after which it is worth asking again for a folio. */
    static final int ASK_AGAIN = 2;

    URI contact(Folio folio) {
        return uri.getBaseUriBuilder()
                .path(ContactsResource.class)
                .path(folio.value())
                .build();
    }

    URI arrival(ContactId contact) {
        return uri.getBaseUriBuilder()
                .path(ArrivalsResource.class)
                .path(contact.toString())
                .build();
    }

    Response opened(Response.Status status, ContactId contact, Folio folio) {
        URI self = contact(folio);
        return Response.status(status)
                .location(self)
                .entity(new ContactReference(contact.toString(), folio.value(), self))
                .build();
    }

    Response waiting(Response.Status status, ContactId contact) {
        URI self = arrival(contact);
        return Response.status(status)
                .location(self)
                .header(HttpHeaders.RETRY_AFTER, ASK_AGAIN)
                .entity(new ContactReference(contact.toString(), null, self))
                .build();
    }
}
