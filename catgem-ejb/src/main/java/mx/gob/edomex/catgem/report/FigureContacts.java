package mx.gob.edomex.catgem.report;

import java.time.Instant;
import java.util.List;

/** The contacts behind a figure, a page of them; codes and folios, nothing a citizen said. */
public record FigureContacts(
        Measure measure, Part part, Window window, Cut cut, int page, int total, List<Line> lines) {

    static final int PAGE = 50;

    /** Which of the population: of a rate, those that count or those that do not. */
    public enum Part {
        ALL,
        COUNTED,
        NOT_COUNTED
    }

    /**
     * @param seconds what the contact contributes to a time, else null
     * @param counted of a rate, whether it counts
     */
    public record Line(
            String folio,
            String channel,
            String topic,
            String advisor,
            Instant queuedAt,
            String endedAs,
            String outcome,
            Double seconds,
            boolean counted) {}

    public int pages() {
        return Math.max(1, (total + PAGE - 1) / PAGE);
    }
}
