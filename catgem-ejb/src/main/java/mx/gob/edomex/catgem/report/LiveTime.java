package mx.gob.edomex.catgem.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Divides each second of an advisor's handling among the contacts that were live in it (ROUTING, "States"), moment by
 * moment: for the recount, and unlike the read model's running sums on purpose.
 */
final class LiveTime {

    /** A stretch in which a contact had a part of its advisor's time; {@link Instant#MAX} where it still has. */
    record Span(UUID contact, String advisor, Instant from, Instant to) {}

    private LiveTime() {}

    /** Seconds of each contact. */
    static Map<UUID, Double> shares(List<Span> spans) {
        Map<UUID, Double> shares = new HashMap<>();
        spans.stream().collect(Collectors.groupingBy(Span::advisor)).values().forEach(ofOne -> divide(ofOne, shares));
        return shares;
    }

    private static void divide(List<Span> spans, Map<UUID, Double> shares) {
        TreeSet<Instant> moments = new TreeSet<>();
        spans.forEach(span -> moments.addAll(List.of(span.from(), span.to())));
        List<Span> coming = new ArrayList<>(spans);
        coming.sort(Comparator.comparing(Span::from).reversed());
        List<Span> live = new ArrayList<>();
        for (Instant moment : moments) {
            Instant next = moments.higher(moment);
            live.removeIf(span -> !span.to().isAfter(moment));
            while (!coming.isEmpty() && !coming.get(coming.size() - 1).from().isAfter(moment)) {
                live.add(coming.remove(coming.size() - 1));
            }
            if (next == null || next.equals(Instant.MAX) || live.isEmpty()) {
                continue;
            }
            double part = Duration.between(moment, next).toNanos() / 1e9 / live.size();
            live.forEach(span -> shares.merge(span.contact(), part, Double::sum));
        }
    }
}
