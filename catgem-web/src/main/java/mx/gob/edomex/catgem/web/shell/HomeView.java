package mx.gob.edomex.catgem.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import mx.gob.edomex.catgem.administration.OpeningConditions;

/** Sends everybody to the place where their work is. */
@Named
@RequestScoped
public class HomeView {
    @Inject
    Person person;

    @Inject
    Places places;

    @Inject
    OpeningConditions conditions;

    /** Said to who can do something about it. */
    public boolean isClosed() {
        return person.isAdministering() && conditions.isClosed();
    }

    /** Who has one place, or one that gathers their work, would find the home page just one click more. */
    public String enter() {
        List<Places.Place> all = places.getWork();
        return all.size() == 1 || person.isInforming() ? all.get(0).page() + "?faces-redirect=true" : null;
    }
}
