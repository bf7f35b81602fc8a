package mx.gob.edomex.catgem.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.export.Export;
import mx.gob.edomex.catgem.export.ExportFile;
import mx.gob.edomex.catgem.export.ExportFormat;
import mx.gob.edomex.catgem.export.Exports;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Language;

/** A table of figures to take away: the same figures as on the screen, with n beside each and every formula. */
@Stateless
@RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR, Roles.DIRECTION})
public class FigureExports {

    @Inject
    Figures figures;

    @Inject
    Exports exports;

    @Inject
    CurrentStaff staff;

    /** @throws PeopleNotShown as {@link Figures#table} */
    public ExportFile write(Window window, Cut cut, Grouping grouping, ExportFormat format, Language language) {
        FigureTable table = figures.table(window, cut, grouping);
        return exports.write(export(table, language), format, role(staff));
    }

    static Export export(FigureTable table, Language language) {
        MeasureWords words = MeasureWords.in(language);
        List<Export.Fact> facts = new ArrayList<>();
        facts.add(new Export.Fact(words.text("export.from"), table.window().from()));
        facts.add(new Export.Fact(words.text("export.to"), table.window().to()));
        facts.add(new Export.Fact(words.text("export.by"), words.name(table.grouping())));
        chosen(table.cut())
                .forEach((dimension, value) -> facts.add(new Export.Fact(words.text("cut." + dimension), value)));
        facts.add(new Export.Fact(words.text("export.upto"), table.upTo()));
        Map<String, String> refs = new TreeMap<>(chosen(table.cut()));
        refs.put("from", table.window().from().toString());
        refs.put("until", table.window().to().toString());
        refs.put("by", table.grouping().name());
        return new Export(
                "FIGURES",
                words.text("export.title"),
                language,
                facts,
                refs,
                List.of(
                        Export.Table.of(
                                words.text("export.table"), columns(table.grouping(), words), rows(table, words)),
                        Export.Table.of(
                                words.text("export.formulas"),
                                List.of(words.text("export.measure"), words.text("export.formula")),
                                Arrays.stream(Measure.values())
                                        .map(measure -> List.of(words.name(measure), words.formula(measure)))
                                        .toList())));
    }

    private static List<String> columns(Grouping grouping, MeasureWords words) {
        List<String> columns = new ArrayList<>();
        columns.add(words.name(grouping));
        for (Measure measure : Measure.values()) {
            String name = words.name(measure);
            if (measure.isCount()) {
                columns.add(name);
            } else if (measure.isRate()) {
                columns.add(words.text("export.percent", name));
                columns.add(words.text("export.hits", name));
                columns.add(words.text("export.n", name));
            } else if (measure.isShare()) {
                columns.add(words.text("export.percent", name));
                columns.add(words.text("export.n", name));
            } else {
                columns.add(words.text("export.seconds", name));
                columns.add(words.text("export.n", name));
            }
        }
        return columns;
    }

    private static List<List<Object>> rows(FigureTable table, MeasureWords words) {
        return table.lines().stream().map(line -> row(line, words)).toList();
    }

    private static List<Object> row(FigureTable.Line line, MeasureWords words) {
        List<Object> cells = new ArrayList<>();
        cells.add(line.key());
        for (Measure measure : Measure.values()) {
            Figure figure = line.get(measure);
            cells.add(shown(figure, words));
            if (measure.isRate()) {
                cells.add(figure.hits());
            }
            if (!measure.isCount()) {
                cells.add(figure.n());
            }
        }
        return cells;
    }

    /** The number, or why there is none. */
    static Object shown(Figure figure, MeasureWords words) {
        return figure.n() > 0 && !figure.enough() ? words.text("export.few") : figure.shown();
    }

    /** With its unit. */
    static String named(Measure measure, MeasureWords words) {
        String name = words.name(measure);
        return measure.isCount()
                ? name
                : words.text(measure.isRate() || measure.isShare() ? "export.percent" : "export.seconds", name);
    }

    private static Map<String, String> chosen(Cut cut) {
        Map<String, String> chosen = new LinkedHashMap<>();
        chosen.put("channel", cut.channel());
        chosen.put("entryPoint", cut.entryPoint());
        chosen.put("topic", cut.topic());
        chosen.put("language", cut.language());
        chosen.put("priority", cut.priority());
        chosen.put("advisor", cut.advisor());
        chosen.values().removeIf(value -> value == null || value.isBlank());
        return chosen;
    }

    static String role(CurrentStaff staff) {
        return Stream.of(Roles.SUPERVISOR, Roles.COORDINATOR, Roles.AUDITOR)
                .filter(staff::has)
                .findFirst()
                .orElse(Roles.DIRECTION);
    }
}
