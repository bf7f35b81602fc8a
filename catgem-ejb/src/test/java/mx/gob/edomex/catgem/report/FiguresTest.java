package mx.gob.edomex.catgem.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import mx.gob.edomex.catgem.shared.Alerts;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A simulated week of 15,000 contacts: whatever way a figure is asked for, it is the same figure. */
class FiguresTest {

    private static final ZoneId ZONE = ZoneId.of("America/Mexico_City");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final int DAYS = 7;
    private static final int A_DAY = 2143;
    private static final Window WEEK = Window.days(MONDAY, MONDAY.plusDays(6), ZONE);
    /** What these tests do not leave to chance: when PostgreSQL counts by itself. */
    private static final List<String> TAKEN_IN = List.of("contact_fact", "leg_fact", "live_fact");

    private static final Instant NOW = new LocalDay(MONDAY.plusDays(10), ZONE).start();

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private static final ReadModel readModel = persistence.wire(new ReadModel());
    private static final Recount recount = persistence.wire(
            new Recount(),
            persistence.wire(new Installation()),
            persistence.wire(new Alerts(), new Silent()),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeAll
    static void aWeekGoesBy() throws SQLException {
        for (String table : TAKEN_IN) {
            persistence.database().execute("alter table " + table + " set (autovacuum_enabled = off)");
        }
        try (Connection connection = persistence.database().connection()) {
            new SimulatedTraffic(20260302).write(connection, new LocalDay(MONDAY, ZONE).start(), DAYS, A_DAY);
        }
        persistence.inTransaction(readModel::catchUp);
    }

    @Test
    void whatCameInAtOnceIsKnownToThePlanner() throws SQLException {
        for (String table : TAKEN_IN) {
            String counted = persistence
                    .database()
                    .value("select cast(reltuples as bigint) from pg_class where relname = '" + table + "'");
            assertTrue(Long.parseLong(counted) > 15_000, table + ": " + counted);
        }
    }

    @Test
    void aRecountFromTheRawEventsFindsNoDifferenceOnAnyDay() {
        for (int day = 0; day < DAYS; day++) {
            LocalDay one = new LocalDay(MONDAY.plusDays(day), ZONE);
            assertEquals(List.of(), persistence.inTransaction(() -> recount.recount(one)), one.toString());
        }
        assertEquals(15_001, figure(Measure.OFFERED).n());
        assertTrue(figure(Measure.ABANDONED).n() > 500, "the week has abandons");
        assertTrue(figure(Measure.SATISFACTION).n() > 1000, "and surveys");
        assertTrue(figure(Measure.TRANSFERS).n() > 100, "and transfers");
        assertEquals(371, figure(Measure.OUTBOUND).n(), "a fortieth of the day's contacts, by the centre itself");
        Figure first = figure(Measure.FIRST_CONTACT_RESOLUTION);
        assertTrue(first.n() > 4500 && first.hits() < first.n(), "and people who come back: " + first);
        assertTrue(figure(Measure.FIRST_CONTACT_PENDING).n() > 3000, "and some who still may");
    }

    @Test
    void aRowOfTheReadModelThatIsNotAsTheEventsSayIsFoundAndAlarmed() throws SQLException {
        LocalDay day = new LocalDay(MONDAY, ZONE);
        String contact = persistence
                .database()
                .column(
                        "select contact_id::text from contact_fact where answered_at is not null order by queued_at limit 1")
                .get(0);
        persistence
                .database()
                .execute("update contact_fact set answered_at = answered_at + interval '1 hour' where contact_id = '"
                        + contact + "'");
        List<Recount.Difference> found = persistence.inTransaction(() -> recount.recount(day));
        persistence
                .database()
                .execute("update contact_fact set answered_at = answered_at - interval '1 hour' where contact_id = '"
                        + contact + "'");

        assertTrue(found.stream().anyMatch(one -> one.measure() == Measure.ASA), found.toString());
        assertEquals("1", open(Recount.ALERT));
        persistence.inTransaction(() -> recount.recount(day));
        assertEquals("0", open(Recount.ALERT));
    }

    @Test
    void theLinesOfEveryGroupingAddUpToTheWhole() {
        FigureTable.Line whole = table(Grouping.NONE).lines().get(0);
        for (Grouping grouping : Grouping.values()) {
            FigureTable table = table(grouping);
            for (Measure measure : contactMeasures()) {
                long n = table.lines().stream()
                        .mapToLong(line -> line.get(measure).n())
                        .sum();
                long hits = table.lines().stream()
                        .mapToLong(line -> line.get(measure).hits())
                        .sum();
                assertEquals(whole.get(measure).n(), n, measure + " by " + grouping);
                assertEquals(whole.get(measure).hits(), hits, measure + " by " + grouping);
            }
        }
        assertEquals(DAYS, table(Grouping.DAY).lines().size());
        assertEquals(3, table(Grouping.CHANNEL).lines().size());
    }

    @Test
    void behindEveryFigureStandAsManyContactsAsItSays() {
        FigureTable.Line whole = table(Grouping.NONE).lines().get(0);
        for (Measure measure : contactMeasures()) {
            Figure figure = whole.get(measure);
            assertEquals(figure.n(), behind(measure, FigureContacts.Part.ALL).total(), measure.name());
            assertEquals(
                    figure.hits(), behind(measure, FigureContacts.Part.COUNTED).total(), measure.name());
            assertEquals(
                    figure.n() - figure.hits(),
                    behind(measure, FigureContacts.Part.NOT_COUNTED).total(),
                    measure.name());
        }
        FigureContacts page = behind(Measure.ANSWER_IN_TIME, FigureContacts.Part.NOT_COUNTED);
        assertTrue(page.lines().stream().noneMatch(FigureContacts.Line::counted));
        assertEquals(50, page.lines().size());
    }

    @Test
    void aCutCountsOnlyItsOwn() {
        Figure chats = persistence
                .inTransaction(() -> counting().table(WEEK, Cut.ofChannel("CHAT"), Grouping.NONE))
                .lines()
                .get(0)
                .get(Measure.OFFERED);
        FigureTable.Line line = table(Grouping.CHANNEL).lines().stream()
                .filter(one -> one.key().equals("CHAT"))
                .findFirst()
                .orElseThrow();
        assertEquals(line.get(Measure.OFFERED), chats);
    }

    @Test
    void aWindowWithoutContactsHasNoRatesAndDoesNotPretendZero() {
        Window empty = Window.days(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 1, 1), ZONE);
        FigureTable.Line line = persistence
                .inTransaction(() -> counting().table(empty, Cut.ALL, Grouping.NONE))
                .lines()
                .get(0);
        assertEquals(0, line.get(Measure.OFFERED).value());
        assertNull(line.get(Measure.SERVICE_LEVEL).value());
        assertNull(line.get(Measure.SERVICE_LEVEL).interval());
        assertNull(line.get(Measure.ASA).value());
    }

    @Test
    void anAdvisorsTimeIsCutAtTheBoundsOfTheWindow() {
        LocalDay tuesday = new LocalDay(MONDAY.plusDays(1), ZONE);
        Instant noon = tuesday.start().plus(Duration.ofHours(12));
        double whole = logged(Window.of(tuesday));
        double morning = logged(new Window(tuesday.start(), noon));
        double evening = logged(new Window(noon, tuesday.end()));
        assertEquals(whole, morning + evening, 1e-3);
        // Sixteen people, eight hours, three shifts; the last one runs a few minutes into the next day.
        assertEquals(48 * 8.0, whole / 3600, 2.5);
    }

    @Test
    void thePartsOfConcurrentContactsAddUpToTheTimeTheirAdvisorHandled() throws SQLException {
        List<String> advisors = persistence
                .database()
                .column(
                        """
                select p.advisor || ' ' || cast(round(p.parts - u.seconds, 6) as text) || ' ' || (p.whole > p.parts)
                from (select advisor, sum(shared_seconds) as parts, sum(extract(epoch from ended_at - connected_at)) as whole
                      from leg_fact group by advisor) p
                join (select advisor, (select sum(extract(epoch from upper(r) - lower(r))) from unnest(ranges) r) as seconds
                      from (select advisor, range_agg(tstzrange(begun_at, ended_at)) as ranges
                            from live_fact group by advisor) a) u using (advisor)
                order by 1
                """);
        assertEquals(48, advisors.size());
        advisors.forEach(line -> assertTrue(line.endsWith(" 0.000000 true"), line));
    }

    @Test
    void whatCommitsLateIsNotSkipped() throws SQLException {
        try (Connection late = persistence.database().connection();
                var statement = late.createStatement()) {
            late.setAutoCommit(false);
            statement.execute(presence("asesora47"));
            persistence.database().execute(presence("asesora48"));
            persistence.inTransaction(readModel::catchUp);
            late.commit();
        }
        persistence.inTransaction(readModel::catchUp);
        assertEquals(
                List.of("asesora47", "asesora48"),
                persistence
                        .database()
                        .column(
                                "select advisor from presence_fact where begun_at = '2027-01-01T00:00:00Z' order by 1"));
    }

    @Test
    void followingStepByStepGivesWhatTheWholeLedgerGives() throws SQLException {
        for (int day = 0; day < 3; day++) {
            try (Connection connection = persistence.database().connection()) {
                Instant midnight = new LocalDay(LocalDate.of(2026, 5, 1).plusDays(day), ZONE).start();
                new SimulatedTraffic(day).write(connection, midnight, 1, 200);
            }
            persistence.inTransaction(readModel::catchUp);
        }
        String followed = contents();
        persistence.inTransaction(readModel::forget);
        persistence.inTransaction(readModel::catchUp);
        assertEquals(followed, contents());
    }

    @Test
    void occupancyIsOfTheTimeThatWasThereHoweverItIsDivided() {
        List<AdvisorTime> advisors = persistence.inTransaction(() -> staffTime().advisors(WEEK));
        double handled = advisors.stream().mapToDouble(AdvisorTime::handled).sum();
        double staffed = advisors.stream().mapToDouble(AdvisorTime::staffed).sum();
        Figure whole = figure(Measure.OCCUPANCY);
        assertEquals(handled / staffed, whole.value(), 1e-9);
        assertEquals(48, whole.n());
        for (Grouping grouping : Grouping.values()) {
            for (FigureTable.Line line : table(grouping).lines()) {
                Double value = line.get(Measure.OCCUPANCY).value();
                // Nobody's time is under the key of what nobody answered.
                boolean nobody = grouping == Grouping.ADVISOR && line.key().isEmpty();
                assertEquals(grouping.isOfStaff() && !nobody, value != null, grouping + " " + line.key());
            }
        }
        LocalDay tuesday = new LocalDay(MONDAY.plusDays(1), ZONE);
        assertEquals(
                persistence
                        .inTransaction(() -> counting().table(Window.of(tuesday), Cut.ALL, Grouping.NONE))
                        .lines()
                        .get(0)
                        .get(Measure.OCCUPANCY),
                table(Grouping.DAY).lines().get(1).get(Measure.OCCUPANCY));
        String one = advisors.get(0).username();
        List<FigureTable.Line> days = persistence
                .inTransaction(() -> counting().table(WEEK, Cut.ofAdvisor(one), Grouping.DAY))
                .lines();
        assertEquals(DAYS, days.size());
        for (FigureTable.Line day : days) {
            LocalDate date = LocalDate.parse(day.key());
            AdvisorTime time =
                    persistence.inTransaction(() -> staffTime().advisors(Window.days(date, date, ZONE))).stream()
                            .filter(line -> line.username().equals(one))
                            .findFirst()
                            .orElseThrow();
            assertEquals(time.occupancy(), day.get(Measure.OCCUPANCY).value(), 1e-9, day.key());
        }
        FigureTable.Line hour = table(Grouping.HOUR).lines().get(40);
        Instant begun = Instant.parse(hour.key());
        assertEquals(
                persistence
                        .inTransaction(() ->
                                counting().table(new Window(begun, begun.plusSeconds(3600)), Cut.ALL, Grouping.NONE))
                        .lines()
                        .get(0)
                        .get(Measure.OCCUPANCY),
                hour.get(Measure.OCCUPANCY));
    }

    private static List<Measure> contactMeasures() {
        return Arrays.stream(Measure.values()).filter(one -> !one.isShare()).toList();
    }

    private static String contents() throws SQLException {
        return persistence
                .database()
                .value(
                        """
                select (select md5(string_agg(cast(f as text), ',' order by contact_id)) from contact_fact f)
                  || (select md5(string_agg(cast(l as text), ',' order by contact_id, leg)) from leg_fact l)
                  || (select md5(string_agg(cast(p as text), ',' order by event_id)) from presence_fact p)
                """);
    }

    private static String presence(String advisor) {
        return "insert into event (kind, code, source, refs, at, app_clock) values ('SYSTEM', 'PRESENCE', 'SYSTEM',"
                + " '{\"advisor\": \"" + advisor + "\", \"from\": \"OFFLINE\", \"to\": \"AVAILABLE\"}',"
                + " '2027-01-01T00:00:00Z', '2027-01-01T00:00:00Z')";
    }

    private static double logged(Window window) {
        return persistence.inTransaction(() -> staffTime().advisors(window)).stream()
                .mapToDouble(AdvisorTime::logged)
                .sum();
    }

    private static String open(String alert) throws SQLException {
        return persistence.database().value("select count(*) from alert where kind = ? and ended_at is null", alert);
    }

    private static Figure figure(Measure measure) {
        return table(Grouping.NONE).lines().get(0).get(measure);
    }

    private static FigureTable table(Grouping grouping) {
        return persistence.inTransaction(() -> counting().table(WEEK, Cut.ALL, grouping));
    }

    private static FigureContacts behind(Measure measure, FigureContacts.Part part) {
        return persistence.inTransaction(() -> counting().contacts(measure, part, WEEK, Cut.ALL, 0));
    }

    private static StaffTime staffTime() {
        return new StaffTime(persistence.entityManager(), ZONE, NOW);
    }

    private static Counting counting() {
        return new Counting(persistence.entityManager(), ZONE, NOW);
    }

    /** Tells nobody. */
    private static final class Silent extends Signals {
        Silent() {
            super(null);
        }

        @Override
        public void toDesk(String username, DeskSignal.Kind kind, ContactId contact) {}
    }
}
