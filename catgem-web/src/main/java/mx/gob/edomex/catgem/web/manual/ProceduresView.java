package mx.gob.edomex.catgem.web.manual;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mx.gob.edomex.catgem.manual.ProcedureDrafts;
import mx.gob.edomex.catgem.manual.ProcedureManual;
import mx.gob.edomex.catgem.manual.VersionCard;
import mx.gob.edomex.catgem.manual.VersionState;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.web.shell.Parameters;
import mx.gob.edomex.catgem.web.shell.Refusals;

/** The master list: what is in force of each procedure, and what is on its way. */
@Named
@RequestScoped
public class ProceduresView {

    @Inject
    HttpServletRequest request;

    @Inject
    ProcedureManual manual;

    @Inject
    ProcedureDrafts drafts;

    @Inject
    Refusals refusals;

    @Inject
    Installation installation;

    private List<Line> lines;
    private String refused;

    /**
     * A procedure.
     *
     * @param open the version on its way, or null
     */
    public record Line(VersionCard inForce, VersionCard open) {}

    public List<Line> getLines() {
        if (lines == null) {
            Map<String, Line> found = new LinkedHashMap<>();
            for (VersionCard version : manual.all()) {
                Line line = found.getOrDefault(version.procedure(), new Line(null, null));
                if (version.state() == VersionState.IN_FORCE) {
                    line = new Line(version, line.open());
                } else if (version.state().isOpen()) {
                    line = new Line(line.inForce(), version);
                }
                found.put(version.procedure(), line);
            }
            lines = found.values().stream()
                    .filter(line -> line.inForce() != null)
                    .toList();
        }
        return lines;
    }

    /** Begins the next version of the procedure chosen. */
    public String open() {
        UUID[] id = new UUID[1];
        refused = refusals.of(() -> id[0] = drafts.open(Parameters.text(request, "procedure")));
        return refused == null ? "/proceduredraft.xhtml?faces-redirect=true&id=" + id[0] : null;
    }

    /** Codes of those under which nothing may begin before three people have signed; empty when there are none. */
    public String getUnsigned() {
        return String.join(", ", installation.unsignedProcedures());
    }

    public String getRefused() {
        return refused;
    }
}
