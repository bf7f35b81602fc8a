package mx.gob.edomex.catgem.survey;

import mx.gob.edomex.catgem.shared.Violation;

/** Nobody was asked: the contact is still open, was never attended, or is of a kind that is not asked. */
public class SurveyNotOffered extends Violation {
    public SurveyNotOffered() {
        super("no survey was offered for this contact");
    }
}
