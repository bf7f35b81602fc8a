package mx.gob.edomex.catgem.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.export.ExportFile;
import mx.gob.edomex.catgem.export.ExportFormat;
import mx.gob.edomex.catgem.export.Exports;
import mx.gob.edomex.catgem.report.Cut;
import mx.gob.edomex.catgem.report.Figure;
import mx.gob.edomex.catgem.report.FigureExports;
import mx.gob.edomex.catgem.report.FigureTable;
import mx.gob.edomex.catgem.report.Figures;
import mx.gob.edomex.catgem.report.Grouping;
import mx.gob.edomex.catgem.report.Measure;
import mx.gob.edomex.catgem.report.MeasureWords;
import mx.gob.edomex.catgem.report.ReadModel;
import mx.gob.edomex.catgem.report.Recount;
import mx.gob.edomex.catgem.report.SimulatedTraffic;
import mx.gob.edomex.catgem.report.Window;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.shared.Alerts;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A simulated week of 15,000 contacts: what the service counts, the file holds and the interface answers is one. */
class NumberIdentityTest {

    private static final ZoneId ZONE = ZoneId.of("America/Mexico_City");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Window WEEK = Window.days(MONDAY, MONDAY.plusDays(6), ZONE);
    private static final Instant NOW = new LocalDay(MONDAY.plusDays(10), ZONE).start();

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Installation INSTALLATION = persistence.wire(new Installation());
    private static final CurrentStaff SUPERVISORA = new CurrentStaff() {
        @Override
        public String username() {
            return "supervisora";
        }

        @Override
        public boolean has(String role) {
            return role.equals("supervisor");
        }
    };
    private static final Figures FIGURES = persistence.wire(new Figures(), INSTALLATION, SUPERVISORA, CLOCK);
    private static final FigureExports EXPORTS = persistence.wire(
            new FigureExports(),
            FIGURES,
            SUPERVISORA,
            persistence.wire(
                    new Exports(), INSTALLATION, persistence.wire(new EventLedger(), CLOCK), SUPERVISORA, CLOCK));

    @BeforeAll
    static void aWeekGoesBy() throws SQLException {
        try (Connection connection = persistence.database().connection()) {
            new SimulatedTraffic(20260302).write(connection, WEEK.from(), 7, 2143);
        }
        persistence.inTransaction(persistence.wire(new ReadModel())::catchUp);
    }

    @Test
    void theRawEventsComeToTheSameOnEveryDay() {
        Recount recount =
                persistence.wire(new Recount(), INSTALLATION, persistence.wire(new Alerts(), new Signals(null)), CLOCK);
        for (int day = 0; day < 7; day++) {
            LocalDay one = new LocalDay(MONDAY.plusDays(day), ZONE);
            assertThat(persistence.inTransaction(() -> recount.recount(one)))
                    .as(one.toString())
                    .isEmpty();
        }
        assertThat(table(Grouping.NONE).lines().get(0).get(Measure.OFFERED).n()).isEqualTo(15_001);
    }

    @ParameterizedTest
    @EnumSource(Grouping.class)
    void fileAndInterfaceHoldWhatTheServiceCounts(Grouping grouping) throws IOException {
        FigureTable table = table(grouping);
        FigureDocument document = FigureDocument.of(
                table, persistence.inTransaction(() -> FIGURES.updates(WEEK)), MeasureWords.in(Language.ES));
        Map<String, CSVRecord> file = file(grouping);

        assertThat(document.lines()).hasSameSizeAs(table.lines());
        assertThat(file).hasSize(table.lines().size());
        for (int i = 0; i < table.lines().size(); i++) {
            FigureTable.Line line = table.lines().get(i);
            assertThat(document.lines().get(i).key()).isEqualTo(line.key());
            compare(line, document.lines().get(i).figures(), file.get(line.key()));
        }
    }

    private static void compare(FigureTable.Line line, Map<String, FigureDocument.Value> answered, CSVRecord row) {
        int column = 1;
        for (Measure measure : Measure.values()) {
            Figure figure = line.get(measure);
            FigureDocument.Value value = answered.get(measure.name());
            String place = measure + " of " + line.key();
            assertThat(value.value()).as(place).isEqualTo(figure.value());
            assertThat(value.n()).as(place).isEqualTo(figure.n());
            assertThat(value.shown()).as(place).isEqualTo(figure.shown());
            String cell = row.get(column++);
            if (figure.shown() != null) {
                assertThat(new BigDecimal(cell)).as(place).isEqualByComparingTo(figure.shown());
            } else {
                assertThat(cell).as(place).isEqualTo(figure.n() > 0 ? "respuestas insuficientes" : "");
            }
            if (measure.isRate()) {
                assertThat(Long.valueOf(row.get(column++))).as(place).isEqualTo(figure.hits());
                assertThat(value.hits()).as(place).isEqualTo(figure.hits());
            }
            if (!measure.isCount()) {
                assertThat(Long.parseLong(row.get(column++))).as(place).isEqualTo(figure.n());
            }
        }
    }

    private static FigureTable table(Grouping grouping) {
        return persistence.inTransaction(() -> FIGURES.table(WEEK, Cut.ALL, grouping));
    }

    private static Map<String, CSVRecord> file(Grouping grouping) throws IOException {
        Map<String, CSVRecord> rows = new HashMap<>();
        try (ExportFile file = persistence.inTransaction(
                () -> EXPORTS.write(WEEK, Cut.ALL, grouping, ExportFormat.CSV, Language.ES))) {
            String text = Files.readString(file.path()).substring(1);
            boolean within = false;
            for (CSVRecord row : CSVFormat.RFC4180.parse(new StringReader(text))) {
                if (row.size() < 30) {
                    within = false;
                } else if (within) {
                    rows.put(row.get(0), row);
                } else {
                    within = true; // the row of the columns' names
                }
            }
        }
        return rows;
    }
}
