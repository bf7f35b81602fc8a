package mx.gob.edomex.catgem.web.board;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.report.AdvisorTime;
import mx.gob.edomex.catgem.report.Cut;
import mx.gob.edomex.catgem.report.FigureContacts;
import mx.gob.edomex.catgem.report.FigureNames;
import mx.gob.edomex.catgem.report.Figures;
import mx.gob.edomex.catgem.report.Grouping;
import mx.gob.edomex.catgem.report.Measure;

/** One figure: what it means, over what it was counted, and the contacts behind it. */
@Named
@RequestScoped
public class FigureView {

    @Inject
    HttpServletRequest request;

    @Inject
    FigureChoice chosen;

    @Inject
    Figures figures;

    @Inject
    FigureCells cells;

    @Inject
    FigureNames figureNames;

    private final Map<Grouping, Map<String, String>> names = new EnumMap<>(Grouping.class);
    private FigureCell cell;
    private FigureContacts contacts;

    public FigureCell getCell() {
        if (cell == null) {
            cell = cells.of("one", figures.of(chosen.getWindow(), cut()).get(measure()), chosen.getWindow(), cut());
        }
        return cell;
    }

    /** Whether the reader may see the contacts one by one. */
    public boolean isOpen() {
        return figures.maySeePeople();
    }

    public FigureContacts getContacts() {
        if (contacts == null) {
            contacts = figures.contacts(measure(), part(), chosen.getWindow(), cut(), page());
        }
        return contacts;
    }

    /** Of a share of time: whose time it is. */
    public List<AdvisorTime> getAdvisors() {
        String only = cut().advisor();
        return getCell().n() == 0
                ? List.of()
                : figures.advisors(chosen.getWindow()).stream()
                        .filter(one -> one.staffed() > 0
                                && (only == null || one.username().equals(only)))
                        .toList();
    }

    /** Cut off as the figure itself is. */
    public String percent(AdvisorTime one) {
        return BigDecimal.valueOf(one.occupancy()).movePointRight(2).setScale(1, RoundingMode.FLOOR) + " %";
    }

    public boolean isShare() {
        return measure().isShare();
    }

    public String topic(String code) {
        return named(Grouping.TOPIC, code);
    }

    public String advisor(String username) {
        return named(Grouping.ADVISOR, username);
    }

    private String named(Grouping grouping, String code) {
        return names.computeIfAbsent(grouping, by -> figureNames.of(by, cells.reader()))
                .getOrDefault(code, code);
    }

    public String getPart() {
        return part().name();
    }

    public boolean isTime() {
        return measure().isTime();
    }

    /** The same figure and contacts, for links to other parts and pages. */
    public String getAddress() {
        return getCell().drill();
    }

    private Cut cut() {
        Cut cut = chosen.getCut();
        return figures.maySeePeople()
                ? cut
                : new Cut(cut.channel(), cut.entryPoint(), cut.topic(), cut.language(), cut.priority(), null);
    }

    private Measure measure() {
        return Arrays.stream(Measure.values())
                .filter(one -> one.name().equals(request.getParameter("measure")))
                .findFirst()
                .orElse(Measure.OFFERED);
    }

    private FigureContacts.Part part() {
        return Arrays.stream(FigureContacts.Part.values())
                .filter(one -> one.name().equals(request.getParameter("part")))
                .findFirst()
                .orElse(FigureContacts.Part.ALL);
    }

    private int page() {
        String page = request.getParameter("page");
        return page != null && page.matches("\\d{1,6}") ? Integer.parseInt(page) : 0;
    }
}
