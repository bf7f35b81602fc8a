package mx.gob.edomex.catgem.report;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.report.HistoryMonth.Doubt;

/** Finds what somebody should look at in published values; it judges the numbers only and changes none. */
final class Doubts {

    private static final int FACTOR = 3;

    /** With fewer months a median says nothing. */
    private static final int ENOUGH = 6;

    private Doubts() {}

    static List<HistoryMonth> mark(List<HistoryMonth> months) {
        Map<String, List<Integer>> years = months.stream()
                .collect(Collectors.groupingBy(
                        Doubts::year, Collectors.mapping(HistoryMonth::published, Collectors.toList())));
        Map<String, HistoryMonth> byKey =
                months.stream().collect(Collectors.toMap(HistoryMonth::key, Function.identity()));
        return months.stream()
                .map(month -> month.doubted(
                        isFar(month, years.get(year(month)))
                                ? Doubt.FAR_FROM_MEDIAN
                                : isRepeated(month, byKey) ? Doubt.SAME_AS_OTHER_YEAR : null))
                .toList();
    }

    private static String year(HistoryMonth month) {
        return month.line() + "-" + month.year();
    }

    private static boolean isFar(HistoryMonth month, List<Integer> values) {
        if (values.size() < ENOUGH) {
            return false;
        }
        double median = median(values);
        return month.published() > FACTOR * median || month.published() * FACTOR < median;
    }

    private static double median(List<Integer> values) {
        List<Integer> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }

    private static boolean isRepeated(HistoryMonth month, Map<String, HistoryMonth> all) {
        return month.published() > 0
                && List.of(month.year() - 1, month.year() + 1).stream()
                        .map(year -> new HistoryMonth(month.line(), year, month.month(), 0, null, null).key())
                        .map(all::get)
                        .anyMatch(other -> other != null && other.published() == month.published());
    }
}
