package mx.gob.edomex.catgem.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import mx.gob.edomex.catgem.administration.LimitRefused;
import mx.gob.edomex.catgem.administration.LimitService;
import mx.gob.edomex.catgem.contact.QueueLimit;
import mx.gob.edomex.catgem.contact.QueueLimit.Action;
import mx.gob.edomex.catgem.contact.QueueLimit.Line;
import mx.gob.edomex.catgem.contact.QueueLimit.Scope;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.web.shell.PageLanguage;
import mx.gob.edomex.catgem.web.shell.Refusals;

/** How long the lines may become, and what then. */
@Named
@RequestScoped
public class LimitsView {

    @Inject
    LimitService limits;

    @Inject
    AdminRequest request;

    @Inject
    PageLanguage language;

    @Inject
    Refusals refusals;

    private List<LimitService.Card> cards;
    private List<LimitService.Named> lines;
    private String refused;

    public List<LimitService.Card> getCards() {
        if (cards == null) {
            cards = limits.list(reader());
        }
        return cards;
    }

    public List<LimitService.Named> getLines() {
        if (lines == null) {
            lines = limits.lines(reader());
        }
        return lines;
    }

    public Action[] getActions() {
        return Action.values();
    }

    public String set() {
        return attempt("limit", () -> {
            Action action = Action.valueOf(request.text("action"));
            limits.set(new QueueLimit(
                    line(request.text("line")),
                    number("waiting"),
                    number("minutes"),
                    action,
                    action == Action.OVERFLOW ? line(request.text("to")) : null));
        });
    }

    public String remove() {
        return attempt("removed", () -> limits.remove(line(request.text("line"))));
    }

    private static Line line(String text) {
        String[] parts = text.split(":", 2);
        try {
            return new Line(Scope.valueOf(parts[0]), parts.length < 2 ? "" : parts[1]);
        } catch (IllegalArgumentException e) {
            throw new LimitRefused();
        }
    }

    private Integer number(String name) {
        String text = request.text(name);
        if (!text.isEmpty() && !text.matches("\\d{1,6}")) {
            throw new LimitRefused();
        }
        return text.isEmpty() ? null : Integer.valueOf(text);
    }

    private String attempt(String done, Runnable command) {
        refused = refusals.of(command);
        return refused == null ? "/hours.xhtml?faces-redirect=true&done=" + done : null;
    }

    public String getRefused() {
        return refused;
    }

    private Language reader() {
        return Language.of(language.getLocale());
    }
}
