package mx.gob.edomex.catgem.survey;

import mx.gob.edomex.catgem.shared.Violation;

/** An answer names a question of the survey and one of its options, and question 1 has an answer. */
public class AnswerNotValid extends Violation {
    public AnswerNotValid() {
        super("the answers do not fit the questions");
    }
}
