package mx.gob.edomex.catgem.workforce;

import java.time.LocalDate;
import java.util.List;

/**
 * The 24×7 week from a Monday on.
 *
 * @param rows one a person who may attend, in order of their names
 * @param days seven, each with its 24 hours
 */
public record RosterWeek(LocalDate monday, List<Shift> shifts, List<Row> rows, List<Day> days) {

    /** Hours in a row that lack people, day by day. */
    public List<Gap> gaps() {
        return Coverage.gaps(days);
    }

    /** One person's week: seven cells. */
    public record Row(String username, String name, List<Cell> cells, int hours) {}

    /** What a person works on a day; mostly one shift or none. */
    public record Cell(LocalDate day, List<Shift> shifts) {}

    /** One local day of the week, hour by hour. */
    public record Day(LocalDate day, List<Hour> hours) {}

    /**
     * Coverage of one hour.
     *
     * @param planned people on the roster during the whole or part of it, on average
     * @param net planned people ready to attend, shrinkage taken off
     * @param need net positions needed
     * @param present people really there, on average; null for what is to come
     */
    public record Hour(int hour, double planned, double net, int need, Double present) {

        public Level level() {
            if (planned == 0 && need > 0) {
                return Level.UNCOVERED;
            }
            return net < need ? Level.SHORT : Level.COVERED;
        }
    }

    /** How an hour is covered. */
    public enum Level {
        COVERED,
        SHORT,
        UNCOVERED
    }

    /** Hours in a row of one day that lack people. */
    public record Gap(LocalDate day, int fromHour, int toHour, Level level, double net, int need) {}
}
