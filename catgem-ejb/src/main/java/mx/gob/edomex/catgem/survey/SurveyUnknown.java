package mx.gob.edomex.catgem.survey;

import mx.gob.edomex.catgem.shared.Violation;

/** The link was never ours, or was copied in part. */
public class SurveyUnknown extends Violation {
    public SurveyUnknown() {
        super("no such survey");
    }
}
