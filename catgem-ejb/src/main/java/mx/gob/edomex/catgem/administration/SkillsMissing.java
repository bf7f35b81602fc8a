package mx.gob.edomex.catgem.administration;

import mx.gob.edomex.catgem.shared.Violation;

/** An advisor without a channel, a language and a topic would never be offered a contact. */
public class SkillsMissing extends Violation {
    public SkillsMissing() {
        super("a skill of each kind is missing");
    }
}
