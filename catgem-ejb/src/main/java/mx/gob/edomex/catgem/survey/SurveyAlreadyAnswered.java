package mx.gob.edomex.catgem.survey;

import mx.gob.edomex.catgem.shared.Violation;

/** A survey is answered once; the first answer stays. */
public class SurveyAlreadyAnswered extends Violation {
    public SurveyAlreadyAnswered() {
        super("this survey has been answered");
    }
}
