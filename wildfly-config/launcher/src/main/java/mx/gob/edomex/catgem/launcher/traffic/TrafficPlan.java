package mx.gob.edomex.catgem.launcher.traffic;

import java.time.LocalTime;
import java.util.Properties;

/**
 * How many come, and how people behave. Times are means of exponential distributions, in seconds.
 *
 * @param perHour contacts an hour, on the average of a day
 * @param flat whether every hour has as many; otherwise the day has its shape
 * @param seed the same seed draws the same behaviour
 * @param advisors how many answer
 * @param haste how many times as fast as people they all are
 */
record TrafficPlan(double perHour, boolean flat, long seed, int advisors, double haste) {

    /** Of the contacts, the rest are chats. */
    static final double MAILS = 0.25;

    static final double PATIENCE = 240;
    static final double REPLY = 12;
    static final double ANSWER = 30;
    static final double REJECTED = 0.03;
    static final double MISSED = 0.02;
    static final double BROWSER_LOST = 0.005;

    /** Of the chats: where the advisor asks whether the answer was understood, as the procedure wants. */
    static final double CONFIRMED = 0.97;

    static final double SURVEY_ANSWERED = 0.4;

    static final int MOST_PER_HOUR = 3_600;
    private static final int MOST_ADVISORS = 24;
    private static final int MOST_HASTE = 20;

    /** A contact keeps an advisor busy for some 80 s, three at a time, and four fifths of the shift. */
    private static final double CONTACTS_AN_ADVISOR_HOUR = 3_600 / 80.0 * 3 * 0.5;

    /** Share of the day's contacts in each hour, as a centre knows it: two peaks, a quiet night. */
    private static final double[] SHAPE = {
        0.3, 0.2, 0.15, 0.15, 0.2, 0.3, 0.5, 0.9, 1.4, 1.8, 2.0, 2.0, 1.9, 1.7, 1.4, 1.3, 1.5, 1.6, 1.4, 1.1, 0.9, 0.7,
        0.4, 0.2
    };

    /** @throws IllegalArgumentException with a sentence for who started it */
    static TrafficPlan of(Properties given) {
        double perHour = number(given, "catgem.traffic", 0);
        if (perHour <= 0 || perHour > MOST_PER_HOUR) {
            throw new IllegalArgumentException(
                    "catgem.traffic is a number of contacts per hour, from 1 to " + MOST_PER_HOUR);
        }
        String shape = given.getProperty("catgem.traffic.shape", "day");
        if (!shape.equals("day") && !shape.equals("flat")) {
            throw new IllegalArgumentException("catgem.traffic.shape is day or flat");
        }
        double haste = number(given, "catgem.traffic.haste", 1);
        if (haste < 1 || haste > MOST_HASTE) {
            throw new IllegalArgumentException("catgem.traffic.haste is from 1 to " + MOST_HASTE);
        }
        int usual = (int) Math.min(MOST_ADVISORS, Math.max(2, Math.ceil(perHour / CONTACTS_AN_ADVISOR_HOUR)));
        int advisors = (int) number(given, "catgem.traffic.advisors", usual);
        if (advisors < 0 || advisors > MOST_ADVISORS) {
            throw new IllegalArgumentException("catgem.traffic.advisors is from 0 to " + MOST_ADVISORS);
        }
        return new TrafficPlan(
                perHour, shape.equals("flat"), (long) number(given, "catgem.traffic.seed", 1), advisors, haste);
    }

    private static double number(Properties given, String name, double usual) {
        String text = given.getProperty(name);
        try {
            return text == null ? usual : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is a number, not \"" + text + "\"", e);
        }
    }

    /** Contacts a second at this time of the day. */
    double rate(LocalTime now) {
        return perHour / 3_600 * (flat ? 1 : SHAPE[now.getHour()]);
    }
}
