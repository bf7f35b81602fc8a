package mx.gob.edomex.catgem.tests.faults.driver;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mx.gob.edomex.catgem.report.Recount;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.LocalDay;

/** Recounts today and yesterday as the night does; a line for each figure that differs. */
@WebServlet("/recount")
public class RecountServlet extends HttpServlet {

    @EJB(lookup = "java:global/catgem/catgem-ejb/Recount!mx.gob.edomex.catgem.report.Recount")
    private transient Recount recount;

    @EJB(lookup = "java:global/catgem/catgem-ejb/Installation!mx.gob.edomex.catgem.shared.Installation")
    private transient Installation installation;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        for (Duration back : List.of(Duration.ZERO, Duration.ofDays(1))) {
            LocalDay day = LocalDay.of(Instant.now().minus(back), installation.timeZone());
            for (Recount.Difference difference : recount.recount(day)) {
                response.getWriter().println(day.date() + " " + difference);
            }
        }
    }
}
