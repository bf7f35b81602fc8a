package mx.gob.edomex.catgem.quality;

import static mx.gob.edomex.catgem.quality.QualityFixture.T0;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.Basis;
import mx.gob.edomex.catgem.quality.QualityFixture.Done;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Several hundred contacts recorded through the product's own recorder, with faults planted at random; what was planted
 * is the oracle, never the rules. Every deviation planted is found and nothing else is.
 */
class PlantedDeviationsTest {

    private static final long[] SEEDS = {1, 20_260_302, 97};
    private static final int CONTACTS = 150;
    /** When version 1 of chat and mail was replaced, and how long work may go on under it. */
    private static final Instant OBSOLETE = T0.plusSeconds(2 * 86_400);

    private static final Duration GRACE = Duration.ofDays(3);
    /** The contact is closed so long after it began; everything but a burst is over by then. */
    private static final double CLOSE = 3000;

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.production();

    private final QualityFixture fixture = new QualityFixture(persistence);

    private static final ZoneId ZONE = ZoneId.of("America/Mexico_City");
    private int people = 2;

    /** What is on record of somebody who attends on a day; the pass mark is 80, and seven days are let pass. */
    private enum Training {
        NEVER(true),
        FAILED(true, "-10 79"),
        PASSED_THAT_DAY(false, "0 80"),
        PASSED_THE_DAY_AFTER(true, "1 100"),
        LOST_SEVEN_DAYS_AGO(false, "-20 90 -8"),
        LOST_EIGHT_DAYS_AGO(true, "-20 90 -9"),
        RENEWED(false, "-20 90 -9", "-1 85 300"),
        FAILED_AFTERWARDS(true, "-20 90", "-8 79"),
        CORRECTED_TO_FAILED(true, "-10 88", "-10 78 correction"),
        FAILED_IN_ERROR(false, "-12 88", "-10 20", "annulled");

        final boolean guilty;

        @SuppressWarnings("ImmutableEnumChecker") // of List.of
        private final List<String> records;

        Training(boolean guilty, String... records) {
            this.guilty = guilty;
            this.records = List.of(records);
        }

        void write(String person, String procedure, LocalDate day) throws SQLException {
            persistence
                    .database()
                    .execute("insert into app_user (username, staff_number, display_name, password) values ('" + person
                            + "', '" + person + "', 'Inventada', 'x')");
            for (String record : records) {
                String[] said = record.split(" ");
                boolean annuls = said.length == 1;
                boolean corrects = annuls || record.endsWith("correction");
                persistence
                        .database()
                        .execute(
                                """
                                insert into training_record (version_id, person, held_on, trainer, score, pass_mark,
                                                             valid_until, corrects, grounds, recorded_by, recorded_at)
                                select v.id, '%1$s', %2$s, %3$s, 'asesora01', now() from procedure_version v
                                left join lateral (select max(id) as id from training_record r
                                                   where r.version_id = v.id and r.person = '%1$s') last on true
                                where v.procedure_code = '%4$s'
                                """
                                        .formatted(
                                                person,
                                                annuls
                                                        ? "null, null, null, null, null"
                                                        : "%s, 'Quien capacita', %s, 80, %s"
                                                                .formatted(
                                                                        day(day, said[0]),
                                                                        said[1],
                                                                        said.length == 3 && !corrects
                                                                                ? day(day, said[2])
                                                                                : "null"),
                                                corrects ? "last.id, 'Se anotó mal'" : "null, null",
                                                procedure));
            }
        }

        private static String day(LocalDate day, String days) {
            return "date '" + day.plusDays(Integer.parseInt(days)) + "'";
        }
    }

    /** A contact under construction and what it must be found guilty of. */
    private final class Planted {
        final Random random;
        final Channel channel;
        final String prefix;
        final String outcome;
        final boolean answered;
        final List<Act> acts = new ArrayList<>();
        final Set<String> guilt = new TreeSet<>();
        double answer;
        boolean gap;
        Act strange;
        String closedBy;
        Act repeated;
        int times = 1;
        Act late;
        double delay;
        int ticks;
        double ticked;
        Act unproved;
        Duration pastGrace;
        Training training;
        String advisor = "asesora01";

        Planted(Random random) {
            this.random = random;
            channel = pick(Channel.CHAT, Channel.EMAIL, Channel.PHONE);
            prefix = channel.procedure() + "-";
            outcome = pick(
                    "RESOLVED", "RESOLVED", "REFERRED", "CITIZEN_LEFT", "DUPLICATE", "EMERGENCY", "ABANDONED_IN_QUEUE");
            answered = outcome.equals("RESOLVED") || outcome.equals("REFERRED");
            acts.addAll(owed());
            answer = pick(3.0, 60.0, 119.999, 120.0);
        }

        @SafeVarargs
        private <T> T pick(T... values) {
            return values[random.nextInt(values.length)];
        }

        private List<Act> owed() {
            if (!answered) {
                return switch (outcome) {
                    case "CITIZEN_LEFT" -> List.of(Act.ENTERS_QUEUE, Act.ASSIGNED, Act.CLOSE);
                    case "DUPLICATE" -> List.of(Act.ENTERS_QUEUE, Act.ASSIGNED, Act.CLASSIFY, Act.CLOSE);
                    case "EMERGENCY" -> List.of(Act.ENTERS_QUEUE, Act.ASSIGNED, Act.REFER, Act.CLOSE);
                    default -> List.of(Act.ENTERS_QUEUE, Act.CLOSE);
                };
            }
            List<Act> all = new ArrayList<>(List.of(Act.ENTERS_QUEUE, Act.ASSIGNED));
            if (channel != Channel.EMAIL) {
                all.add(Act.GREETING);
            }
            // Where the notice stands is free as long as it comes before the classification.
            all.add(random.nextInt(all.size() + 1), Act.NOTICE);
            all.addAll(List.of(Act.CLASSIFY, Act.COMPETENCE, Act.CONSULT, Act.DELIVER));
            all.addAll(channel == Channel.EMAIL ? List.of(Act.SECOND_READING, Act.SEND) : List.of(Act.CONFIRM));
            if (outcome.equals("REFERRED")) {
                all.add(Act.REFER);
            }
            if (channel != Channel.PHONE) {
                all.add(Act.SURVEY);
            }
            all.add(Act.CLOSE);
            return all;
        }

        private Act timed() {
            return channel == Channel.EMAIL ? Act.SEND : Act.DELIVER;
        }

        private String code(Act act) {
            return prefix + String.format("%02d", number(act));
        }

        private int number(Act act) {
            if (channel == Channel.EMAIL) {
                return switch (act) {
                    case ENTERS_QUEUE -> 1;
                    case NOTICE -> 2;
                    case ASSIGNED -> 3;
                    case CLASSIFY -> 4;
                    case COMPETENCE -> 5;
                    case CONSULT -> 6;
                    case DELIVER -> 7;
                    case SECOND_READING -> 8;
                    case SEND -> 9;
                    case REFER -> 10;
                    default -> 12;
                };
            }
            return switch (act) {
                case ENTERS_QUEUE -> 1;
                case ASSIGNED -> 2;
                case GREETING -> 3;
                case NOTICE -> 4;
                case CLASSIFY -> 5;
                case COMPETENCE -> 6;
                case CONSULT -> 7;
                case DELIVER -> 8;
                case CONFIRM -> 9;
                case REFER -> 10;
                default -> 12;
            };
        }

        void forget(Act act) {
            if (acts.remove(act)) {
                guilt.add("D1 " + code(act));
            }
        }

        void swap(Act before, Act after) {
            if (acts.contains(before) && acts.contains(after)) {
                acts.remove(before);
                acts.add(acts.indexOf(after) + 1, before);
                guilt.add("D2 " + code(before) + ">" + code(after));
            }
        }

        void answerLate() {
            if (answered) {
                answer = pick(120.001, 121.0, 600.0);
                guilt.add("D4 " + code(timed()));
            }
        }

        void closeWithoutStep() {
            acts.remove(Act.CLOSE);
            guilt.add("D9 " + code(Act.CLOSE));
        }

        /** Done by somebody of another role; beside it, closed by somebody who may stand in. */
        void strange() {
            closedBy = pick(null, "coordinator", "supervisor");
            if (acts.contains(Act.CLASSIFY)) {
                strange = Act.CLASSIFY;
                guilt.add("D3 " + code(Act.CLASSIFY));
            }
        }

        /** At the limit, or one beyond it. */
        void repeat() {
            if (acts.contains(Act.CONSULT) || acts.contains(Act.ASSIGNED)) {
                repeated = acts.contains(Act.CONSULT) && random.nextBoolean() ? Act.CONSULT : Act.ASSIGNED;
                int most = repeated == Act.ASSIGNED ? 5 : 15;
                times = most + random.nextInt(2);
                if (times > most) {
                    guilt.add("D6 " + code(repeated));
                }
            }
        }

        /** At the limit, or a millisecond beyond it. */
        void enterLate() {
            if (acts.contains(Act.COMPETENCE)) {
                late = Act.COMPETENCE;
                delay = pick(120.0, 120.001, 900.0);
                if (delay > 120) {
                    guilt.add("D7 " + code(Act.COMPETENCE));
                }
            }
        }

        /** So many steps declared just before the end, or one fewer, or just before that. */
        void tickAtTheEnd() {
            if (answered && acts.contains(Act.CLOSE)) {
                ticks = pick(3, 4);
                ticked = pick(9.999, 10.0, 10.001);
            }
        }

        void leaveUnproved() {
            Act act = pick(Act.NOTICE, Act.CONSULT);
            if (acts.contains(act) && repeated != act) {
                unproved = act;
                guilt.add("D8 " + code(act));
            }
        }

        /** Begun before version 1 was replaced, and over at the end of the days of grace or a millisecond later. */
        void dragOn() {
            if (channel != Channel.PHONE && !acts.isEmpty()) {
                pastGrace = Duration.ofMillis(random.nextInt(2));
                if (!pastGrace.isZero()) {
                    guilt.add("D5 V1");
                }
            }
        }

        /** Attended by somebody who was or was not trained for the version that day. */
        void attendedBySomebodyElse() {
            if (answered) {
                training = pick(Training.values());
                advisor = "aprendiz" + people++;
                if (training.guilty) {
                    guilt.add("D3 UNTRAINED:" + advisor);
                }
            }
        }

        /** Each fault touches steps of its own, so that faults can stand together in one contact. */
        Planted plant() {
            for (int fault = 0; fault < 14; fault++) {
                if (random.nextInt(4) == 0) {
                    switch (fault) {
                        case 7 -> strange();
                        case 8 -> repeat();
                        case 9 -> enterLate();
                        case 10 -> tickAtTheEnd();
                        case 11 -> leaveUnproved();
                        case 12 -> dragOn();
                        case 13 -> attendedBySomebodyElse();
                        case 0 -> forget(pick(Act.ENTERS_QUEUE, Act.COMPETENCE));
                        case 1 -> forget(Act.REFER);
                        case 2 -> swap(Act.CONSULT, Act.DELIVER);
                        case 3 -> swap(Act.NOTICE, Act.CLASSIFY);
                        case 4 -> answerLate();
                        case 5 -> closeWithoutStep();
                        case 6 -> gap = true;
                        default -> throw new AssertionError(fault);
                    }
                }
            }
            return this;
        }

        ContactId recorded() throws SQLException {
            if (ticked().size() > 3 && acts.contains(Act.CLOSE) && ticked <= 10.0) {
                guilt.add("D7 BURST");
            }
            List<Done> done = new ArrayList<>();
            double second = 0;
            for (Act act : acts) {
                for (int time = 0; time < (act == repeated ? times : 1); time++) {
                    second += 0.001;
                    done.add(step(act, second, done));
                }
            }
            Instant begun = begun(done);
            if (training != null) {
                training.write(
                        advisor, channel.procedure(), LocalDay.of(begun, ZONE).date());
            }
            boolean abandoned = outcome.equals("ABANDONED_IN_QUEUE");
            ContactId contact = fixture.ended(
                    channel,
                    begun,
                    abandoned ? null : advisor,
                    abandoned ? outcome : "CLOSED",
                    abandoned ? null : outcome,
                    done);
            if (pastGrace != null) {
                asSuperuser(
                        """
                        update execution set procedure_version_id =
                          (select id from procedure_version where procedure_code = '%s' and number = 1)
                        where id = '%s'
                        """
                                .formatted(channel.procedure(), contact));
            }
            if (gap) {
                tamper(contact, random.nextBoolean() ? 1 : Math.max(1, done.size()));
            }
            return contact;
        }

        private Done step(Act act, double second, List<Done> before) {
            boolean declared = random.nextBoolean();
            double at = act == timed() ? answer + assignedAt(before) : act == Act.CLOSE ? CLOSE : second;
            if (isTicked(act)) {
                declared = true;
                at = CLOSE - ticked;
            }
            Basis basis = declared ? Basis.DECLARED : Basis.MEASURED;
            Done done = new Done(act, basis, at, act == Act.CLOSE ? outcome : null);
            if (act == late) {
                // Entered long before the end all the same: a late entry is no burst.
                done = done.entered(delay);
            }
            if (act == strange) {
                done = done.in("information");
            } else if (act == Act.CLOSE && closedBy != null) {
                done = done.in(closedBy);
            } else if (isPresentedByTheMenu(act)) {
                done = done.in("system");
            }
            return act == unproved ? done.unproved() : done;
        }

        /** A call may hear the notice from the menu or from the advisor: neither is at fault. */
        private boolean isPresentedByTheMenu(Act act) {
            return act == Act.NOTICE
                    && channel == Channel.PHONE
                    && act != late
                    && !isTicked(act)
                    && random.nextBoolean();
        }

        /** The last steps before the closing one that carry no fault or limit of their own; none where they are too few. */
        private List<Act> ticked() {
            List<Act> able = acts.stream()
                    .filter(one -> one != timed() && one != Act.CLOSE && one != Act.ASSIGNED && one != late)
                    .filter(one -> one != unproved && one != repeated)
                    .toList();
            return able.size() < ticks ? List.of() : able.subList(able.size() - ticks, able.size());
        }

        private boolean isTicked(Act act) {
            return ticked().contains(act);
        }

        private Instant begun(List<Done> done) {
            double end = done.stream().mapToDouble(Done::second).max().orElse(0);
            if (training != null && pastGrace == null) {
                return T0; // 10:00 there, so that it is over on the same day
            }
            return pastGrace == null
                    ? T0.plusSeconds(random.nextInt(86_400))
                    : OBSOLETE.plus(GRACE).plus(pastGrace).minusMillis(Math.round(end * 1000));
        }

        private double assignedAt(List<Done> done) {
            return done.stream()
                    .filter(step -> step.act() == Act.ASSIGNED)
                    .mapToDouble(Done::second)
                    .findFirst()
                    .orElse(0);
        }

        /** Numbers from k on move up, as if rows had been dropped by somebody with all rights. */
        private void tamper(ContactId contact, int k) throws SQLException {
            int dropped = pick(1, 2);
            asSuperuser(
                    """
                    update event set k = k + 2000 where execution_id = '%1$s' and k >= %2$d;
                    update event set k = k - 2000 + %3$d where execution_id = '%1$s' and k > 2000;
                    update execution set steps = steps + %3$d where id = '%1$s'
                    """
                            .formatted(contact, k, dropped));
            guilt.add("D10 K" + k + "-" + (k + dropped - 1));
        }
    }

    private static void asSuperuser(String sql) throws SQLException {
        persistence.database().execute("set session_replication_role = replica; " + sql);
    }

    @Test
    void everyPlantedDeviationIsFoundAndNothingElse() throws SQLException {
        persistence
                .database()
                .execute("insert into app_user (username, staff_number, display_name, password)"
                        + " values ('asesora01', 'A-1', 'Inventada', 'x')");
        persistence
                .database()
                .execute(
                        """
                        insert into app_user (username, staff_number, display_name, password)
                        values ('supervisora', 'S-1', 'Inventada', 'x');
                        insert into training_demand (version_id, demanded_from, pass_mark, set_by, set_at)
                        select id, date '2026-01-01', 80, 'supervisora', now() from procedure_version;
                        insert into training_record (version_id, person, held_on, trainer, score, pass_mark, recorded_by,
                                                     recorded_at)
                        select id, 'asesora01', date '2026-01-01', 'Quien capacita', 80, 80, 'supervisora', now()
                        from procedure_version
                        """);
        persistence
                .database()
                .execute("update procedure_version set in_force_to = '" + OBSOLETE + "' where state = 'OBSOLETE'");
        Map<ContactId, Planted> all = new HashMap<>();
        for (long seed : SEEDS) {
            Random random = new Random(seed);
            for (int i = 0; i < CONTACTS; i++) {
                Planted planted = new Planted(random).plant();
                all.put(planted.recorded(), planted);
            }
        }
        assertThat(fixture.sweep()).isEqualTo(SEEDS.length * CONTACTS);

        Map<String, Integer> byRule = new HashMap<>();
        Map<String, Set<String>> foundIn = fixture.deviations();
        int found = 0;
        int planted = 0;
        int right = 0;
        for (Map.Entry<ContactId, Planted> one : all.entrySet()) {
            Set<String> deviations =
                    new TreeSet<>(foundIn.getOrDefault(one.getKey().toString(), Set.of()));
            found += deviations.size();
            planted += one.getValue().guilt.size();
            deviations.retainAll(one.getValue().guilt);
            right += deviations.size();
            one.getValue().guilt.forEach(guilt -> byRule.merge(rule(guilt), 1, Integer::sum));
        }
        System.out.printf(
                "planted %d deviations in %d contacts %s: found %d, right %d%n",
                planted, all.size(), byRule, found, right);
        assertThat(byRule.keySet())
                .containsExactlyInAnyOrder("D1", "D2", "D3", "D3 UNTRAINED", "D4", "D5", "D6", "D7", "D8", "D9", "D10");
        assertThat(byRule.values()).allMatch(times -> times >= 25);
        assertThat(right).as("recall").isEqualTo(planted);
        assertThat(right).as("precision").isEqualTo(found);

        aSecondSweepFindsNothingTwice(found);
        eachIsInTheLedger(found);
        noneCanBeTakenBack();
    }

    /** D3 has two halves that know nothing of each other. */
    private static String rule(String guilt) {
        return guilt.contains("UNTRAINED") ? "D3 UNTRAINED" : guilt.substring(0, guilt.indexOf(' '));
    }

    private void aSecondSweepFindsNothingTwice(int found) throws SQLException {
        assertThat(fixture.unread()).isEmpty();
        persistence.database().execute("update execution_check set steps = -1");
        assertThat(fixture.sweep()).isEqualTo(SEEDS.length * CONTACTS);
        assertThat(persistence.database().value("select count(*) from deviation"))
                .isEqualTo("" + found);
    }

    private static void eachIsInTheLedger(int found) throws SQLException {
        assertThat(
                        persistence
                                .database()
                                .value(
                                        """
                                select count(*) from deviation d join event e on e.refs->>'deviation' = d.id::text
                                where e.code = 'DEVIATION_FOUND' and e.reason = d.code and e.contact_id = d.contact_id
                                """))
                .isEqualTo("" + found);
    }

    private static void noneCanBeTakenBack() {
        for (String sql : List.of("delete from deviation", "update deviation set code = 'D1'", "truncate deviation")) {
            assertThatThrownBy(() -> persistence.database().execute(sql)).hasMessageContaining("is refused");
        }
    }
}
