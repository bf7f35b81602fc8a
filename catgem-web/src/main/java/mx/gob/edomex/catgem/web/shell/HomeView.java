package mx.gob.edomex.catgem.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;

/** Sends everybody to the place where their work is. */
@Named
@RequestScoped
public class HomeView {
    /** A page and the key of its name and description. */
    public record Place(String key, String page, String icon) {}

    @Inject
    Person person;

    /** Who has one place, or one that gathers their work, would find the home page just one click more. */
    public String enter() {
        List<Place> places = getPlaces();
        return places.size() == 1 || person.isInforming() ? places.get(0).page() + "?faces-redirect=true" : null;
    }

    public List<Place> getPlaces() {
        List<Place> places = new ArrayList<>();
        if (person.isOnDashboard()) {
            places.add(new Place("dashboard", "/dashboard.xhtml", "pi-gauge"));
        }
        if (person.isReadingFigures()) {
            places.add(new Place("figures", "/figures.xhtml", "pi-chart-bar"));
        }
        if (person.isInforming()) {
            places.add(new Place("information", "/information.xhtml", "pi-pencil"));
        }
        if (person.isWatchingQueue()) {
            places.add(new Place("queue", "/queue.xhtml", "pi-list"));
        }
        if (person.isReadingContacts()) {
            places.add(new Place("contacts", "/contacts.xhtml", "pi-search"));
        }
        if (person.isReadingConformity()) {
            places.add(new Place("conformity", "/conformity.xhtml", "pi-verified"));
        }
        if (person.isAttending()) {
            places.add(new Place("desk", "/desk.xhtml", "pi-comments"));
        }
        if (person.isReadingEntries()) {
            places.add(new Place("entry", "/entry.xhtml", "pi-book"));
        }
        if (person.isReadingWorkLog()) {
            places.add(new Place("worklog", "/worklog.xhtml", "pi-list-check"));
        }
        if (person.isReadingHistory()) {
            places.add(new Place("history", "/history.xhtml", "pi-chart-line"));
        }
        if (person.isAdministering()) {
            places.add(new Place("accounts", "/accounts.xhtml", "pi-cog"));
        }
        return places;
    }
}
