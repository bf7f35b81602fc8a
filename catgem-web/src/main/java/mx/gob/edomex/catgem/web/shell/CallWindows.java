package mx.gob.edomex.catgem.web.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import mx.gob.edomex.catgem.channel.CallbackWindow;
import mx.gob.edomex.catgem.channel.WindowTooShort;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Language;

/** Windows for callbacks as pages say them and as forms send them: always by the citizen's own clock. */
@Named
@ApplicationScoped
public class CallWindows {

    /** Where most citizens are; any other zone can be asked for by the API and the chat. */
    private static final List<String> ZONES = List.of(
            "America/Mexico_City",
            "America/Tijuana",
            "America/Los_Angeles",
            "America/Phoenix",
            "America/Denver",
            "America/Chicago",
            "America/New_York");

    @Inject
    Installation installation;

    @Inject
    PageLanguage language;

    public List<String> getZones() {
        return ZONES;
    }

    public String place(String zone) {
        return CallbackWindow.place(ZoneId.of(zone), Language.of(language.getLocale()));
    }

    /** {@code 27/11 16:00–18:00 (Chicago)}; the place only where it is not the centre's. */
    public String text(CallbackWindow window) {
        ZoneId zone = window.zone();
        String text = format(window.from(), zone, "dd/MM HH:mm") + "–" + format(window.to(), zone, "HH:mm");
        return zone.equals(installation.timeZone()) ? text : text + " (" + place(zone.getId()) + ")";
    }

    /** As a field of a page has a part of it. */
    public static String format(Instant at, ZoneId zone, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(at.atZone(zone));
    }

    /**
     * From the fields {@code day, from, to, zone}.
     *
     * @throws WindowTooShort when one of them is no date or time
     */
    public static CallbackWindow read(UnaryOperator<String> field) {
        try {
            return CallbackWindow.of(
                    LocalDate.parse(field.apply("day")),
                    LocalTime.parse(field.apply("from")),
                    LocalTime.parse(field.apply("to")),
                    field.apply("zone"));
        } catch (DateTimeException e) {
            throw new WindowTooShort();
        }
    }
}
