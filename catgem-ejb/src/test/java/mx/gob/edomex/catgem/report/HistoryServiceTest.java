package mx.gob.edomex.catgem.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.report.HistoryMonth.Choice;
import mx.gob.edomex.catgem.report.HistoryMonth.Doubt;
import mx.gob.edomex.catgem.report.HistoryMonth.Line;
import mx.gob.edomex.catgem.report.ImportFault.Kind;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryServiceTest {

    private static final String HEADER = "channel,year,month,contacts\n";

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final HistoryService service = service();

    private static HistoryService service() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
        CurrentStaff staff = new CurrentStaff() {
            @Override
            public String username() {
                return "supervisora";
            }
        };
        return persistence.wire(
                new HistoryService(),
                persistence.wire(new Installation()),
                staff,
                persistence.wire(new EventLedger(), clock),
                clock);
    }

    private History read() {
        return persistence.inTransaction(service::read);
    }

    private HistoryImport bring(String text) {
        return persistence.inTransaction(() -> service.bring("prueba.csv", text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A whole year of a line, so that a test breaks one thing only. */
    private static String year(String line, int year) {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> line + "," + year + "," + month + "," + (1000 + year + month))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void theShippedFileIsWhatATryoutBeginsWith() throws Exception {
        HistoryImport again = persistence.inTransaction(() -> service.bring("x.csv", service.example()));
        assertThat(again).isEqualTo(new HistoryImport(0, 72, List.of()));
        assertThat(read().years()).contains(2014, 2015, 2016);
        assertThat(read().used(Line.PHONE, 2014, 1)).isEqualTo(42_652);
        assertThat(read().total(Line.PHONE, 2014)).isEqualTo(486_099);
        assertThat(persistence.database().column("select sha256 from history_import where source = 'CATGEM-2017'"))
                .containsExactly(
                        java.util.HexFormat.of().formatHex(mx.gob.edomex.catgem.shared.Sha256.of(service.example())));
    }

    @Test
    void theDoubtfulValuesOfTheSourceAreFoundAndNoOthers() {
        assertThat(read().doubtful().stream().filter(month -> month.year() < 2017))
                .extracting(HistoryMonth::key, HistoryMonth::published, HistoryMonth::doubt)
                .containsExactlyInAnyOrder(
                        tuple("ONLINE-2015-07", 55_430, Doubt.FAR_FROM_MEDIAN),
                        tuple("ONLINE-2015-08", 2_401, Doubt.FAR_FROM_MEDIAN),
                        tuple("ONLINE-2015-09", 738, Doubt.FAR_FROM_MEDIAN),
                        tuple("ONLINE-2015-10", 15_187, Doubt.SAME_AS_OTHER_YEAR),
                        tuple("ONLINE-2016-10", 15_187, Doubt.SAME_AS_OTHER_YEAR));
    }

    @Test
    void theOpeningTotalIsAddedToNothing() {
        History history = read();
        assertThat(history.opening().contacts()).isEqualTo(3_882_667);
        assertThat(history.opening().since()).hasToString("2011-09-01");
        assertThat(history.opening().until()).hasToString("2017-05-31");
        long sum = history.total(null, 2014) + history.total(null, 2015) + history.total(null, 2016);
        assertThat(sum).isEqualTo(569_828L + 788_028 + 762_141);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PHONE,2019,1,|VALUE_MISSING",
                "PHONE,2019,1,-5|NEGATIVE",
                "PHONE,2019,1,muchos|NOT_A_NUMBER",
                "PHONE,2019,1,12.5|NOT_A_NUMBER",
                "PHONE,2019,1,99999999999|TOO_LARGE",
                "FAX,2019,1,5|LINE_UNKNOWN",
                "PHONE,19,1,5|YEAR",
                "PHONE,2019,13,5|MONTH",
                "PHONE,2019,enero,5|MONTH",
                "PHONE,2019,1|COLUMNS",
                "PHONE,2026,11,5|FUTURE",
                "PHONE,2014,1,5|OTHER_VALUE_KNOWN"
            })
    void oneWrongLineIsToldAndNothingIsImported(String line, Kind kind) {
        int before = read().months().size();
        HistoryImport result = bring(HEADER + year("ONLINE", 2018) + line + "\n");
        assertThat(result.faults())
                .extracting(ImportFault::line, ImportFault::kind)
                .contains(tuple(14L, kind));
        assertThat(read().months()).hasSize(before);
    }

    @Test
    void everyFaultOfAFileIsToldAtOnce() {
        HistoryImport result = bring(HEADER
                + "PHONE,2019,1,-1\nPHONE,2019,2,x\nPHONE,2019,3,\nPHONE,2019,4,7\nPHONE,2019,4,7\n"
                + IntStream.rangeClosed(5, 11)
                        .mapToObj(month -> "PHONE,2019," + month + ",9\n")
                        .collect(Collectors.joining()));
        assertThat(result.faults())
                .extracting(ImportFault::line, ImportFault::kind)
                .containsExactly(
                        tuple(2L, Kind.NEGATIVE),
                        tuple(3L, Kind.NOT_A_NUMBER),
                        tuple(4L, Kind.VALUE_MISSING),
                        tuple(6L, Kind.DUPLICATE),
                        tuple(0L, Kind.MONTH_MISSING));
        assertThat(result.faults().get(4).what()).isEqualTo("PHONE-2019-12");
    }

    @Test
    void whatIsNoSuchFileIsToldAsAWhole() {
        assertThat(bring("").faults()).extracting(ImportFault::kind).containsExactly(Kind.EMPTY_FILE);
        assertThat(bring("canal;año\n").faults()).extracting(ImportFault::kind).containsExactly(Kind.HEADER);
        assertThat(bring(HEADER + "\"PHONE,2019,1,5\n").faults()).isNotEmpty();
        byte[] latin = "año,year".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(persistence.inTransaction(() -> service.bring("x", latin)).faults())
                .extracting(ImportFault::kind)
                .containsExactly(Kind.NOT_UTF8);
    }

    @Test
    void aGoodFileIsImportedWholeAlsoWithAByteOrderMark() {
        HistoryImport result = bring(
                "\uFEFF" + HEADER.replace("\n", "\r\n") + year("PHONE", 2021).replace("\n", "\r\n"));
        assertThat(result).isEqualTo(new HistoryImport(12, 0, List.of()));
        assertThat(read().used(Line.PHONE, 2021, 12)).isEqualTo(3033);
        assertThat(read().used(null, 2021, 12)).as("half of a sum is no sum").isNull();
    }

    @Test
    void aDecisionNeedsAReasonAndLeavesWhatWasPublished() throws Exception {
        assertThatThrownBy(() -> decide(Choice.EXCLUDE, null, "no")).isInstanceOf(ReasonMissing.class);
        assertThatThrownBy(() -> decide(Choice.CORRECT, null, "un motivo bien largo"))
                .isInstanceOf(CorrectionMissing.class);
        assertThatThrownBy(() -> decide(Choice.ACCEPT, 5, "un motivo bien largo"))
                .isInstanceOf(CorrectionMissing.class);
        decide(Choice.EXCLUDE, null, "no cuadra con los meses vecinos");
        HistoryMonth excluded = read().at(Line.ONLINE, 2015, 9);
        assertThat(excluded.used()).isNull();
        assertThat(read().missing(Line.ONLINE, 2015)).isEqualTo(1);
        decide(Choice.CORRECT, 7380, "faltaba un cero en el original");
        HistoryMonth corrected = read().at(Line.ONLINE, 2015, 9);
        assertThat(corrected.used()).isEqualTo(7380);
        assertThat(corrected.published()).isEqualTo(738);
        assertThat(corrected.decision().staffName()).isEqualTo("Leonor Peñaloza Zepeda");
        assertThat(persistence.database().value("select count(*) from history_decision"))
                .isEqualTo("2");
        assertThat(persistence
                        .database()
                        .column("select cast(refs as text) from event where code = 'ADMIN_HISTORY_DECIDED'"))
                .hasSize(2)
                .allMatch(refs -> refs.contains("ONLINE-2015-09") && !refs.contains("cuadra"));
        assertThatThrownBy(() -> persistence.database().execute("update history_month set published = 1"))
                .hasMessageContaining("refused");
    }

    private void decide(Choice choice, Integer corrected, String reason) {
        persistence.inTransaction(() -> service.decide(Line.ONLINE, 2015, 9, choice, corrected, reason));
    }
}
