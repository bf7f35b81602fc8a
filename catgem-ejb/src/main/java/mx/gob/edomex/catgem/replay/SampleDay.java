package mx.gob.edomex.catgem.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.routing.RoutingRules;
import mx.gob.edomex.catgem.routing.VirtualCentre;
import mx.gob.edomex.catgem.routing.VirtualCentre.Arrival;
import mx.gob.edomex.catgem.routing.VirtualCentre.Silence;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.TimeSpan;
import mx.gob.edomex.catgem.workforce.Presence;
import mx.gob.edomex.catgem.workforce.SkillBook.Profile;
import mx.gob.edomex.catgem.workforce.Stay;

/**
 * The simulator's day, for a centre without a past: contacts with the shape of a day, the advisors there are in three
 * shifts with a meal each, and what becomes of them under the rules given. The same seed makes the same day.
 */
final class SampleDay {

    /** Share of the day's contacts in each hour: two peaks, a quiet night. */
    private static final double[] SHAPE = {
        0.3, 0.2, 0.15, 0.15, 0.2, 0.3, 0.5, 0.9, 1.4, 1.8, 2.0, 2.0, 1.9, 1.7, 1.4, 1.3, 1.5, 1.6, 1.4, 1.1, 0.9, 0.7,
        0.4, 0.2
    };

    private static final double CALLS = 0.45;
    private static final double MAILS = 0.2;
    private static final double REFUSED = 0.04;
    private static final double SILENT = 0.3;
    private static final int ENGLISH = 40;

    private final Random random;
    private final List<Profile> staff;
    private final List<String> topics;
    private final Instant start;
    private final LocalDate date;

    SampleDay(LocalDate date, ZoneId zone, List<Profile> staff, List<String> topics, long seed) {
        this.date = date;
        this.start = date.atStartOfDay(zone).toInstant();
        this.staff = staff;
        this.topics = topics;
        this.random = new Random(seed);
    }

    PastDay of(int contacts, RoutingRules rules) {
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < contacts; i++) {
            arrivals.add(arrival());
        }
        arrivals.sort(Comparator.comparing(Arrival::at));
        List<Stay> stays = stays();
        Duration length = Duration.ofDays(1);
        PastDay empty = new PastDay(date, start, length, List.of(), staff, List.of(), stays);
        return new PastDay(date, start, length, happened(arrivals, empty, rules), staff, List.of(), stays);
    }

    private Arrival arrival() {
        double drawn = random.nextDouble();
        Channel channel = drawn < CALLS ? Channel.PHONE : drawn < 1 - MAILS ? Channel.CHAT : Channel.EMAIL;
        // Half of what comes is general, the rest is spread over the other topics.
        String topic = random.nextBoolean() ? topics.get(0) : topics.get(random.nextInt(topics.size()));
        Language language = random.nextInt(ENGLISH) == 0 ? Language.EN : Language.ES;
        Duration patience = channel == Channel.EMAIL ? null : seconds(10 + exponential(240));
        List<Duration> refused =
                random.nextDouble() < REFUSED ? List.of(Duration.ofSeconds(2 + random.nextInt(14))) : List.of();
        Duration service = seconds(channel == Channel.EMAIL ? 120 + exponential(240) : 60 + exponential(180));
        return new Arrival(
                new ServiceClass(language, topic, channel, Priority.NORMAL),
                Duration.ofMillis(moment()),
                service,
                patience,
                refused,
                Duration.ofSeconds(1 + random.nextInt(5)),
                null,
                channel == Channel.CHAT && random.nextDouble() < SILENT ? silence(service) : List.of());
    }

    /** The citizen is silent for a part of the time, some to the end of it. */
    private List<Silence> silence(Duration service) {
        long millis = service.toMillis();
        long from = millis / 4 + random.nextInt((int) millis / 4);
        return List.of(new Silence(Duration.ofMillis(from), Duration.ofMillis(1 + random.nextInt((int) millis))));
    }

    private long moment() {
        double all = 0;
        for (double hour : SHAPE) {
            all += hour;
        }
        double drawn = random.nextDouble() * all;
        int hour = 0;
        while (drawn >= SHAPE[hour]) {
            drawn -= SHAPE[hour++];
        }
        return hour * 3_600_000L + random.nextInt(3_600_000);
    }

    /** A quarter works at night, the rest in the morning and the afternoon; half an hour for the meal. */
    private List<Stay> stays() {
        List<Stay> stays = new ArrayList<>();
        Instant before = start.minus(PastDay.MARGIN);
        Instant after = start.plus(Duration.ofDays(1)).plus(PastDay.MARGIN);
        for (int i = 0; i < staff.size(); i++) {
            String name = staff.get(i).username();
            int begins = new int[] {-1, 7, 7, 7, 14, 14, 14, 22}[i % 8];
            Instant from = begins < 0 ? before : start.plus(Duration.ofHours(begins));
            Instant to = earlier(from.plus(Duration.ofHours(begins < 0 ? 10 : 8)), after);
            Instant meal = earlier(from.plus(Duration.ofMinutes(150 + random.nextInt(120))), to);
            Instant back = earlier(meal.plus(Duration.ofMinutes(30)), to);
            add(stays, name, before, from, Presence.OFFLINE, null);
            add(stays, name, from, meal, Presence.AVAILABLE, null);
            add(stays, name, meal, back, Presence.AUXILIARY, "MEAL");
            add(stays, name, back, to, Presence.AVAILABLE, null);
            add(stays, name, to, after, Presence.OFFLINE, null);
        }
        return stays;
    }

    private static void add(List<Stay> stays, String name, Instant from, Instant to, Presence presence, String reason) {
        if (from.isBefore(to)) {
            stays.add(new Stay(name, new TimeSpan(from, to), presence, reason));
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static List<PastContact> happened(List<Arrival> arrivals, PastDay day, RoutingRules rules) {
        IdentityHashMap<Arrival, PastContact> past = new IdentityHashMap<>();
        IdentityHashMap<Arrival, String> asked = new IdentityHashMap<>();
        VirtualCentre centre = new VirtualCentre(rules, day.start(), arrivals.iterator(), new VirtualCentre.Gauge() {
            @Override
            public void offered(Arrival arrival, String advisor, Duration waited) {
                asked.put(arrival, advisor);
            }

            @Override
            public void served(Arrival arrival, Duration waited) {
                past.put(arrival, contact(arrival, waited, null, asked.get(arrival)));
            }

            @Override
            public void abandoned(Arrival arrival, Duration waited) {
                past.put(arrival, contact(arrival, null, waited, null));
            }
        });
        DayReplay.staff(centre, day);
        centre.run();
        return arrivals.stream()
                .map(arrival -> past.getOrDefault(arrival, contact(arrival, null, null, null)))
                .toList();
    }

    private static PastContact contact(Arrival arrival, Duration accepted, Duration abandoned, String advisor) {
        return new PastContact(
                arrival.serviceClass(),
                arrival.at(),
                accepted,
                accepted == null ? null : accepted.plusSeconds(2),
                abandoned,
                accepted == null ? Duration.ZERO : arrival.service(),
                accepted == null ? List.of() : arrival.silences(),
                arrival.refused(),
                arrival.ring(),
                null,
                advisor);
    }

    private double exponential(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
