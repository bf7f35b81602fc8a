package mx.gob.edomex.catgem.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import mx.gob.edomex.catgem.administration.OpeningConditions;
import mx.gob.edomex.catgem.administration.OpeningConditions.Code;
import mx.gob.edomex.catgem.administration.OpeningConditions.Condition;
import mx.gob.edomex.catgem.shared.CentreMode;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.web.shell.Person;

/** What is missing before the centre can attend, and where to get it. */
@Named
@RequestScoped
public class OpeningView {

    private static final Set<Code> SIGNATURES = Set.of(Code.PROCEDURES, Code.CONTROL);

    @Inject
    OpeningConditions conditions;

    @Inject
    Installation installation;

    @Inject
    Person person;

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

    /** {@code ok, danger, warn} or nothing: done, keeps the centre closed, to be done, not asked for. */
    public String tone(Condition condition) {
        return isUnasked(condition) ? "" : condition.met() ? "ok" : condition.blocking() ? "danger" : "warn";
    }

    /** Key of the word for how it stands. */
    public String state(Condition condition) {
        return isUnasked(condition)
                ? "opening.unasked"
                : condition.met() ? "opening.met" : condition.blocking() ? "opening.blocks" : "opening.should";
    }

    /** A try-out goes by proposals that nobody signed: that none is missing does not say that one is there. */
    private boolean isUnasked(Condition condition) {
        return SIGNATURES.contains(condition.code()) && installation.mode() == CentreMode.TRYOUT;
    }

    /** A page, or an empty text where there is none that the person may open. */
    public String place(Condition condition) {
        return switch (condition.code()) {
            case PEOPLE -> "accounts.xhtml";
            case PROCEDURES, CONTROL -> person.isReadingProcedures() ? "procedures.xhtml" : "";
            case ADVISORS -> person.isSupervising() ? "skills.xhtml" : "";
            case KEYS -> person.isRecounting() ? "evidence.xhtml" : "";
            default -> "";
        };
    }
}
