package mx.gob.edomex.catgem.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import mx.gob.edomex.catgem.channel.phone.flow.DropOffs;
import mx.gob.edomex.catgem.export.Export;
import mx.gob.edomex.catgem.export.ExportFile;
import mx.gob.edomex.catgem.export.ExportFormat;
import mx.gob.edomex.catgem.export.Exports;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Language;

/** Where calls leave a version of the menu, as a file. */
@Stateless
@RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR})
public class DropOffExport {

    @Inject
    DropOffs dropOffs;

    @Inject
    Exports exports;

    @Inject
    CurrentStaff staff;

    /** @param to excluded */
    public ExportFile write(int version, Instant from, Instant to, ExportFormat format, Language language) {
        ResourceBundle words = ResourceBundle.getBundle(
                "mx.gob.edomex.catgem.report.menu",
                language.locale(),
                DropOffExport.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        DropOffs.Total total = dropOffs.total(version, from, to);
        List<List<?>> rows = dropOffs.of(version, from, to).stream()
                .<List<?>>map(line -> Arrays.asList(
                        line.node(), line.calls(), line.left(), line.silent(), line.wrong(), line.seconds()))
                .toList();
        return exports.write(
                new Export(
                        "MENU_DROP_OFFS",
                        words.getString("title"),
                        language,
                        List.of(
                                new Export.Fact(words.getString("version"), version),
                                new Export.Fact(words.getString("from"), from),
                                new Export.Fact(words.getString("to"), to),
                                new Export.Fact(words.getString("calls"), total.calls()),
                                new Export.Fact(words.getString("left"), total.left()),
                                new Export.Fact(words.getString("seconds"), total.seconds()),
                                new Export.Fact(words.getString("formula"), words.getString("formula.what"))),
                        Map.of(
                                "flowVersion",
                                Integer.toString(version),
                                "from",
                                from.toString(),
                                "until",
                                to.toString()),
                        List.of(Export.Table.of(
                                words.getString("title"),
                                List.of(words.getString("columns").split("\\|", -1)),
                                rows))),
                format,
                List.of(Roles.SUPERVISOR, Roles.COORDINATOR, Roles.AUDITOR).stream()
                        .filter(staff::has)
                        .findFirst()
                        .orElseThrow());
    }
}
