package mx.gob.edomex.catgem.workforce;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mx.gob.edomex.catgem.shared.TimeSpan;

/**
 * Planned against real time of one advisor. Adherent is what was planned and spent available or in an auxiliary state,
 * each stay in one at most as long as its reason allows; a lost desk and missed offers are presence, not adherence.
 *
 * @param planned so far: the future is not counted
 * @param present within the plan, in any state but OFFLINE
 * @param adherent within the plan and as planned
 * @param late from the start of each planned stretch until the advisor came; a stretch nobody came to is all late
 * @param outside present without a plan
 */
public record Adherence(Duration planned, Duration present, Duration adherent, Duration late, Duration outside) {

    /** @param allowed minutes by auxiliary reason; a reason without has no limit */
    public static Adherence of(List<TimeSpan> plan, List<Stay> stays, Map<String, Integer> allowed, Instant now) {
        List<TimeSpan> due = plan.stream()
                .map(span -> span.common(new TimeSpan(Instant.EPOCH, now)))
                .flatMap(Optional::stream)
                .toList();
        List<Stay> there = stays.stream()
                .filter(stay -> stay.presence() != Presence.OFFLINE)
                .toList();
        Duration present = sum(there.stream().map(stay -> within(stay, due)).toList());
        Duration all = sum(there.stream().map(stay -> stay.span().length()).toList());
        return new Adherence(
                sum(due.stream().map(TimeSpan::length).toList()),
                present,
                sum(there.stream().map(stay -> adherent(stay, due, allowed)).toList()),
                sum(due.stream().map(span -> late(span, there)).toList()),
                all.minus(present));
    }

    /** In percent of what was planned; null without a plan. */
    public Integer percent() {
        return planned.isZero() ? null : (int) Math.round(100.0 * adherent.toMillis() / planned.toMillis());
    }

    private static Duration adherent(Stay stay, List<TimeSpan> due, Map<String, Integer> allowed) {
        Duration time = within(stay, due);
        return switch (stay.presence()) {
            case AVAILABLE -> time;
            case AUXILIARY -> {
                Integer minutes = stay.reason() == null ? null : allowed.get(stay.reason());
                yield minutes == null ? time : shorter(time, Duration.ofMinutes(minutes));
            }
            default -> Duration.ZERO;
        };
    }

    private static Duration late(TimeSpan span, List<Stay> there) {
        return there.stream()
                .map(stay -> stay.span().common(span))
                .flatMap(Optional::stream)
                .map(TimeSpan::from)
                .min(Comparator.naturalOrder())
                .map(came -> Duration.between(span.from(), came))
                .orElse(span.length());
    }

    private static Duration within(Stay stay, List<TimeSpan> due) {
        return sum(due.stream()
                .map(span -> span.common(stay.span()).map(TimeSpan::length).orElse(null))
                .filter(Objects::nonNull)
                .toList());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration sum(List<Duration> parts) {
        return parts.stream().reduce(Duration.ZERO, Duration::plus);
    }
}
