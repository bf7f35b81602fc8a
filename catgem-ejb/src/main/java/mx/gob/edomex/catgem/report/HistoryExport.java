package mx.gob.edomex.catgem.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import mx.gob.edomex.catgem.export.Export;
import mx.gob.edomex.catgem.export.ExportFile;
import mx.gob.edomex.catgem.export.ExportFormat;
import mx.gob.edomex.catgem.export.Exports;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Language;

/** The history as a file: each value as published, with its doubt, the decision and the value used. */
@Stateless
@RolesAllowed({Roles.SUPERVISOR, Roles.DIRECTION, Roles.AUDITOR, Roles.COORDINATOR})
public class HistoryExport {

    @Inject
    HistoryService history;

    @Inject
    Exports exports;

    @Inject
    CurrentStaff staff;

    public ExportFile write(ExportFormat format, Language language) {
        ResourceBundle words = ResourceBundle.getBundle(
                "mx.gob.edomex.catgem.report.history",
                language.locale(),
                HistoryExport.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        History all = history.read();
        List<List<?>> rows = new ArrayList<>();
        for (HistoryMonth month : all.months()) {
            rows.add(Arrays.asList(
                    words.getString("line." + month.line()),
                    month.year(),
                    month.month(),
                    month.published(),
                    month.doubt() == null ? null : words.getString("doubt." + month.doubt()),
                    month.decision() == null
                            ? null
                            : words.getString("choice." + month.decision().choice()),
                    month.decision() == null ? null : month.decision().reason(),
                    month.used()));
        }
        List<Export.Fact> facts = new ArrayList<>();
        facts.add(new Export.Fact(words.getString("source"), words.getString("source.what")));
        if (all.opening() != null) {
            facts.add(new Export.Fact(
                    words.getString("opening") + " " + all.opening().since() + " – "
                            + all.opening().until(),
                    all.opening().contacts()));
        }
        return exports.write(
                new Export(
                        "HISTORY",
                        words.getString("title"),
                        language,
                        facts,
                        Map.of("months", Integer.toString(rows.size())),
                        List.of(Export.Table.of(
                                words.getString("title"),
                                List.of(words.getString("columns").split("\\|", -1)),
                                rows))),
                format,
                role());
    }

    private String role() {
        return List.of(Roles.SUPERVISOR, Roles.DIRECTION, Roles.AUDITOR, Roles.COORDINATOR).stream()
                .filter(staff::has)
                .findFirst()
                .orElseThrow();
    }
}
