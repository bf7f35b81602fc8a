package mx.gob.edomex.catgem.web.desk;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import mx.gob.edomex.catgem.channel.phone.SoftphoneAccount;
import mx.gob.edomex.catgem.channel.phone.SoftphoneService;
import mx.gob.edomex.catgem.channel.phone.TelephoneAway;

/**
 * What the desk's telephone tells and asks. The header cannot be set from another site, so only the desk can speak for
 * its advisor; it is none of the page's commands, for those wait for each other.
 */
@WebServlet("/desk/softphone")
public class TelephoneServlet extends HttpServlet {

    @Inject
    transient SoftphoneService service;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!"desk".equals(request.getHeader("X-Requested-With")) || request.getRemoteUser() == null) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        try {
            JsonObject said = answer(String.valueOf(request.getParameter("do")), request.getParameter("account"));
            response.getWriter().print(said);
        } catch (TelephoneAway e) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private JsonObject answer(String wanted, String account) {
        JsonObjectBuilder answer = Json.createObjectBuilder();
        switch (wanted) {
            case "account" -> {
                SoftphoneAccount made = service.begin();
                answer.add("name", made.name()).add("secret", made.secret());
            }
            case "ready" -> {
                service.ready(account, true);
                answer.add("inCall", service.isInCall());
            }
            case "deaf" -> service.ready(account, false);
            case "browser" -> service.choose(true);
            case "desk" -> service.choose(false);
            default -> throw new IllegalArgumentException("the telephone asks for nothing of that kind");
        }
        return answer.build();
    }
}
