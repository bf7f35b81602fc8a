package mx.gob.edomex.catgem.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mx.gob.edomex.catgem.administration.HoursCard;
import mx.gob.edomex.catgem.administration.HoursForm;
import mx.gob.edomex.catgem.administration.HoursService;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.web.shell.PageLanguage;
import mx.gob.edomex.catgem.web.shell.Refusals;

/** Hours of the entry points: the week is looked at as it would be before it is saved. */
@Named
@RequestScoped
public class HoursView {

    @Inject
    HoursService hours;

    @Inject
    AdminRequest request;

    @Inject
    PageLanguage language;

    @Inject
    Refusals refusals;

    private List<HoursCard> cards;
    private HoursService.Effect effect;
    private boolean posted;
    private String refused;

    public List<HoursCard> getCards() {
        if (cards == null) {
            cards = hours.list(Language.of(language.getLocale()));
        }
        return cards;
    }

    /** The entry point that is open on the page, or null. */
    public HoursCard getCard() {
        return getCards().stream()
                .filter(card -> card.code().equals(request.text("entry")))
                .findFirst()
                .orElse(null);
    }

    public DayOfWeek[] getDays() {
        return DayOfWeek.values();
    }

    public String dayName(DayOfWeek day) {
        String name = day.getDisplayName(TextStyle.FULL_STANDALONE, language.getLocale());
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** What was typed, or else what is stored. */
    public String line(DayOfWeek day) {
        return posted ? request.text("day_" + day) : getCard().form().week().getOrDefault(day, "");
    }

    public boolean isAlways() {
        return posted ? "true".equals(request.text("always")) : getCard().form().alwaysOpen();
    }

    public boolean isHolidaysKept() {
        return posted
                ? "true".equals(request.text("holidays"))
                : getCard().form().keepsHolidays();
    }

    /** What saving would do; null until it was asked. */
    public HoursService.Effect getEffect() {
        return effect;
    }

    public String getSeen() {
        return posted && !request.text("seen").isEmpty()
                ? request.text("seen")
                : getCard().form().mark();
    }

    public String check() {
        posted = true;
        refused = refusals.of(() -> effect = hours.effect(request.text("entry"), typed()));
        return null;
    }

    public String save() {
        posted = true;
        return attempt("hours", () -> hours.save(request.text("entry"), request.text("seen"), typed()));
    }

    public String except() {
        return attempt(
                "exception",
                () -> hours.except(
                        request.text("entry"), request.text("day"), request.text("hours"), request.text("note")));
    }

    public String unexcept() {
        return attempt("removed", () -> hours.removeException(request.text("entry"), request.text("day")));
    }

    public List<HoursService.Holiday> getHolidays() {
        return hours.holidays();
    }

    public String addHoliday() {
        return attempt(
                "holiday",
                () -> hours.addHoliday(request.text("day"), request.text("name_es"), request.text("name_en")));
    }

    public String removeHoliday() {
        return attempt("removed", () -> hours.removeHoliday(request.text("day")));
    }

    private HoursForm typed() {
        Map<DayOfWeek, String> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, request.text("day_" + day));
        }
        return new HoursForm("true".equals(request.text("always")), "true".equals(request.text("holidays")), week);
    }

    private String attempt(String done, Runnable command) {
        refused = refusals.of(command);
        String entry = request.text("entry");
        return refused == null
                ? "/hours.xhtml?faces-redirect=true&done=" + done + (entry.isEmpty() ? "" : "&entry=" + entry)
                : null;
    }

    public String getDone() {
        String done = request.text("done");
        return List.of("hours", "exception", "holiday", "limit", "removed").contains(done) && refused == null
                ? done
                : "";
    }

    public String getRefused() {
        return refused;
    }
}
