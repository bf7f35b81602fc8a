package mx.gob.edomex.catgem.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mx.gob.edomex.catgem.evidence.log.LogStanding;
import mx.gob.edomex.catgem.export.Export;
import mx.gob.edomex.catgem.export.Export.Fact;
import mx.gob.edomex.catgem.export.Export.Scannable;
import mx.gob.edomex.catgem.export.Export.Table;
import mx.gob.edomex.catgem.export.ExportFile;
import mx.gob.edomex.catgem.export.ExportFormat;
import mx.gob.edomex.catgem.export.Exports;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Language;

/**
 * The report of a shift on paper: its figures, and as a QR code the checkpoint under which the evidence log stood when
 * it was printed. Paper in a drawer is a witness that no owner of the database can take back.
 */
@Stateless
@RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR, Roles.DIRECTION})
public class ShiftReports {

    /** Which shift, seen from now. */
    public enum Which {
        CURRENT,
        BEFORE
    }

    @Inject
    Figures figures;

    @Inject
    FigureNames names;

    @Inject
    LogStanding log;

    @Inject
    Exports exports;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    public ExportFile write(Which which, Language language) {
        Window window = window(which);
        MeasureWords words = MeasureWords.in(language);
        Optional<LogStanding.Sendable> seal = log.newest();
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact(words.text("export.from"), window.from()), new Fact(words.text("export.to"), window.to())));
        Map<String, String> refs = new TreeMap<>(
                Map.of("from", window.from().toString(), "until", window.to().toString()));
        seal.ifPresentOrElse(
                checkpoint -> refs.put("log", Long.toString(checkpoint.size())),
                () -> facts.add(new Fact(words.text("shift.unsealed"), null)));
        return exports.write(
                new Export(
                        "SHIFT_REPORT",
                        words.text("shift.title"),
                        language,
                        facts,
                        refs,
                        List.of(measures(window, words)),
                        seal.map(checkpoint -> scannable(checkpoint, words)).orElse(null)),
                ExportFormat.PDF,
                FigureExports.role(staff));
    }

    private Window window(Which which) {
        Instant now = clock.instant();
        Window current = names.currentShift(now);
        return which == Which.CURRENT
                ? current
                : names.currentShift(current.from().minusSeconds(1));
    }

    private Table measures(Window window, MeasureWords words) {
        Map<Measure, Figure> all = figures.of(window, Cut.ALL);
        return Table.of(
                words.text("shift.figures"),
                List.of(words.text("export.measure"), words.text("shift.value"), "n", words.text("export.formula")),
                Arrays.stream(Measure.values())
                        .map(measure -> Arrays.asList(
                                FigureExports.named(measure, words),
                                FigureExports.shown(all.get(measure), words),
                                all.get(measure).n(),
                                words.formula(measure)))
                        .toList());
    }

    private static Scannable scannable(LogStanding.Sendable checkpoint, MeasureWords words) {
        return new Scannable(
                words.text("shift.seal"),
                words.text("shift.seal.what", Long.toString(checkpoint.size())),
                checkpoint.checkpoint());
    }
}
