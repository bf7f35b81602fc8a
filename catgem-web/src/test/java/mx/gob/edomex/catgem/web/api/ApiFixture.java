package mx.gob.edomex.catgem.web.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.ws.rs.core.SecurityContext;
import java.io.StringReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import mx.gob.edomex.catgem.channel.ApiContact;
import mx.gob.edomex.catgem.channel.ApiIntake;
import mx.gob.edomex.catgem.channel.ContactBook;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.MatterId;
import org.jboss.resteasy.core.ResteasyContext;
import org.jboss.resteasy.mock.MockDispatcherFactory;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jboss.resteasy.spi.Dispatcher;

/** The interface in the server's own REST implementation, with an intake that does as it is told. */
final class ApiFixture {

    final List<ApiContact> accepted = new ArrayList<>();
    Function<ApiContact, ApiIntake.Accepted> intake =
            contact -> new ApiIntake.Accepted(ContactId.named("test", contact.text()), true);
    Optional<Folio> folio = Optional.of(Folio.next());
    private final Dispatcher dispatcher = MockDispatcherFactory.createDispatcher();

    @SuppressWarnings("UnnecessaryAssignment") // there is no container here that would inject
    ApiFixture() {
        ContactsResource contacts = new ContactsResource();
        contacts.intake = new ApiIntake() {
            @Override
            public Accepted accept(ApiContact contact) {
                accepted.add(contact);
                return intake.apply(contact);
            }
        };
        FolioWait wait = new FolioWait();
        wait.contacts = new ContactBook() {
            @Override
            public Optional<Standing> find(ContactId contact) {
                return folio.map(known -> new Standing(contact, known, MatterId.random(), true, null));
            }

            @Override
            public Optional<Standing> find(Folio wanted) {
                return Optional.empty();
            }
        };
        contacts.folios = wait;
        dispatcher.getRegistry().addSingletonResource(contacts);
        dispatcher.getRegistry().addPerRequestResource(OpenApiResource.class);
        new ApiApplication()
                .getClasses().stream()
                        .filter(type -> !type.getSimpleName().endsWith("Resource"))
                        .filter(type -> type != ApiEntrance.class) // there is no ledger here either
                        .forEach(type -> dispatcher.getProviderFactory().registerProvider(type));
    }

    static MockHttpRequest post(String body) throws URISyntaxException {
        return postWithoutCredentials(body).header("Authorization", "Basic eDp5");
    }

    static MockHttpRequest postWithoutCredentials(String body) throws URISyntaxException {
        return MockHttpRequest.post("/contacts")
                .contentType("application/json")
                .content(body.getBytes(StandardCharsets.UTF_8));
    }

    static MockHttpRequest get(String path) throws URISyntaxException {
        return MockHttpRequest.get(path);
    }

    MockHttpResponse call(MockHttpRequest request, String... roles) {
        MockHttpResponse response = new MockHttpResponse();
        ResteasyContext.pushContext(SecurityContext.class, new Caller(Set.of(roles)));
        dispatcher.invoke(request, response);
        return response;
    }

    static JsonObject json(MockHttpResponse response) {
        try (JsonReader reader =
                Json.createReader(new StringReader(new String(response.getOutput(), StandardCharsets.UTF_8)))) {
            return reader.readObject();
        }
    }

    private record Caller(Set<String> roles) implements SecurityContext {
        @Override
        public Principal getUserPrincipal() {
            return roles.isEmpty() ? null : () -> "somebody";
        }

        @Override
        public boolean isUserInRole(String role) {
            return roles.contains(role);
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public String getAuthenticationScheme() {
            return BASIC_AUTH;
        }
    }
}
