package mx.gob.edomex.catgem.web.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import java.util.function.Function;
import mx.gob.edomex.catgem.channel.CallbackWindow;
import mx.gob.edomex.catgem.channel.TimeZoneUnknown;
import mx.gob.edomex.catgem.channel.WindowTooShort;

/** When a citizen wants to be phoned, as every body says it that has such a window inside. */
final class WindowForm {

    static final Set<String> FIELDS = Set.of("day", "from", "to", "zone");

    private static final int LONGEST = 40;

    private WindowForm() {}

    /** @return null when something is wrong or missing, which then stands among the faults */
    static CallbackWindow read(FieldReader fields) {
        fields.allowOnly(FIELDS);
        LocalDate day = part(fields, "day", "day", LocalDate::parse);
        LocalTime from = part(fields, "from", "hour", LocalTime::parse);
        LocalTime to = part(fields, "to", "hour", LocalTime::parse);
        String zone = fields.line("zone", LONGEST);
        if (day == null || from == null || to == null) {
            return null;
        }
        try {
            return CallbackWindow.of(day, from, to, zone == null ? "America/Mexico_City" : zone);
        } catch (TimeZoneUnknown e) {
            fields.fault("zone", "zone");
        } catch (WindowTooShort e) {
            fields.fault("to", "window");
        }
        return null;
    }

    private static <T> T part(FieldReader fields, String name, String rule, Function<String, T> parser) {
        String text = fields.line(name, LONGEST);
        fields.require(name, text);
        try {
            return text == null ? null : parser.apply(text);
        } catch (DateTimeException e) {
            fields.fault(name, rule);
            return null;
        }
    }
}
