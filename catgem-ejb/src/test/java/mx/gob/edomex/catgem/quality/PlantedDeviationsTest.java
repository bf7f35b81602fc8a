package mx.gob.edomex.catgem.quality;

import static mx.gob.edomex.catgem.quality.QualityFixture.T0;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
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
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Several hundred contacts recorded through the product's own recorder, with faults planted at random; what was planted
 * is the oracle, never the rules. Every deviation planted is found and nothing else is.
 */
class PlantedDeviationsTest {

    private static final long[] SEEDS = {1, 20_260_302, 97};
    private static final int CONTACTS = 130;

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.production();

    private final QualityFixture fixture = new QualityFixture(persistence);

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

        /** Each fault touches steps of its own, so that faults can stand together in one contact. */
        Planted plant() {
            for (int fault = 0; fault < 7; fault++) {
                if (random.nextInt(4) == 0) {
                    switch (fault) {
                        case 0 -> forget(pick(Act.ENTERS_QUEUE, Act.COMPETENCE));
                        case 1 -> forget(Act.REFER);
                        case 2 -> swap(Act.CONSULT, Act.DELIVER);
                        case 3 -> swap(Act.NOTICE, Act.CLASSIFY);
                        case 4 -> answerLate();
                        case 5 -> closeWithoutStep();
                        default -> gap = true;
                    }
                }
            }
            return this;
        }

        ContactId recorded() throws SQLException {
            List<Done> done = new ArrayList<>();
            double second = 0;
            for (Act act : acts) {
                second += 0.001;
                double at = act == timed() ? answer + assignedAt(done) : second;
                Basis basis = random.nextBoolean() ? Basis.MEASURED : Basis.DECLARED;
                done.add(new Done(act, basis, at, act == Act.CLOSE ? outcome : null));
            }
            boolean abandoned = outcome.equals("ABANDONED_IN_QUEUE");
            ContactId contact = fixture.ended(
                    channel,
                    T0.plusSeconds(random.nextInt(86_400)),
                    abandoned ? null : "asesora01",
                    abandoned ? outcome : "CLOSED",
                    abandoned ? null : outcome,
                    done);
            if (gap) {
                tamper(contact, random.nextBoolean() ? 1 : done.size());
            }
            return contact;
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
            one.getValue()
                    .guilt
                    .forEach(guilt -> byRule.merge(guilt.substring(0, guilt.indexOf(' ')), 1, Integer::sum));
        }
        System.out.printf(
                "planted %d deviations in %d contacts %s: found %d, right %d%n",
                planted, all.size(), byRule, found, right);
        assertThat(byRule.keySet()).containsExactlyInAnyOrder("D1", "D2", "D4", "D9", "D10");
        assertThat(byRule.values()).allMatch(times -> times >= 30);
        assertThat(right).as("recall").isEqualTo(planted);
        assertThat(right).as("precision").isEqualTo(found);

        aSecondSweepFindsNothingTwice(found);
        eachIsInTheLedger(found);
        noneCanBeTakenBack();
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
