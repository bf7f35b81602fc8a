package mx.gob.edomex.catgem.survey;

import mx.gob.edomex.catgem.shared.Violation;

/** The time to answer is over. */
public class SurveyExpired extends Violation {
    public SurveyExpired() {
        super("the survey's time is over");
    }
}
