package mx.gob.edomex.catgem.web.quality;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.export.ExportFormat;
import mx.gob.edomex.catgem.export.Exports;
import mx.gob.edomex.catgem.quality.ConformityReport;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.web.shell.Downloads;
import mx.gob.edomex.catgem.web.shell.Person;

/** The conformity report; each figure leads to the folios behind it, for those who may read folios. */
@Named
@ViewScoped
public class ConformityView extends PeriodView {

    @Inject
    transient Exports exports;

    @Inject
    transient Person person;

    private transient ConformityReport report;

    public ConformityReport getReport() {
        if (report == null) {
            report = reports.of(getFilter(), QualityWords.language());
        }
        return report;
    }

    public boolean isLinked() {
        return !FacesContext.getCurrentInstance().getExternalContext().isUserInRole(Roles.DIRECTION)
                || person.isReadingContacts();
    }

    /**
     * The executions behind a figure.
     *
     * @param cut what its line stands for: day, procedure, shift, step or advisor
     */
    public String executions(String part, String cut, String key) {
        Map<String, Object> asked = new HashMap<>();
        asked.put("part", part);
        if ("day".equals(cut)) {
            asked.put("from", key);
            asked.put("to", key);
        } else {
            asked.put(cut, key);
        }
        return link("executions", getFilter(), asked);
    }

    public String deviations(Object code) {
        return link("deviations", getFilter(), code == null ? Map.of() : Map.of("code", code));
    }

    public List<ExportFormat> getFormats() {
        return List.of(ExportFormat.values());
    }

    public void export(ExportFormat format) throws IOException {
        var file = exports.write(
                ConformityExport.of(getReport(), facts(getReport().total().executions()), refs()),
                format,
                person.getRole());
        Downloads.send(file);
    }
}
