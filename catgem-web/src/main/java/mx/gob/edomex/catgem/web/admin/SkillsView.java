package mx.gob.edomex.catgem.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.administration.AccountQueries;
import mx.gob.edomex.catgem.administration.Catalogue;
import mx.gob.edomex.catgem.administration.CatalogueRow;
import mx.gob.edomex.catgem.administration.CatalogueRows;
import mx.gob.edomex.catgem.administration.SkillMatrix;
import mx.gob.edomex.catgem.administration.SkillMatrix.Line;
import mx.gob.edomex.catgem.administration.ValidityNotValid;
import mx.gob.edomex.catgem.web.shell.Refusals;
import mx.gob.edomex.catgem.workforce.Skills.Kind;

/** Advisors by skill, with their levels. */
@Named
@RequestScoped
public class SkillsView {

    @Inject
    HttpServletRequest request;

    @Inject
    AdminRequest sent;

    @Inject
    SkillMatrix matrix;

    @Inject
    AccountQueries accounts;

    @Inject
    CatalogueRows catalogues;

    @Inject
    AdminWords words;

    @Inject
    Refusals refusals;

    private SkillMatrix.Sheet sheet;
    private Map<String, String> names;
    private String refused;

    public Kind[] getKinds() {
        return new Kind[] {Kind.TOPIC, Kind.CHANNEL, Kind.LANGUAGE};
    }

    public Kind getKind() {
        return Stream.of(Kind.values())
                .filter(kind -> kind.name().equals(sent.text("kind")))
                .findFirst()
                .orElse(Kind.TOPIC);
    }

    public SkillMatrix.Sheet getSheet() {
        if (sheet == null) {
            sheet = matrix.read(getKind(), getText(), getPage());
        }
        return sheet;
    }

    public int getPage() {
        return sent.text("page").matches("\\d{1,3}") ? Integer.parseInt(sent.text("page")) : 0;
    }

    public boolean isMore() {
        return (getPage() + 1) * SkillMatrix.PAGE < getSheet().total();
    }

    public String getText() {
        return sent.text("q");
    }

    /** What was typed, or else the level; empty: not a skill of theirs. */
    public String level(Line line, String code) {
        String typed = request.getParameter(field(line.username(), code));
        return typed != null
                ? typed
                : line.levels().containsKey(code) ? line.levels().get(code).toString() : "";
    }

    /** What was typed there is no level. */
    public boolean isWrong(Line line, String code) {
        return refused != null && !level(line, code).strip().matches("[0-5]?");
    }

    public String name(Kind kind, String code) {
        return switch (kind) {
            case CHANNEL -> words.of("channel", code);
            case LANGUAGE -> words.of("language", code);
            case TOPIC -> topics().getOrDefault(code, code);
        };
    }

    private Map<String, String> topics() {
        if (names == null) {
            names = catalogues.list(Catalogue.TOPIC, "").stream()
                    .collect(Collectors.toMap(CatalogueRow::item, row -> row.name(words.isEnglish())));
        }
        return names;
    }

    /** Topics that nobody can serve, by name. */
    public String getUnserved() {
        return accounts.topicsWithoutAdvisor().stream()
                .map(code -> name(Kind.TOPIC, code))
                .collect(Collectors.joining(", "));
    }

    public List<SkillMatrix.Limited> getLimited() {
        return matrix.limited();
    }

    public String save() {
        Map<String, Map<String, Integer>> wanted = new HashMap<>();
        Map<String, String> seen = new HashMap<>();
        for (Line line : getSheet().lines()) {
            String mark = request.getParameter("seen-" + line.username());
            if (mark != null) {
                Map<String, Integer> levels = new HashMap<>();
                getSheet().codes().forEach(code -> {
                    String typed = sent.text(field(line.username(), code));
                    levels.put(code, typed.isEmpty() ? 0 : typed.matches("[0-5]") ? Integer.parseInt(typed) : -1);
                });
                wanted.put(line.username(), levels);
                seen.put(line.username(), mark);
            }
        }
        int[] changed = new int[1];
        refused = refusals.of(() -> changed[0] = matrix.save(getKind(), wanted, seen));
        return refused == null ? here("saved") + "&changed=" + changed[0] : null;
    }

    public String limit() {
        refused = refusals.of(() -> {
            String[] skill = sent.text("skill").split(":", 2);
            Kind kind = Stream.of(Kind.values())
                    .filter(one -> one.name().equals(skill[0]))
                    .findFirst()
                    .orElse(Kind.TOPIC);
            matrix.limit(sent.text("advisor"), kind, skill[skill.length - 1], day("from"), day("until"));
        });
        return refused == null ? here("limited") : null;
    }

    private LocalDate day(String name) {
        try {
            return sent.text(name).isEmpty() ? null : LocalDate.parse(sent.text(name));
        } catch (DateTimeParseException e) {
            throw new ValidityNotValid();
        }
    }

    private String here(String done) {
        return "/skills.xhtml?faces-redirect=true&kind=" + getKind() + "&page=" + getPage() + "&q="
                + URLEncoder.encode(getText(), StandardCharsets.UTF_8) + "&done=" + done;
    }

    private static String field(String username, String code) {
        return "level-" + username + "-" + code;
    }

    public String getDone() {
        String done = sent.text("done");
        return refused == null && List.of("saved", "limited").contains(done) ? done : "";
    }

    public String getChanged() {
        return sent.text("changed").matches("\\d{1,4}") ? sent.text("changed") : "0";
    }

    public String getRefused() {
        return refused;
    }
}
