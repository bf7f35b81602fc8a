package mx.gob.edomex.catgem.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.contact.WaitingContact;
import mx.gob.edomex.catgem.shared.BenchFigure;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.workforce.Skills;
import mx.gob.edomex.catgem.workforce.Skills.Kind;
import mx.gob.edomex.catgem.workforce.Skills.Skill;
import mx.gob.edomex.catgem.workforce.StaffedAdvisor;
import org.junit.jupiter.api.Test;

/**
 * The engine with many advisors, alone: no broker, no database. Each figure is a line of JSON. A small size by default;
 * the profile bench takes the 10,000 of ARCHITECTURE and keeps the figures.
 */
class EngineScaleTest {

    private static final int ADVISORS = Integer.getInteger("catgem.engine.advisors", 500);
    private static final int TOPICS = 40;
    private static final int SERVICE = 180;
    private static final Instant NOW = Instant.parse("2026-03-03T12:00:00Z");

    /** Everyone becomes free at once while as many wait: the worst batch there is. */
    @Test
    void everyoneIsFreeWhileAsManyWait() {
        List<StaffedAdvisor> staff = staff();
        Line line = new Line(ADVISORS);
        RoutingEngine engine = new RoutingEngine(RoutingRules.standard());
        engine.decide(NOW, line, List.of(), staff.subList(0, ADVISORS / 10)); // the machine gets warm
        long before = System.nanoTime();
        List<Decision> decisions = engine.decide(NOW, line, List.of(), staff);
        double seconds = (System.nanoTime() - before) / 1e9;
        figure("batch", decisions.size() / seconds, "decisions/s");
        // Who came last waits for their own topic still, and nearly everyone has been given something.
        assertThat(decisions).hasSizeBetween(ADVISORS * 95 / 100, ADVISORS);
        assertThat(decisions.stream().map(Decision::advisor).distinct()).hasSameSizeAs(decisions);
        assertThat(decisions).allSatisfy(one -> {
            assertThat(one.why().first()).hasSizeLessThanOrEqualTo(Explanation.NAMED);
            int excluded =
                    one.why().excluded().values().stream().mapToInt(n -> n).sum();
            assertThat(one.why().eligible() + excluded).isEqualTo(ADVISORS);
        });
    }

    /** One after the other, at an occupancy of 0.95: nearly everyone is busy, and every event asks the engine. */
    @Test
    void aDayOfABigCentreInVirtualTime() {
        int contacts = ADVISORS * 4;
        Random random = new Random(3);
        double between = SERVICE / (0.95 * ADVISORS);
        long[] served = new long[1];
        VirtualCentre.Gauge gauge = new VirtualCentre.Gauge() {
            @Override
            public void served(VirtualCentre.Arrival arrival, Duration waited) {
                served[0]++;
            }

            @Override
            public void abandoned(VirtualCentre.Arrival arrival, Duration waited) {
                throw new IllegalStateException("everyone waits for ever");
            }
        };
        Iterator<VirtualCentre.Arrival> arrivals = new Iterator<>() {
            private double at;
            private int come;

            @Override
            public boolean hasNext() {
                return come < contacts;
            }

            @Override
            public VirtualCentre.Arrival next() {
                come++;
                at += -between * Math.log(1 - random.nextDouble());
                return new VirtualCentre.Arrival(
                        call(random.nextInt(TOPICS)), seconds(at), seconds(SERVICE * 2 * random.nextDouble()), null);
            }
        };
        VirtualCentre centre = new VirtualCentre(RoutingRules.standard(), NOW, arrivals, gauge);
        for (StaffedAdvisor advisor : staff()) {
            centre.employ(advisor.username(), false, advisor.skills(), advisor.idleSince());
            centre.presence(Duration.ZERO, advisor.username(), true, true);
        }
        long before = System.nanoTime();
        long events = centre.run();
        double seconds = (System.nanoTime() - before) / 1e9;
        System.gc();
        Runtime memory = Runtime.getRuntime();
        figure("virtual", events / seconds, "events/s");
        figure("virtual.memory", (memory.totalMemory() - memory.freeMemory()) / 1e6, "MB");
        assertThat(served[0]).isEqualTo(contacts);
        assertThat(centre.classes()).hasSize(TOPICS);
    }

    private static void figure(String name, double value, String unit) {
        BenchFigure.write("engine." + ADVISORS + "." + name, value, unit, null);
    }

    /** Each team knows a third of the topics: {@value #TOPICS} teams. */
    private static List<StaffedAdvisor> staff() {
        List<Skills> teams = new ArrayList<>();
        for (int team = 0; team < TOPICS; team++) {
            List<Skill> skills =
                    new ArrayList<>(List.of(new Skill(Kind.CHANNEL, "PHONE"), new Skill(Kind.LANGUAGE, "ES")));
            for (int topic = 0; topic < TOPICS / 3; topic++) {
                skills.add(new Skill(Kind.TOPIC, "T" + (team + topic * 3) % TOPICS));
            }
            teams.add(new Skills(skills));
        }
        List<StaffedAdvisor> staff = new ArrayList<>();
        for (int i = 0; i < ADVISORS; i++) {
            staff.add(new StaffedAdvisor(
                    String.format("advisor%05d", i),
                    true,
                    false,
                    false,
                    100,
                    NOW.minusSeconds(i * 7919L % 5_000),
                    0,
                    false,
                    List.of(),
                    teams.get(i % TOPICS)));
        }
        return staff;
    }

    private static ServiceClass call(int topic) {
        return new ServiceClass(Language.ES, "T" + topic, Channel.PHONE, Priority.NORMAL);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    /** So many calls, topic after topic, a second apart. */
    private record Line(int length) implements ClassHeads {
        @Override
        public Collection<ServiceClass> classes() {
            List<ServiceClass> classes = new ArrayList<>();
            for (int topic = 0; topic < TOPICS; topic++) {
                classes.add(call(topic));
            }
            return classes;
        }

        @Override
        public Optional<WaitingContact> at(ServiceClass serviceClass, int position) {
            int number = Integer.parseInt(serviceClass.topic().substring(1)) + position * TOPICS;
            return number >= length
                    ? Optional.empty()
                    : Optional.of(new WaitingContact(
                            new ContactId(new UUID(0, number)),
                            serviceClass,
                            NOW.minusSeconds(length - number),
                            Duration.ZERO,
                            1,
                            Set.of(),
                            null));
        }
    }
}
