package mx.gob.edomex.catgem.web.api;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.json.Json;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import mx.gob.edomex.catgem.shared.DeskSignal;

/**
 * The event streams open on this node. A signal is only noted when it is raised and written by another thread, so that
 * a program that reads slowly holds up nobody; one that does not read at all is cut off and has to connect again.
 */
@ApplicationScoped
public class DeskStreams {

    /** Often enough for a proxy that cuts silent connections, and to notice a program that is gone. */
    private static final int PING_SECONDS = 15;

    private static final int MOST_WAITING = 500;

    private final Map<Stream, String> open = new ConcurrentHashMap<>();

    @Resource
    ManagedScheduledExecutorService writers;

    @PostConstruct
    void begin() {
        var unused = writers.scheduleWithFixedDelay(this::ping, PING_SECONDS, PING_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void end() {
        open.keySet().forEach(Stream::close);
    }

    void open(String username, SseEventSink sink, Sse sse) {
        Stream stream = new Stream(sink, sse);
        open.put(stream, username);
        stream.note(new Line("READY", ""));
    }

    void pass(@Observes DeskSignal signal) {
        Line line = new Line(signal.kind().name(), signal.contactId() == null ? "" : signal.contactId());
        open.forEach((stream, username) -> {
            boolean concerned = signal.username() == null || signal.username().equals(username);
            if (concerned && signal.kind() == DeskSignal.Kind.ACCOUNT) {
                stream.close(); // whoever still may comes back
            } else if (concerned && signal.kind() != DeskSignal.Kind.KNOWLEDGE_WORK) {
                stream.note(line);
            }
        });
    }

    private void ping() {
        open.keySet().forEach(stream -> stream.note(Line.PING));
    }

    /** @param kind of the signal, the event's name */
    private record Line(String kind, String contact) {
        static final Line PING = new Line("", "");
    }

    private final class Stream {
        private final SseEventSink sink;
        private final Sse sse;
        private final Deque<Line> waiting = new ArrayDeque<>();
        private boolean writing;

        Stream(SseEventSink sink, Sse sse) {
            this.sink = sink;
            this.sse = sse;
        }

        /** A signal that already waits says nothing new. */
        void note(Line line) {
            synchronized (waiting) {
                if (!waiting.contains(line)) {
                    waiting.add(line);
                }
                if (waiting.size() > MOST_WAITING || sink.isClosed()) {
                    close();
                } else if (!writing) {
                    writing = true;
                    writers.execute(this::write);
                }
            }
        }

        private void write() {
            try {
                for (Line line = next(); line != null; line = next()) {
                    sink.send(event(line)).toCompletableFuture().join();
                }
            } catch (RuntimeException e) {
                close(); // the program is gone
            }
        }

        private Line next() {
            synchronized (waiting) {
                Line line = waiting.poll();
                writing = line != null;
                return line;
            }
        }

        private OutboundSseEvent event(Line line) {
            if (line.equals(Line.PING)) {
                return sse.newEventBuilder().comment("").build();
            }
            String data = Json.createObjectBuilder()
                    .add("contact", line.contact())
                    .build()
                    .toString();
            return sse.newEventBuilder().name(line.kind()).data(data).build();
        }

        void close() {
            open.remove(this);
            sink.close();
        }
    }
}
