package mx.gob.edomex.catgem.contact;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How long the line of an entry point or of a topic may become.
 *
 * @param mostWaiting contacts waiting, or null; {@code mostMinutes}: expected wait, or null
 * @param to where what is over it goes; null unless the action is OVERFLOW
 */
public record QueueLimit(Line line, Integer mostWaiting, Integer mostMinutes, Action action, Line to) {

    /** Whose line it is. */
    public enum Scope {
        ENTRY_POINT,
        TOPIC
    }

    /** What becomes of who comes when the line is over its limit. */
    public enum Action {
        /** Taken, and offered a callback. */
        OFFER_CALLBACK,
        /** Into another line. */
        OVERFLOW,
        /** Turned away with words. */
        REFUSE
    }

    /** A line that can have a limit. */
    public record Line(Scope scope, String code) {

        public static Line entryPoint(String code) {
            return new Line(Scope.ENTRY_POINT, code);
        }

        public static Line topic(String code) {
            return new Line(Scope.TOPIC, code);
        }

        @Override
        public String toString() {
            return scope + ":" + code;
        }
    }

    /**
     * Whether a contact could come back to the line it overflowed from. Whoever is in an entry point's line is in the
     * line of its topic as well, so these are ways too.
     *
     * @param limits all that there are, this one among them
     * @param topics the topic of each entry point
     */
    public boolean isCircular(List<QueueLimit> limits, Map<String, String> topics) {
        return to != null && reaches(to, line, limits, topics, new HashSet<>());
    }

    private static boolean reaches(
            Line from, Line wanted, List<QueueLimit> limits, Map<String, String> topics, Set<Line> seen) {
        if (from.equals(wanted)) {
            return true;
        }
        if (!seen.add(from)) {
            return false;
        }
        boolean byTopic = from.scope() == Scope.ENTRY_POINT
                && topics.containsKey(from.code())
                && reaches(Line.topic(topics.get(from.code())), wanted, limits, topics, seen);
        return byTopic
                || limits.stream()
                        .filter(limit -> limit.line().equals(from) && limit.to() != null)
                        .anyMatch(limit -> reaches(limit.to(), wanted, limits, topics, seen));
    }
}
