package mx.gob.edomex.catgem.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where a person's roles lead, for the bar of every page and for the home page: what is used all day stands alone, the
 * rest in groups, so that even who may go everywhere has one line of it on a small monitor.
 */
@Named
@RequestScoped
public class Places {

    /** Pages that are reached through another, which is then where one is. */
    private static final Map<String, String> WITHIN = Map.ofEntries(
            Map.entry("update", "information"),
            Map.entry("listen", "dashboard"),
            Map.entry("quarantine", "queue"),
            Map.entry("callbacks", "queue"),
            Map.entry("hours", "accounts"),
            Map.entry("folio", "contacts"),
            Map.entry("decision", "contacts"),
            Map.entry("figure", "figures"),
            Map.entry("executions", "conformity"),
            Map.entry("deviations", "conformity"),
            Map.entry("nonconformity", "nonconformities"),
            Map.entry("audit", "audits"),
            Map.entry("auditfolio", "audits"),
            Map.entry("review", "reviews"),
            Map.entry("trainee", "training"),
            Map.entry("trainingrecord", "training"),
            Map.entry("ruledraft", "routing"),
            Map.entry("replay", "routing"),
            Map.entry("callmenudraft", "callmenu"),
            Map.entry("callmenuversion", "callmenu"),
            Map.entry("procedure", "procedures"),
            Map.entry("proceduredraft", "procedures"),
            Map.entry("skills", "accounts"),
            Map.entry("account", "accounts"),
            Map.entry("catalogue", "accounts"),
            Map.entry("changes", "accounts"),
            Map.entry("opening", "accounts"));

    @Inject
    Person person;

    private List<Group> groups;

    /**
     * A page.
     *
     * @param key of its name and description, and its address without the ending
     * @param current {@code page} when one is there, {@code true} on a page within, else empty
     */
    public record Place(String key, String icon, String current) {
        public String page() {
            return "/" + key + ".xhtml";
        }
    }

    /** Places that belong together; one alone needs no group around it. */
    public record Group(String key, String icon, List<Place> places) {
        public boolean alone() {
            return places.size() == 1;
        }

        public boolean here() {
            return places.stream().anyMatch(place -> !place.current().isEmpty());
        }
    }

    public List<Group> getGroups() {
        if (groups == null) {
            groups = Stream.of(
                            group("", place("information", "pi-pencil", person.isInforming())),
                            group("", place("support", "pi-server", person.isSupporting())),
                            group("", place("desk", "pi-comments", person.isAttending())),
                            group("", place("dashboard", "pi-gauge", person.isOnDashboard())),
                            group("", place("queue", "pi-list", person.isWatchingQueue())),
                            group("", place("contacts", "pi-search", person.isReadingContacts())),
                            group(
                                    "results",
                                    place("indicators", "pi-chart-scatter", person.isReadingFigures()),
                                    place("objectives", "pi-bullseye", person.isReadingFigures()),
                                    place("figures", "pi-chart-bar", person.isReadingFigures()),
                                    place("callmenudrops", "pi-phone", person.isReadingFindings()),
                                    place("conformity", "pi-verified", person.isReadingConformity()),
                                    place("candidates", "pi-inbox", person.isReadingFindings()),
                                    place("nonconformities", "pi-flag", person.isReadingFindings()),
                                    place("audits", "pi-clipboard", person.isReadingAudits()),
                                    place("reviews", "pi-users", person.isReadingReviews()),
                                    place("iso", "pi-file-export", person.isReadingReviews()),
                                    place("clauses", "pi-sitemap", person.isReadingReviews()),
                                    place("history", "pi-chart-line", person.isReadingHistory()),
                                    place("recounts", "pi-calculator", person.isRecounting()),
                                    place("evidence", "pi-lock", person.isRecounting())),
                            group(
                                    "knowledge",
                                    place("entry", "pi-book", person.isReadingEntries()),
                                    place("worklog", "pi-list-check", person.isReadingWorkLog())),
                            group(
                                    "running",
                                    place("roster", "pi-calendar", person.isReadingRoster()),
                                    place("training", "pi-graduation-cap", person.isTrained()),
                                    place("notices", "pi-megaphone", person.isSteering()),
                                    place("routing", "pi-directions", person.isSteering()),
                                    place("callmenu", "pi-phone", person.isSteering()),
                                    place("procedures", "pi-file-check", person.isReadingProcedures()),
                                    place("disposals", "pi-trash", person.isReadingContacts()),
                                    place("rules", "pi-sliders-h", person.isSupervising()),
                                    place("accounts", "pi-cog", person.isAdministering())))
                    .filter(group -> !group.places().isEmpty())
                    .toList();
        }
        return groups;
    }

    /** Where the person's work is; nobody signs in to look at what they were trained for. */
    List<Place> getWork() {
        return shown().filter(place -> !place.key().equals("training")).toList();
    }

    private Stream<Place> shown() {
        return getGroups().stream().flatMap(group -> group.places().stream());
    }

    /** For the home page: also what has a badge of its own in the bar. */
    public List<Place> getAll() {
        return Stream.concat(shown(), place("actions", "pi-check-square", person.getToDo() > 0).stream())
                .toList();
    }

    @SafeVarargs
    private static Group group(String key, List<Place>... shown) {
        List<Place> places = new ArrayList<>();
        for (List<Place> some : shown) {
            places.addAll(some);
        }
        String icon =
                switch (key) {
                    case "results" -> "pi-chart-bar";
                    case "knowledge" -> "pi-book";
                    default -> "pi-cog";
                };
        return new Group(key, icon, List.copyOf(places));
    }

    private static List<Place> place(String key, String icon, boolean shown) {
        if (!shown) {
            return List.of();
        }
        String view = FacesContext.getCurrentInstance().getViewRoot().getViewId();
        String here = view.substring(1, Math.max(1, view.lastIndexOf('.')));
        String current = here.equals(key) ? "page" : key.equals(WITHIN.get(here)) ? "true" : "";
        return List.of(new Place(key, icon, current));
    }
}
