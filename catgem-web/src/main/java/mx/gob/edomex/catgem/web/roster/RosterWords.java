package mx.gob.edomex.catgem.web.roster;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.web.shell.PageLanguage;
import mx.gob.edomex.catgem.workforce.Shift;

/** Days, hours and shifts in words of the page's language. */
@Named
@RequestScoped
public class RosterWords {

    @Inject
    PageLanguage language;

    /** As in {@code lun 16}. */
    public String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("EEE d", language.getLocale()));
    }

    /** As in {@code lunes, 16 de noviembre de 2026}. */
    public String longDay(LocalDate day) {
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(language.getLocale()));
    }

    /** As in {@code 16 de noviembre de 2026}. */
    public String date(LocalDate day) {
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language.getLocale()));
    }

    public String name(Shift shift) {
        return shift.name(Language.of(language.getLocale()));
    }

    public String times(Shift shift) {
        return shift.starts() + "–" + shift.ends();
    }

    /** People on average, with a decimal only where it says something. */
    public String people(Double number) {
        if (number == null) {
            return "";
        }
        double rounded = Math.round(number * 10) / 10.0;
        return rounded == Math.rint(rounded)
                ? Integer.toString((int) rounded)
                : String.format(language.getLocale(), "%.1f", rounded);
    }

    public long minutes(Duration duration) {
        return duration.toMinutes();
    }

    public String hour(int hour) {
        return String.format(Locale.ROOT, "%02d", hour);
    }
}
