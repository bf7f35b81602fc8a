package mx.gob.edomex.catgem.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The routing by brute force, from the words of ROUTING: plain loops over everything at every decision, with records and
 * an order of its own. It shares no code with the engine, so that a fault in one is not a fault in both.
 */
final class ReferenceRouting {

    /** A skill: until when it counts, or null. */
    record Ability(int level, Instant until) {}

    static final class Person {
        String name;
        boolean there = true;
        boolean ringing;
        boolean coordinator;
        int points;
        Instant idle;
        double occupancy;
        boolean mailInHand;
        /** Mails that may be interrupted, the first to be interrupted first, and what each weighs. */
        List<UUID> mails = new ArrayList<>();

        List<Integer> mailPoints = new ArrayList<>();
        final Map<String, Map<String, Ability>> abilities =
                Map.of("CHANNEL", new TreeMap<>(), "LANGUAGE", new TreeMap<>(), "TOPIC", new TreeMap<>());
    }

    static final class Case {
        UUID id;
        int epoch;
        String channel;
        String language;
        String topic;
        String priority;
        Instant since;
        Duration paused = Duration.ZERO;
        List<String> declined = new ArrayList<>();
        String knownBy;
        Instant knownUntil;
    }

    record Step(String kind, int after, boolean percent, int level) {}

    /** One pair, with what it was chosen for. */
    record Pair(UUID contact, int epoch, String advisor, List<UUID> interrupts, int step, boolean known) {}

    private static final List<String> PRIORITIES = List.of("URGENT", "HIGH", "NORMAL", "LOW");

    Map<String, Integer> targets;
    Map<String, Integer> weights;
    int level;
    List<Step> steps;
    Map<String, List<String>> neighbours;
    boolean callsBeforeMail;

    List<Pair> decide(Instant now, List<Case> waiting, List<Person> staff) {
        List<Case> line = new ArrayList<>();
        for (Case one : waiting) {
            int place = 0;
            while (place < line.size() && before(line.get(place), one, now)) {
                place++;
            }
            line.add(place, one);
        }
        List<Pair> pairs = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        Map<String, Integer> left = new TreeMap<>();
        Map<String, Integer> interruptible = new TreeMap<>();
        for (Person person : staff) {
            left.put(person.name, 100 - person.points);
            interruptible.put(
                    person.name, person.mailPoints.stream().mapToInt(p -> p).sum());
        }
        for (Case one : line) {
            int weight = weights.get(one.channel);
            boolean breaksMail = one.channel.equals("PHONE") || one.channel.equals("CHAT");
            Person winner = null;
            boolean known = false;
            boolean held = false;
            int inForce = scope(one, now, staff);
            for (Person person : staff) {
                if (one.knownBy != null && person.name.equals(one.knownBy) && now.isBefore(one.knownUntil)) {
                    int room = left.get(person.name) + (breaksMail ? interruptible.get(person.name) : 0);
                    boolean skilled = able(person, "CHANNEL", one.channel, now) > 0
                            && able(person, "LANGUAGE", one.language, now) > 0
                            && able(person, "TOPIC", one.topic, now) > 0;
                    if (person.there && skilled && room >= weight && !one.declined.contains(person.name)) {
                        known = true;
                        held = person.ringing || taken.contains(person.name);
                        winner = person;
                    }
                }
            }
            if (held) {
                continue;
            }
            if (!known) {
                for (Person person : staff) {
                    int room = left.get(person.name) + (breaksMail ? interruptible.get(person.name) : 0);
                    if (person.there
                            && !person.ringing
                            && !taken.contains(person.name)
                            && room >= weight
                            && !one.declined.contains(person.name)
                            && skilled(one, person, inForce, now)
                            && (winner == null || better(person, winner, breaksMail, weight))) {
                        winner = person;
                    }
                }
            }
            if (winner == null) {
                continue;
            }
            List<UUID> interrupts = new ArrayList<>();
            int free = 100 - winner.points;
            for (int i = 0; i < winner.mails.size() && free < weight; i++) {
                interrupts.add(winner.mails.get(i));
                free += winner.mailPoints.get(i);
                interruptible.merge(winner.name, -winner.mailPoints.get(i), Integer::sum);
            }
            left.put(winner.name, free - weight);
            taken.add(winner.name);
            pairs.add(new Pair(one.id, one.epoch, winner.name, interrupts, inForce, known));
        }
        return pairs;
    }

    /** Why the others were not, by their number; and who could have been asked, the best first. */
    record Others(Map<String, Integer> reasons, List<String> able) {}

    Others others(Case one, Pair won, Instant now, List<Person> staff) {
        Map<String, Integer> reasons = new TreeMap<>();
        List<Person> able = new ArrayList<>();
        int weight = weights.get(one.channel);
        boolean breaksMail = one.channel.equals("PHONE") || one.channel.equals("CHAT");
        for (Person person : staff) {
            if (person.name.equals(won.advisor())) {
                continue;
            }
            int room = 100 - person.points;
            for (int points : person.mailPoints) {
                room += breaksMail ? points : 0;
            }
            String reason = null;
            if (!person.there) {
                reason = "AWAY";
            } else if (!skilled(one, person, won.step(), now)) {
                reason = lack(one, person, won.step(), now);
            } else if (one.declined.contains(person.name)) {
                reason = "DECLINED";
            } else if (person.ringing) {
                reason = "OFFERED";
            } else if (room < weight) {
                reason = "NO_ROOM";
            }
            if (reason != null) {
                reasons.merge(reason, 1, Integer::sum);
            } else {
                int place = 0;
                while (place < able.size() && better(able.get(place), person, breaksMail, weight)) {
                    place++;
                }
                able.add(place, person);
            }
        }
        return new Others(reasons, able.stream().map(person -> person.name).toList());
    }

    private String lack(Case one, Person person, int inForce, Instant now) {
        boolean byNeighbour = steps.subList(0, inForce).stream().anyMatch(step -> step.kind.equals("NEIGHBOURS"));
        int topic = able(person, "TOPIC", one.topic, now);
        for (String neighbour : byNeighbour ? neighbours.getOrDefault(one.topic, List.of()) : List.<String>of()) {
            topic = Math.max(topic, able(person, "TOPIC", neighbour, now));
        }
        int channel = able(person, "CHANNEL", one.channel, now);
        int language = able(person, "LANGUAGE", one.language, now);
        if (channel > 0 && language > 0 && topic > 0) {
            int wanted = level;
            for (Step step : steps.subList(0, inForce)) {
                wanted = step.kind.equals("DROP_LEVEL") ? Math.min(wanted, step.level) : wanted;
            }
            return Math.min(topic, Math.min(channel, language)) < wanted ? "BELOW_LEVEL" : "IN_RESERVE";
        }
        if (!person.abilities.get("CHANNEL").containsKey(one.channel)) {
            return "NO_CHANNEL";
        }
        if (!person.abilities.get("LANGUAGE").containsKey(one.language)) {
            return "NO_LANGUAGE";
        }
        return person.abilities.get("TOPIC").containsKey(one.topic) ? "NOT_VALID" : "NO_TOPIC";
    }

    private boolean before(Case one, Case other, Instant now) {
        boolean urgent = one.priority.equals("URGENT");
        if (urgent != other.priority.equals("URGENT")) {
            return urgent;
        }
        boolean mail = one.channel.equals("EMAIL");
        if (callsBeforeMail && mail != other.channel.equals("EMAIL")) {
            return !mail;
        }
        double used = used(one, now);
        double otherUsed = used(other, now);
        if (used != otherUsed) {
            return used > otherUsed;
        }
        int rank = PRIORITIES.indexOf(one.priority);
        int otherRank = PRIORITIES.indexOf(other.priority);
        if (rank != otherRank) {
            return rank < otherRank;
        }
        if (!one.since.equals(other.since)) {
            return one.since.isBefore(other.since);
        }
        return one.id.compareTo(other.id) < 0;
    }

    private double used(Case one, Instant now) {
        return (now.toEpochMilli() - one.since.toEpochMilli() - one.paused.toMillis())
                / (targets.get(one.channel + "." + one.priority) * 1000.0);
    }

    /** How many steps are in force: all that are due, then on past every one that nobody there is skilled for. */
    private int scope(Case one, Instant now, List<Person> staff) {
        int due = 0;
        while (due < steps.size()) {
            Step step = steps.get(due);
            long waited = now.toEpochMilli() - one.since.toEpochMilli() - one.paused.toMillis();
            double limit = step.percent
                    ? targets.get(one.channel + "." + one.priority) * 10.0 * step.after
                    : step.after * 1000.0;
            if (waited < limit) {
                break;
            }
            due++;
        }
        while (due < steps.size()) {
            boolean staffed = false;
            for (Person person : staff) {
                staffed = staffed || (person.there && skilled(one, person, due, now));
            }
            if (staffed) {
                break;
            }
            due++;
        }
        return due;
    }

    private boolean skilled(Case one, Person person, int inForce, Instant now) {
        int wanted = level;
        boolean byNeighbour = false;
        boolean coordinators = false;
        boolean everyone = false;
        for (Step step : steps.subList(0, inForce)) {
            switch (step.kind) {
                case "DROP_LEVEL" -> wanted = Math.min(wanted, step.level);
                case "NEIGHBOURS" -> byNeighbour = true;
                case "RESERVE" -> coordinators = true;
                default -> everyone = true;
            }
        }
        int reach = Math.min(able(person, "CHANNEL", one.channel, now), able(person, "LANGUAGE", one.language, now));
        if (reach == 0) {
            return false;
        }
        if (everyone) {
            return true;
        }
        int topic = able(person, "TOPIC", one.topic, now);
        if (byNeighbour) {
            for (String neighbour : neighbours.getOrDefault(one.topic, List.of())) {
                topic = Math.max(topic, able(person, "TOPIC", neighbour, now));
            }
        }
        return reach >= wanted && topic >= wanted && topic > 0 && (coordinators || !person.coordinator);
    }

    private static int able(Person person, String kind, String code, Instant now) {
        Ability ability = person.abilities.get(kind).get(code);
        return ability == null || (ability.until != null && !now.isBefore(ability.until)) ? 0 : ability.level;
    }

    private static boolean better(Person one, Person other, boolean breaksMail, int weight) {
        if (breaksMail && one.mailInHand != other.mailInHand) {
            return !one.mailInHand;
        }
        boolean interrupts = 100 - one.points < weight;
        if (breaksMail && interrupts != 100 - other.points < weight) {
            return !interrupts;
        }
        if (!one.idle.equals(other.idle)) {
            return one.idle.isBefore(other.idle);
        }
        if (one.occupancy != other.occupancy) {
            return one.occupancy < other.occupancy;
        }
        return one.name.compareTo(other.name) < 0;
    }
}
