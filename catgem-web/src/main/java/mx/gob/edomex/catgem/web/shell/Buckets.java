package mx.gob.edomex.catgem.web.shell;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Token buckets by key: so many at once, then so many a second. Kept in the memory of one node, which is enough to
 * stop a flood; a bucket that is full again is forgotten.
 */
public final class Buckets {

    private static final int SWEEP_ABOVE = 10_000;
    private static final double NANOS = 1e9;

    private final double capacity;
    private final double perSecond;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    public Buckets(double capacity, double perSecond, LongSupplier nanos) {
        this.capacity = capacity;
        this.perSecond = perSecond;
        this.nanos = nanos;
    }

    /** @return false when the key has had its share for now */
    public boolean take(String key) {
        return secondsToWait(key).isEmpty();
    }

    /** Takes one. @return seconds to wait, at least 1, when the key has had its share for now */
    public OptionalLong secondsToWait(String key) {
        long now = nanos.getAsLong();
        if (buckets.size() > SWEEP_ABOVE) {
            buckets.values().removeIf(bucket -> filled(bucket, now) >= capacity);
        }
        Bucket after = buckets.compute(key, (k, before) -> {
            double level = before == null ? capacity : filled(before, now);
            return level < 1 ? new Bucket(level, now, false) : new Bucket(level - 1, now, true);
        });
        return after.taken()
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(1, (long) Math.ceil((1 - after.level()) / perSecond)));
    }

    private double filled(Bucket bucket, long now) {
        return Math.min(capacity, bucket.level() + (now - bucket.at()) / NANOS * perSecond);
    }

    private record Bucket(double level, long at, boolean taken) {}
}
