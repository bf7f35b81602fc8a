package mx.gob.edomex.catgem.web.folio;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import mx.gob.edomex.catgem.channel.CallbackWish;
import mx.gob.edomex.catgem.channel.ContactUnknown;
import mx.gob.edomex.catgem.contact.CallbackArrangements;
import mx.gob.edomex.catgem.contact.CallbackSteering;
import mx.gob.edomex.catgem.contact.CallbackSteering.Cancelled;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.web.shell.CallWindows;
import mx.gob.edomex.catgem.web.shell.Parameters;
import mx.gob.edomex.catgem.web.shell.Refusals;

/** The callbacks that are still to be made: read, given another time, cancelled, or asked for a citizen. */
@Named
@RequestScoped
public class CallbacksView {

    @Inject
    CallbackSteering steering;

    @Inject
    CallbackArrangements arrangements;

    @Inject
    Installation installation;

    @Inject
    HttpServletRequest request;

    @Inject
    Refusals refusals;

    @Inject
    Clock clock;

    private List<CallbackSteering.Line> lines;
    private String refused;

    public List<CallbackSteering.Line> getLines() {
        if (lines == null) {
            lines = steering.list(FolioWords.language());
        }
        return lines;
    }

    /** The line being changed, or null. */
    public CallbackSteering.Line getChosen() {
        return getLines().stream()
                .filter(line -> line.folio().equals(text("folio")) && line.waits())
                .findFirst()
                .orElse(null);
    }

    public boolean isAdding() {
        return "true".equals(text("add"));
    }

    public Instant getNow() {
        return clock.instant();
    }

    public Cancelled[] getReasons() {
        return Cancelled.values();
    }

    public String value(String name) {
        CallbackSteering.Line chosen = getChosen();
        if (!text(name).isEmpty()) {
            return text(name);
        }
        ZoneId zone = chosen == null ? installation.timeZone() : chosen.window().zone();
        return switch (name) {
            case "zone" -> zone.getId();
            case "day" ->
                chosen == null
                        ? LocalDate.ofInstant(clock.instant(), zone).toString()
                        : CallWindows.format(chosen.window().from(), zone, "yyyy-MM-dd");
            case "from" ->
                chosen == null ? "" : CallWindows.format(chosen.window().from(), zone, "HH:mm");
            case "to" ->
                chosen == null ? "" : CallWindows.format(chosen.window().to(), zone, "HH:mm");
            default -> "";
        };
    }

    public String reschedule() {
        return attempt("moved", () -> steering.reschedule(folio(), CallWindows.read(this::text)));
    }

    public String cancel() {
        return attempt("cancelled", () -> steering.cancel(folio(), Cancelled.valueOf(text("reason"))));
    }

    public String arrange() {
        return attempt(
                "asked",
                () -> arrangements.arrange(
                        folio(), new CallbackWish(CallbackWish.number(text("number")), CallWindows.read(this::text))));
    }

    private String attempt(String done, Runnable command) {
        refused = refusals.of(command);
        return refused == null ? "/callbacks.xhtml?faces-redirect=true&done=" + done : null;
    }

    private Folio folio() {
        try {
            return new Folio(text("folio").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ContactUnknown(text("folio"));
        }
    }

    public String getDone() {
        String done = text("done");
        return List.of("moved", "cancelled", "asked").contains(done) && refused == null ? done : "";
    }

    public String getRefused() {
        return refused;
    }

    public String text(String name) {
        return Parameters.text(request, name);
    }
}
