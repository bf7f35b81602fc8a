package mx.gob.edomex.catgem.tests.faults.driver;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.contact.DeskService;
import mx.gob.edomex.catgem.contact.OfferService;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.shared.Violation;
import mx.gob.edomex.catgem.workforce.Presence;
import mx.gob.edomex.catgem.workforce.PresenceService;

/** Calls the services of the desk as the advisor who signed in. 204: done; 409: a rule refused it, with its name. */
@WebServlet("/act")
@ServletSecurity(@HttpConstraint(rolesAllowed = "advisor"))
public class AdvisorServlet extends HttpServlet {

    @EJB(lookup = "java:global/catgem/catgem-ejb/PresenceService!mx.gob.edomex.catgem.workforce.PresenceService")
    private transient PresenceService presence;

    @EJB(lookup = "java:global/catgem/catgem-ejb/OfferService!mx.gob.edomex.catgem.contact.OfferService")
    private transient OfferService offers;

    @EJB(lookup = "java:global/catgem/catgem-ejb/DeskService!mx.gob.edomex.catgem.contact.DeskService")
    private transient DeskService desk;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            act(request.getParameter("do"), request.getParameter("id"));
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } catch (Violation e) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            response.getWriter().print(e.code());
        } catch (EJBException e) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private void act(String what, String id) {
        switch (what) {
            case "available" -> presence.become(Presence.AVAILABLE, null);
            case "offline" -> presence.become(Presence.OFFLINE, null);
            case "heartbeat" -> presence.heartbeat();
            case "accept" -> offers.accept(new OfferId(UUID.fromString(id)));
            case "reject" -> offers.reject(new OfferId(UUID.fromString(id)), "TEST");
            case "answer" -> {
                desk.knownByHeart(ContactId.of(id));
                desk.send(ContactId.of(id), "answer", "La respuesta de la prueba.", List.of());
            }
            case "close" -> desk.close(ContactId.of(id), "INFORMATION_GIVEN");
            default -> throw new IllegalArgumentException(what);
        }
    }
}
