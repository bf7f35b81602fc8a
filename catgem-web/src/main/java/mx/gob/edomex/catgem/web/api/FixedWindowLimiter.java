package mx.gob.edomex.catgem.web.api;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * At most so many calls a window for each key, counted in memory on this node. The oldest keys are forgotten when too
 * many are known, so that a flood of addresses costs a fixed amount of memory.
 */
final class FixedWindowLimiter {

    private static final class Window {
        private long number;
        private int calls;
    }

    private final Clock clock;
    private final int callsAllowed;
    private final long windowMillis;
    private final Map<String, Window> windows;

    FixedWindowLimiter(Clock clock, int callsAllowed, Duration window, int keysKept) {
        this.clock = clock;
        this.callsAllowed = callsAllowed;
        this.windowMillis = window.toMillis();
        this.windows = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
                return size() > keysKept;
            }
        };
    }

    /** Counts a call. @return seconds to wait when it is one too many, at least 1 */
    synchronized OptionalLong secondsToWait(String key) {
        long now = clock.millis();
        long number = now / windowMillis;
        Window window = windows.computeIfAbsent(key, fresh -> new Window());
        if (window.number != number) {
            window.number = number;
            window.calls = 0;
        }
        window.calls++;
        if (window.calls <= callsAllowed) {
            return OptionalLong.empty();
        }
        long millisLeft = (number + 1) * windowMillis - now;
        return OptionalLong.of(Math.max(1, (millisLeft + 999) / 1000));
    }
}
