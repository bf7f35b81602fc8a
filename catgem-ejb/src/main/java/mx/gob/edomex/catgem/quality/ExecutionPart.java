package mx.gob.edomex.catgem.quality;

/** Which executions stand behind a figure of the report. */
public enum ExecutionPart {
    ALL("true"),
    DEVIATING("k.deviations > 0"),
    EARLY_EXIT("k.early_exit"),
    MEASURED(holds("measured")),
    DECLARED(holds("declared")),
    SKIPPED(holds("skipped")),
    MISSING(holds("missing")),
    LATE(holds("late"));

    private final String condition;

    ExecutionPart(String condition) {
        this.condition = condition;
    }

    private static String holds(String steps) {
        return "cardinality(k." + steps + ") > 0 and (cast(:step as text) is null or :step = any (k." + steps + "))";
    }

    String condition() {
        return condition;
    }
}
