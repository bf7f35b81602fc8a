package mx.gob.edomex.catgem.quality;

import java.util.List;

/**
 * Conformity of the executions of a period. Every figure is a count, so that any of them can be added up and drilled
 * into.
 *
 * @param byShift on the days on which each shift starts, so that its sum may differ from the total by the first and the
 *     last night; empty where one shift is asked for
 * @param byHour local hours, 00 to 23, in which an execution counts
 * @param byAdvisor who was assigned last, or ended it; empty for readers who see no person's figures
 * @param exits by advisor; empty for readers who see no person's figures
 */
public record ConformityReport(
        ConformityFilter filter,
        Line total,
        List<Line> byProcedure,
        List<Line> byDay,
        List<Line> byShift,
        List<Line> byHour,
        List<Line> byAdvisor,
        List<StepLine> bySteps,
        List<DeviationLine> byDeviation,
        List<ExitLine> exits) {

    /**
     * What a group of ended executions did of the steps they owed: {@code measured + declared + skipped + missing}.
     *
     * @param key of the group: a procedure, a day, a shift, an hour or a person; empty for all
     * @param name of it, where it has one
     * @param deviating executions with at least one deviation
     * @param earlyExits executions that ended by an authorised early exit
     * @param late steps done beyond their limit; they are among measured and declared too
     */
    public record Line(
            String key,
            String name,
            int executions,
            int deviating,
            int earlyExits,
            int measured,
            int declared,
            int skipped,
            int missing,
            int late) {

        public int owed() {
            return measured + declared + skipped + missing;
        }

        Line named(String newKey, String newName) {
            return new Line(
                    newKey, newName, executions, deviating, earlyExits, measured, declared, skipped, missing, late);
        }

        /** Executions without deviation in percent, or null where there is none to judge. */
        public Double conforming() {
            return percent(executions - deviating, executions);
        }
    }

    /** One step of a procedure over all executions that owed it. */
    public record StepLine(
            String procedure,
            String code,
            String name,
            int measured,
            int declared,
            int skipped,
            int missing,
            int late) {

        public int owed() {
            return measured + declared + skipped + missing;
        }
    }

    /** @param executions in which the deviation stands at least once */
    public record DeviationLine(DeviationCode code, int found, int executions) {}

    /**
     * @param attended ended contacts of which this person was the last advisor
     * @param exits of them, ended by an authorised early exit
     */
    public record ExitLine(String advisor, String name, int attended, int exits) {

        public Double rate() {
            return percent(exits, attended);
        }
    }

    /** To two decimals. */
    private static Double percent(int part, int whole) {
        return whole == 0 ? null : Double.valueOf(Math.round(10_000.0 * part / whole) / 100.0);
    }
}
