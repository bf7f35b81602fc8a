package mx.gob.edomex.catgem.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.administration.OpeningConditions;
import mx.gob.edomex.catgem.administration.OpeningConditions.Code;
import mx.gob.edomex.catgem.administration.OpeningConditions.Condition;

/** What is missing before the centre can attend, and where to get it. */
@Named
@RequestScoped
public class OpeningView {

    private static final Map<Code, String> PLACES = Map.of(
            Code.PEOPLE, "accounts.xhtml",
            Code.PROCEDURES, "procedures.xhtml",
            Code.CONTROL, "procedures.xhtml",
            Code.ADVISORS, "skills.xhtml",
            Code.KEYS, "evidence.xhtml");

    @Inject
    OpeningConditions conditions;

    private List<Condition> all;

    public List<Condition> getAll() {
        if (all == null) {
            all = conditions.all();
        }
        return all;
    }

    public boolean isComplete() {
        return getAll().stream().allMatch(Condition::met);
    }

    /** {@code ok, danger, warn}: done, keeps the centre closed, to be done. */
    public String tone(Condition condition) {
        return condition.met() ? "ok" : condition.blocking() ? "danger" : "warn";
    }

    /** Key of the word for how it stands. */
    public String state(Condition condition) {
        return condition.met() ? "opening.met" : condition.blocking() ? "opening.blocks" : "opening.should";
    }

    /** A page, or an empty text where there is none. */
    public String place(Condition condition) {
        return PLACES.getOrDefault(condition.code(), "");
    }
}
