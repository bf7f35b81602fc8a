package mx.gob.edomex.catgem.web.rules;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import mx.gob.edomex.catgem.replay.DayFigures;
import mx.gob.edomex.catgem.replay.DayFigures.OfClass;
import mx.gob.edomex.catgem.replay.DayFigures.Waits;
import mx.gob.edomex.catgem.replay.PastDays;
import mx.gob.edomex.catgem.replay.ReplayNotValid;
import mx.gob.edomex.catgem.replay.Replays;
import mx.gob.edomex.catgem.replay.RuleReplay;
import mx.gob.edomex.catgem.routing.Decisions;
import mx.gob.edomex.catgem.rules.RuleDraft;
import mx.gob.edomex.catgem.rules.RuleDraftId;
import mx.gob.edomex.catgem.rules.RuleDrafts;
import mx.gob.edomex.catgem.rules.RulePublication;
import mx.gob.edomex.catgem.rules.RuleVersion;
import mx.gob.edomex.catgem.shared.Violation;
import mx.gob.edomex.catgem.web.shell.Parameters;
import mx.gob.edomex.catgem.web.shell.Refusals;
import mx.gob.edomex.catgem.web.shell.Times;

/** Starts replays of a day and shows what came of them. */
@Named
@RequestScoped
public class ReplayView {

    private static final int USUAL = 2500;

    /** Classes shown at once. */
    private static final int OFTEN = 12;

    @Inject
    HttpServletRequest request;

    @Inject
    Replays replays;

    @Inject
    RuleDrafts drafts;

    @Inject
    RulePublication publication;

    @Inject
    Decisions decisions;

    @Inject
    Times times;

    @Inject
    RuleWords words;

    @Inject
    Refusals refusals;

    private List<RuleDraft> open;
    private RuleReplay replay;
    private boolean looked;
    private String refused;

    /** One measure of three days; texts are ready to be read. */
    public record Line(String measure, String past, String base, String proposed, String change, String tone) {}

    /** One service class of three days. */
    public record ClassLine(String serviceClass, int offered, Waits past, Waits base, Waits proposed) {}

    /** Offers to one advisor on three days. */
    public record OfferLine(String name, int past, int base, int proposed) {}

    /** The replay asked for, or null. */
    public RuleReplay getReplay() {
        if (!looked) {
            looked = true;
            try {
                replay = text("id").isEmpty() ? null : replays.one(UUID.fromString(text("id")));
            } catch (IllegalArgumentException | Violation e) {
                replay = null;
            } catch (EJBException e) {
                if (!(e.getCause() instanceof Violation)) {
                    throw e;
                }
            }
        }
        return replay;
    }

    public boolean isMissing() {
        return !text("id").isEmpty() && getReplay() == null;
    }

    public List<RuleReplay> getLatest() {
        return replays.latest();
    }

    public List<PastDays.Known> getDays() {
        return replays.days();
    }

    public List<RuleDraft> getDrafts() {
        if (open == null) {
            open = drafts.open();
        }
        return open;
    }

    /** Which day it is of. */
    public String day(RuleReplay one) {
        return one.day() == null
                ? words.format("replay.day.contacts", words.of("replay", "sample"), one.contacts())
                : times.day(one.day());
    }

    /** Which rules it tries; an open draft by its reason. */
    public String rules(RuleReplay one) {
        if (one.version() != null) {
            return words.format("replay.rules.version", one.version());
        }
        return getDrafts().stream()
                .filter(draft ->
                        draft.id().equals(one.draft()) && !draft.reason().isBlank())
                .map(draft -> words.format("replay.rules.draft", draft.reason()))
                .findFirst()
                .orElseGet(() -> words.format("draft"));
    }

    public List<RuleVersion> getVersions() {
        return publication.versions();
    }

    /** {@code draft:…} or {@code version:…}; a draft that led here is chosen. */
    public String getChosen() {
        return text("rules").isEmpty() ? text("draft").isEmpty() ? "" : "draft:" + text("draft") : text("rules");
    }

    public String getDay() {
        return text("day");
    }

    public String getContacts() {
        return text("contacts").isEmpty() ? Integer.toString(USUAL) : text("contacts");
    }

    public String getSeed() {
        return text("seed").isEmpty() ? "1" : text("seed");
    }

    public String start() {
        UUID[] id = new UUID[1];
        refused = refusals.of(() -> {
            String[] rules = text("rules").split(":", 2);
            id[0] = rules[0].equals("draft")
                    ? replays.start(day(), RuleDraftId.of(rules[rules.length - 1]))
                    : replays.start(day(), number(rules[rules.length - 1]));
        });
        return refused == null ? "/replay.xhtml?faces-redirect=true&id=" + id[0] : null;
    }

    private Replays.Day day() {
        String day = text("day");
        if (day.isEmpty()) {
            return new Replays.Day(null, number(text("contacts")), number(text("seed")));
        }
        if (!day.matches("\\d{4}-\\d{2}-\\d{2}")) {
            throw new ReplayNotValid();
        }
        return new Replays.Day(LocalDate.parse(day), 0, number(text("seed")));
    }

    public String cancel() {
        replays.cancel(getReplay().id());
        return "/replay.xhtml?faces-redirect=true&id=" + getReplay().id();
    }

    public List<Line> getLines() {
        DayFigures past = getReplay().result().past();
        DayFigures base = getReplay().result().base();
        DayFigures proposed = getReplay().result().proposed();
        Waits a = past.all();
        Waits b = base.all();
        Waits c = proposed.all();
        List<Line> lines = new ArrayList<>();
        lines.add(share("serviceLevel", a.serviceLevel(), b.serviceLevel(), c.serviceLevel()));
        lines.add(seconds("mean", a.mean(), b.mean(), c.mean()));
        lines.add(seconds("p50", a.p50(), b.p50(), c.p50()));
        lines.add(seconds("p90", a.p90(), b.p90(), c.p90()));
        lines.add(seconds("p95", a.p95(), b.p95(), c.p95()));
        lines.add(count("abandoned", a.abandoned(), b.abandoned(), c.abandoned(), true));
        lines.add(count("answered", a.answered(), b.answered(), c.answered(), false));
        lines.add(count("waiting", a.waiting(), b.waiting(), c.waiting(), true));
        lines.add(count("offered", a.offered(), b.offered(), c.offered(), false));
        return lines;
    }

    private Line share(String measure, Double past, Double base, Double proposed) {
        String change = base == null || proposed == null ? "" : signed("%+.1f pp", (proposed - base) * 100);
        return new Line(
                measure, percent(past), percent(base), percent(proposed), change, tone(base, proposed, 0.0005, false));
    }

    private Line seconds(String measure, Double past, Double base, Double proposed) {
        String change = base == null || proposed == null ? "" : signed("%+.1f s", proposed - base);
        return new Line(
                measure,
                times.span(past),
                times.span(base),
                times.span(proposed),
                change,
                tone(base, proposed, 0.05, true));
    }

    private static Line count(String measure, int past, int base, int proposed, boolean lessIsBetter) {
        return new Line(
                measure,
                Integer.toString(past),
                Integer.toString(base),
                Integer.toString(proposed),
                signed("%+.0f", proposed - base),
                tone((double) base, (double) proposed, 0.5, lessIsBetter));
    }

    /** What is nought when it is written shows as equal. */
    private static String signed(String format, double change) {
        String text = String.format(Locale.ROOT, format, change);
        return text.matches("[-+]0(\\.0)?( .*)?") ? "=" : text;
    }

    private static String tone(Double base, Double proposed, double least, boolean lessIsBetter) {
        if (base == null || proposed == null || Math.abs(proposed - base) < least) {
            return "";
        }
        return proposed < base == lessIsBetter ? "ok" : "danger";
    }

    public String percent(Double part) {
        return part == null ? "–" : String.format(Locale.ROOT, "%.1f %%", part * 100);
    }

    /** Those with the most contacts. */
    public List<ClassLine> getClasses() {
        return classLines().stream().limit(OFTEN).toList();
    }

    /** The others: of so few contacts a mean says little. */
    public List<ClassLine> getRareClasses() {
        return classLines().stream().skip(OFTEN).toList();
    }

    private List<ClassLine> classLines() {
        Map<String, Waits> past = byClass(getReplay().result().past());
        Map<String, Waits> base = byClass(getReplay().result().base());
        return getReplay().result().proposed().classes().stream()
                .map(one -> new ClassLine(
                        one.serviceClass(),
                        one.waits().offered(),
                        past.get(one.serviceClass()),
                        base.get(one.serviceClass()),
                        one.waits()))
                .toList();
    }

    private static Map<String, Waits> byClass(DayFigures figures) {
        Map<String, Waits> waits = new HashMap<>();
        for (OfClass one : figures.classes()) {
            waits.put(one.serviceClass(), one.waits());
        }
        return waits;
    }

    public List<OfferLine> getOffers() {
        RuleReplay.Result result = getReplay().result();
        TreeSet<String> advisors = new TreeSet<>(result.past().offers().keySet());
        advisors.addAll(result.base().offers().keySet());
        advisors.addAll(result.proposed().offers().keySet());
        Map<String, String> names = decisions.names(List.copyOf(advisors));
        return advisors.stream()
                .map(name -> new OfferLine(
                        names.getOrDefault(name, name),
                        result.past().offers().getOrDefault(name, 0),
                        result.base().offers().getOrDefault(name, 0),
                        result.proposed().offers().getOrDefault(name, 0)))
                .toList();
    }

    public String getRefused() {
        return refused;
    }

    private String text(String name) {
        return Parameters.text(request, name);
    }

    private static int number(String text) {
        return text.matches("\\d{1,7}") ? Integer.parseInt(text) : -1;
    }
}
