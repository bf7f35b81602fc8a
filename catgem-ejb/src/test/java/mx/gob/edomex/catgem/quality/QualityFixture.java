package mx.gob.edomex.catgem.quality;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.Basis;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.ProcedureCatalogue;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.evidence.StepKind;
import mx.gob.edomex.catgem.evidence.StepRecorder;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.MovingClock;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.TestPersistence;
import mx.gob.edomex.catgem.training.TrainedPeople;

/** Contacts of which only the ledger counts, and the service that reads them, on a test database. */
public final class QualityFixture {

    /** 10:00 in the centre. */
    public static final Instant T0 = Instant.parse("2026-03-02T16:00:00Z");

    /**
     * One step as it is to be recorded; seconds after the beginning.
     *
     * @param delay seconds from the act to its record
     * @param role in which it is done; null: the system without an advisor, else the advisor's own
     * @param proved whether it refers to what proves it
     */
    public record Done(Act act, Basis basis, double second, String outcome, double delay, String role, boolean proved) {
        public Done(Act act, double second) {
            this(act, Basis.MEASURED, second, null);
        }

        public Done(Act act, Basis basis, double second, String outcome) {
            this(act, basis, second, outcome, 0, null, true);
        }

        Done entered(double seconds) {
            return new Done(act, basis, second, outcome, seconds, role, proved);
        }

        Done in(String other) {
            return new Done(act, basis, second, outcome, delay, other, proved);
        }

        Done unproved() {
            return new Done(act, Basis.MEASURED, second, outcome, delay, role, false);
        }

        /** The topic is what proves a classification. */
        private String said() {
            return act == Act.CLASSIFY && proved ? "GENERAL" : outcome;
        }

        private Map<String, String> refs() {
            if (!proved) {
                return Map.of();
            }
            return switch (act) {
                case NOTICE -> Map.of("noticeVersion", "1");
                case CONSULT -> Map.of("knowledgeVersion", UUID.randomUUID().toString());
                case GREETING, DELIVER, CONFIRM, SEND ->
                    Map.of("message", UUID.randomUUID().toString());
                case SURVEY -> Map.of("survey", "1");
                default -> Map.of();
            };
        }
    }

    final TestPersistence persistence;
    final MovingClock clock = new MovingClock(T0);
    final StepRecorder recorder;
    final ProcedureCatalogue catalogue;
    final ConformityChecks checks;
    final ExecutionTraces traces;
    final EventLedger ledger;

    QualityFixture(TestPersistence persistence) {
        this(persistence, read -> {});
    }

    /** @param heard what else is done with a reading, in its transaction */
    public QualityFixture(TestPersistence persistence, Consumer<ExecutionRead> heard) {
        this.persistence = persistence;
        recorder = persistence.wire(new StepRecorder(), clock);
        ledger = persistence.wire(new EventLedger(), Clock.systemUTC());
        catalogue = persistence.wire(new ProcedureCatalogue());
        traces = persistence.wire(new ExecutionTraces());
        TrainedPeople trained = persistence.wire(new TrainedPeople(), persistence.wire(new Installation()));
        checks = persistence.wire(
                new ConformityChecks(), traces, catalogue, trained, ledger, event(heard), Clock.systemUTC());
    }

    @SuppressWarnings("unchecked")
    private static Event<ExecutionRead> event(Consumer<ExecutionRead> heard) {
        return (Event<ExecutionRead>) Proxy.newProxyInstance(
                Event.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
                    heard.accept((ExecutionRead) arguments[0]);
                    return null;
                });
    }

    /** A contact in its terminal state, with these steps on record. */
    public ContactId ended(
            Channel channel, Instant begun, String advisor, String state, String outcome, List<Done> steps) {
        return persistence.inTransaction(() -> {
            ContactId id = contact(channel, begun, advisor, state, outcome);
            recorder.begin(id, channel.procedure(), begun);
            for (Done step : steps) {
                Actor actor = advisor == null ? Actor.SYSTEM : Actor.advisor(advisor);
                Instant at = begun.plusMillis(Math.round(step.second() * 1000));
                clock.set(at.plusMillis(Math.round(step.delay() * 1000)));
                recorder.record(
                        id,
                        step.act(),
                        StepKind.END,
                        step.basis(),
                        step.role() == null ? actor : new Actor(advisor, step.role(), Source.SCREEN),
                        at,
                        step.said(),
                        null,
                        step.refs());
            }
            return id;
        });
    }

    private ContactId contact(Channel channel, Instant begun, String advisor, String state, String outcome) {
        ContactId id = ContactId.random();
        Map<String, Object> values = new HashMap<>();
        values.put("id", id);
        values.put("subject", UUID.randomUUID());
        values.put("matter", UUID.randomUUID());
        values.put("channel", channel);
        values.put("begun", begun);
        values.put("folio", Folio.next());
        values.put("state", state);
        values.put("outcome", outcome);
        values.put("advisor", advisor);
        for (String statement : List.of(
                "insert into subject (id, wrapped_key) values (:subject, '')",
                "insert into matter (id, topic, opened_at) values (:matter, 'GENERAL', :begun)",
                """
                insert into arrival (contact_id, channel, entry_point, language, topic, priority, subject_id, received_at,
                                     opened)
                values (:id, :channel, 'API', 'ES', 'GENERAL', 'NORMAL', :subject, :begun, true)
                """,
                """
                insert into contact (id, folio, channel, direction, entry_point, language, topic, priority, subject_id,
                                     matter_id, state, outcome, advisor, first_queued_at, closed_at, created_at)
                values (:id, :folio, :channel, 'INBOUND', 'API', 'ES', 'GENERAL', 'NORMAL', :subject, :matter, :state,
                        :outcome, :advisor, :begun, cast(:begun as timestamptz) + interval '1 hour', :begun)
                """)) {
            Sql sql = Sql.on(persistence.entityManager(), statement);
            values.forEach((name, value) -> {
                if (statement.contains(":" + name)) {
                    sql.set(name, value);
                }
            });
            sql.update();
        }
        return id;
    }

    /** Reads everything that has ended, in batches, as the sweep does. */
    public int sweep() {
        int read = 0;
        for (List<UUID> found = unread(); !found.isEmpty(); found = unread()) {
            List<UUID> batch = found;
            persistence.inTransaction(() -> checks.check(batch));
            read += batch.size();
        }
        return read;
    }

    List<UUID> unread() {
        return persistence.inTransaction(() -> checks.unread(Instant.EPOCH, 200));
    }

    /** {@code CODE subject} of each deviation, by execution. */
    Map<String, Set<String>> deviations() {
        return persistence.inTransaction(() -> Sql.on(
                        persistence.entityManager(),
                        "select cast(execution_id as text) as id, code || ' ' || subject as found from deviation")
                .list(row -> Map.entry(row.text("id"), row.text("found")))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet()))));
    }
}
