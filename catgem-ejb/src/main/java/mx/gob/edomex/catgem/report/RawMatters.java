package mx.gob.edomex.catgem.report;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Contacts beside the others of their matter, for the recount: which was the first, and after which they came back. */
final class RawMatters {

    /** First-contact resolution looks this far (ROUTING, "Measures and their formulas"). */
    static final Duration SPAN = Duration.ofDays(7);

    private static final Comparator<RawContact> IN_ORDER = Comparator.comparing(RawContact::queued)
            .thenComparing(one -> one.id().toString());

    private final Map<String, List<RawContact>> inboundByMatter;

    private RawMatters(Map<String, List<RawContact>> inboundByMatter) {
        this.inboundByMatter = inboundByMatter;
    }

    static RawMatters of(List<RawContact> contacts) {
        return new RawMatters(contacts.stream()
                .filter(one -> one.isInbound() && one.matter() != null)
                .collect(Collectors.groupingBy(RawContact::matter)));
    }

    boolean isFirst(RawContact contact) {
        return contact.isServed()
                && others(contact).stream()
                        .filter(one -> IN_ORDER.compare(one, contact) < 0)
                        .noneMatch(one -> one.isAnswered() && one.reaches(SPAN, contact.queued()));
    }

    boolean cameBack(RawContact contact) {
        return others(contact).stream()
                .filter(one -> IN_ORDER.compare(one, contact) > 0)
                .anyMatch(one -> contact.reaches(SPAN, one.queued()));
    }

    private List<RawContact> others(RawContact contact) {
        return contact.matter() == null ? List.of() : inboundByMatter.getOrDefault(contact.matter(), List.of());
    }
}
