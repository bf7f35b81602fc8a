package mx.gob.edomex.catgem.report;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import mx.gob.edomex.catgem.report.HistoryMonth.Line;

/**
 * All that is known of the years before this system.
 *
 * @param opening total of an earlier period, added to nothing; null when the centre has none
 */
public record History(List<HistoryMonth> months, Opening opening) {

    /** @param source code of where it was published */
    public record Opening(int contacts, LocalDate since, LocalDate until, String source) {}

    public List<Integer> years() {
        return months.stream().map(HistoryMonth::year).distinct().sorted().toList();
    }

    /** Null when nothing was published. */
    public HistoryMonth at(Line line, int year, int month) {
        return months.stream()
                .filter(one -> one.line() == line && one.year() == year && one.month() == month)
                .findFirst()
                .orElse(null);
    }

    /** Of one line, or of both (null) where both are known and used; null when it cannot be said. */
    public Integer used(Line line, int year, int month) {
        if (line != null) {
            HistoryMonth one = at(line, year, month);
            return one == null ? null : one.used();
        }
        Integer phone = used(Line.PHONE, year, month);
        Integer online = used(Line.ONLINE, year, month);
        return phone == null || online == null ? null : Integer.valueOf(phone + online);
    }

    /** Sum of what is used of a year. */
    public long total(Line line, int year) {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> used(line, year, month))
                .filter(value -> value != null)
                .mapToLong(Integer::longValue)
                .sum();
    }

    /** Months of the year that the total leaves out. */
    public int missing(Line line, int year) {
        return (int) IntStream.rangeClosed(1, 12)
                .filter(month -> used(line, year, month) == null)
                .count();
    }

    public List<HistoryMonth> doubtful() {
        return months.stream()
                .filter(month -> month.doubt() != null || month.decision() != null)
                .toList();
    }
}
