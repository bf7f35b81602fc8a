package mx.gob.edomex.catgem.correction;

/** Which findings a list is about; null: any. */
public record FindingFilter(Stage stage, String rule, String procedure) {

    /** States that are asked for together. */
    public enum Stage {
        /** Not ended. */
        OPEN("f.closed_at is null"),
        /** Not yet a nonconformity. */
        FOUND("f.state = 'FINDING'"),
        /** A nonconformity on its way. */
        RUNNING("f.state in ('NONCONFORMITY', 'EXPLAINED', 'IN_ACTION', 'REOPENED')"),
        /** An action is past its day. */
        OVERDUE("exists (select 1 from corrective_action a where a.finding_id = f.id and a.done_at is null"
                + " and a.due_on < :today)"),
        WATCHED("f.state = 'WATCHED'"),
        /** The effect can be judged. */
        DUE("f.state = 'WATCHED' and f.check_on <= :today"),
        ENDED("f.closed_at is not null");

        private final String condition;

        Stage(String condition) {
            this.condition = condition;
        }

        String condition() {
            return condition;
        }
    }
}
