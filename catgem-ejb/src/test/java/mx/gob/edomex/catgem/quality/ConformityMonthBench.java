package mx.gob.edomex.catgem.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import mx.gob.edomex.catgem.export.Export;
import mx.gob.edomex.catgem.export.ExportFile;
import mx.gob.edomex.catgem.export.ExportFormat;
import mx.gob.edomex.catgem.export.Exports;
import mx.gob.edomex.catgem.quality.QualityLists.Choice;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * How long the conformity report of a month of 75,000 contacts takes. No part of a build: it prints seconds, and beside
 * them what the same machine takes for plain things, and asserts only that the figures are right.
 * Run it with {@code mvn -pl catgem-ejb -Dtest=ConformityMonthBench test}.
 */
class ConformityMonthBench {

    private static final int CONTACTS = Integer.getInteger("catgem.bench.contacts", 75_000);

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final CurrentStaff auditora = new CurrentStaff() {
        @Override
        public String username() {
            return "auditora";
        }

        @Override
        public boolean has(String role) {
            return role.equals("auditor");
        }
    };

    @Test
    void theReportOfAMonth() throws Exception {
        timed("generating " + CONTACTS + " contacts", () -> {
            persistence.database().execute(month());
            persistence.database().execute("analyze");
            return null;
        });
        String events = persistence.database().value("select count(*) from event where kind = 'STEP'");
        timed(
                "base: a plain count of " + events + " step events",
                () -> persistence.database().value("select count(*) from event where kind = 'STEP'"));
        timed(
                "base: the sum of 5 million numbers in the database",
                () -> persistence.database().value("select sum(n) from generate_series(1, 5000000) n"));

        QualityFixture fixture = new QualityFixture(persistence);
        Duration read = timed("reading every execution for deviations (the sweep, from nothing)", fixture::sweep);
        System.out.printf("  that is %.0f executions/s%n", CONTACTS * 1000.0 / read.toMillis());
        persistence.database().execute("analyze");

        Installation installation = persistence.wire(new Installation());
        ConformityReports reports = persistence.wire(new ConformityReports(), installation, auditora);
        QualityLists lists = persistence.wire(new QualityLists(), installation, auditora);
        ConformityFilter month = new ConformityFilter(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31), null);
        for (int run = 1; run <= 3; run++) {
            timed("report of the month, run " + run, () -> report(reports, month));
        }
        ConformityReport report = report(reports, month);
        System.out.println("  " + report.total() + " " + report.byDeviation());
        assertThat(report.total().executions()).isEqualTo(CONTACTS);
        assertThat(Integer.toString(report.total().measured() + report.total().declared()))
                .as("steps done in the report and in the ledger")
                .isEqualTo(events);

        Choice deviating = new Choice(month, null, null, null, ExecutionPart.DEVIATING);
        Choice all = new Choice(month, null, null, null, ExecutionPart.ALL);
        timed(
                "first page of the deviating folios",
                () -> persistence.inTransaction(() -> lists.executions(deviating, 1)));
        timed("last page of all folios", () -> persistence.inTransaction(() -> lists.executions(all, CONTACTS / 50)));
        timed(
                "first page of the deviations",
                () -> persistence.inTransaction(() -> lists.deviations(all, 1, Language.ES)));
        exports(lists, all);
    }

    private ConformityReport report(ConformityReports reports, ConformityFilter month) {
        return persistence.inTransaction(() -> reports.of(month, Language.ES));
    }

    private void exports(QualityLists lists, Choice all) throws Exception {
        Exports exports = persistence.wire(
                new Exports(),
                persistence.wire(new Installation()),
                new QualityFixture(persistence).ledger,
                auditora,
                Clock.systemUTC());
        for (ExportFormat format : ExportFormat.values()) {
            List<Long> bytes = new ArrayList<>();
            timed("export of all executions as " + format, () -> {
                try (ExportFile file = persistence.inTransaction(() -> exports.write(
                        new Export(
                                "EXECUTIONS",
                                "x",
                                Language.ES,
                                List.of(),
                                java.util.Map.of(),
                                List.of(new Export.Table(
                                        "x",
                                        List.of("folio", "procedure", "counted", "ended", "advisor", "missing"),
                                        row -> lists.eachExecution(
                                                all,
                                                line -> row.accept(List.of(
                                                        line.folio(),
                                                        line.procedure(),
                                                        line.countedAt(),
                                                        line.endedAt(),
                                                        String.valueOf(line.advisorName()),
                                                        line.missing())))))),
                        format,
                        "auditor"))) {
                    bytes.add(file.bytes());
                    assertThat(file.rows()).isEqualTo(CONTACTS);
                    return null;
                }
            });
            System.out.println("  " + bytes + " bytes");
        }
    }

    private static Duration timed(String what, Callable<?> work) throws Exception {
        Instant before = Clock.systemUTC().instant();
        work.call();
        Duration took = Duration.between(before, Clock.systemUTC().instant());
        System.out.printf("%6.2f s  %s%n", took.toMillis() / 1000.0, what);
        return took;
    }

    private static String month() throws IOException {
        try (InputStream sql = ConformityMonthBench.class.getResourceAsStream("month-of-contacts.sql")) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${contacts}", Integer.toString(CONTACTS))
                    .replace("${from}", "2026-10-01 06:00:00Z");
        }
    }
}
