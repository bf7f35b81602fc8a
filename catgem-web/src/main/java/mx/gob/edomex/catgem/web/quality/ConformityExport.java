package mx.gob.edomex.catgem.web.quality;

import static mx.gob.edomex.catgem.web.quality.QualityWords.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.export.Export;
import mx.gob.edomex.catgem.export.Export.Fact;
import mx.gob.edomex.catgem.export.Export.Table;
import mx.gob.edomex.catgem.quality.ConformityReport;
import mx.gob.edomex.catgem.quality.ConformityReport.Line;

/** The conformity report as a file: the same tables as on the screen, with the formulas above them. */
final class ConformityExport {

    private ConformityExport() {}

    static Export of(ConformityReport report, List<Fact> period, Map<String, String> refs) {
        List<Fact> facts = new ArrayList<>(period);
        for (String figure :
                List.of("executions", "conforming", "owed", "measured", "declared", "late", "shift", "exits")) {
            facts.add(new Fact(text("export.formula", text("figure." + figure)), text("formula." + figure)));
        }
        List<Table> tables = new ArrayList<>(List.of(
                lines("table.procedure", "col.procedure", report.byProcedure(), report.total()),
                lines("table.day", "col.day", report.byDay(), report.total()),
                lines("table.shift", "col.shift", report.byShift(), null),
                lines("table.hour", "col.hour", report.byHour(), report.total()),
                steps(report),
                deviations(report)));
        if (!report.byAdvisor().isEmpty()) {
            tables.add(lines("table.advisor", "col.advisor", report.byAdvisor(), null));
        }
        if (!report.exits().isEmpty()) {
            tables.add(exits(report));
        }
        return new Export("CONFORMITY", text("conformity.title"), QualityWords.language(), facts, refs, tables);
    }

    private static Table lines(String name, String key, List<Line> lines, Line total) {
        List<List<Object>> rows = new ArrayList<>();
        lines.forEach(line -> rows.add(row(line.key(), line)));
        if (total != null) {
            rows.add(row(text("total"), total));
        }
        return Table.of(
                text(name),
                columns(
                        key,
                        "col.executions",
                        "col.deviating",
                        "col.conforming",
                        "col.exits",
                        "col.owed",
                        "col.measured",
                        "col.declared",
                        "col.skipped",
                        "col.missing",
                        "col.late"),
                rows);
    }

    private static List<Object> row(String key, Line line) {
        return Arrays.asList(
                key,
                line.executions(),
                line.deviating(),
                line.conforming(),
                line.earlyExits(),
                line.owed(),
                line.measured(),
                line.declared(),
                line.skipped(),
                line.missing(),
                line.late());
    }

    private static Table steps(ConformityReport report) {
        return Table.of(
                text("table.steps"),
                columns(
                        "col.step",
                        "col.name",
                        "col.owed",
                        "col.measured",
                        "col.declared",
                        "col.skipped",
                        "col.missing",
                        "col.late"),
                report.bySteps().stream()
                        .map(step -> Arrays.<Object>asList(
                                step.code(),
                                step.name(),
                                step.owed(),
                                step.measured(),
                                step.declared(),
                                step.skipped(),
                                step.missing(),
                                step.late()))
                        .toList());
    }

    private static Table deviations(ConformityReport report) {
        return Table.of(
                text("table.deviations"),
                columns("col.code", "col.what", "col.found", "col.executions"),
                report.byDeviation().stream()
                        .map(line -> List.<Object>of(
                                line.code().name(), text("deviation." + line.code()), line.found(), line.executions()))
                        .toList());
    }

    private static Table exits(ConformityReport report) {
        return Table.of(
                text("table.exits"),
                columns("col.advisor", "col.name", "col.attended", "col.exits", "col.rate"),
                report.exits().stream()
                        .map(line -> Arrays.<Object>asList(
                                line.advisor(), line.name(), line.attended(), line.exits(), line.rate()))
                        .toList());
    }

    static List<String> columns(String... keys) {
        return Stream.of(keys).map(QualityWords::text).toList();
    }
}
