package mx.gob.edomex.catgem.evidence.log;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mx.gob.edomex.catgem.shared.Sql;

/** How the log stands: for screens, and for what leaves the house once a day. Holds nothing about any person. */
@Stateless
@PermitAll
public class LogStanding {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Checkpoints checkpoints;

    @Inject
    LogKeys keys;

    @Inject
    Heartbeats heartbeats;

    @Inject
    Clock clock;

    /**
     * @param size leaves in the log
     * @param sealed of them under a signature
     * @param lag since the oldest row was recorded that the log does not have yet; zero when it has all
     * @param clocks as the last heartbeat tells; null when there was none of late
     */
    public record Standing(
            long size,
            long sealed,
            Instant sealedAt,
            Duration lag,
            ClockReading clocks,
            String origin,
            List<String> keys,
            List<WitnessLine> witnesses,
            List<Mailing> mailings,
            List<Reading> readings) {}

    /** The last that a witness signed. */
    public record WitnessLine(String name, long size, Instant at) {}

    /** A checkpoint that was sent to the control body. */
    public record Mailing(LocalDate day, long size, String address, Instant at) {}

    /** What a reading of everything found; first is the place of the first finding, or null. */
    public record Reading(Instant beganAt, Instant endedAt, long size, int findings, String first) {}

    /** What is sealed about a subject, and how many rows wait to be. */
    public record Sealed(long sealed, long waiting) {}

    /** A checkpoint as it is sent. */
    public record Sendable(long size, String checkpoint, String key) {}

    public Standing now() {
        Optional<SignedNote> last = checkpoints.last();
        Instant now = clock.instant();
        return new Standing(
                Sql.on(entities, "select size from log_state")
                        .first(row -> row.big("size"))
                        .orElse(0L),
                last.map(note -> Checkpoint.of(note).size()).orElse(0L),
                Sql.on(entities, "select max(signed_at) as at from log_checkpoint")
                        .first(row -> Optional.ofNullable(row.instant("at")))
                        .flatMap(at -> at)
                        .orElse(null),
                heartbeats
                        .oldestWaiting()
                        .map(at -> at.isAfter(now) ? Duration.ZERO : Duration.between(at, now))
                        .orElse(Duration.ZERO),
                heartbeats.last().orElse(null),
                keys.origin(),
                keys.published().stream()
                        .filter(key -> key.algorithm() == VerifierKey.LOG)
                        .map(VerifierKey::toString)
                        .toList(),
                witnesses(),
                mailings(),
                readings());
    }

    private List<WitnessLine> witnesses() {
        return Sql.on(
                        entities,
                        """
                        select distinct on (witness) witness, size, at from log_cosignature
                        order by witness, size desc
                        """)
                .list(row -> new WitnessLine(row.text("witness"), row.big("size"), row.instant("at")));
    }

    private List<Mailing> mailings() {
        return Sql.on(
                        entities,
                        "select cast(day as text) as day, size, address, at from log_mailing order by at desc limit 10")
                .list(row -> new Mailing(
                        LocalDate.parse(row.text("day")), row.big("size"), row.text("address"), row.instant("at")));
    }

    /** The last reading of everything, if there was one. */
    public Optional<Reading> lastReading() {
        return readings().stream().findFirst();
    }

    private List<Reading> readings() {
        return Sql.on(
                        entities,
                        "select began_at, ended_at, size, findings, first from log_reading order by id desc limit 10")
                .list(row -> new Reading(
                        row.instant("began_at"),
                        row.instant("ended_at"),
                        row.big("size"),
                        row.number("findings"),
                        row.text("first")));
    }

    /** About a contact or an execution. */
    public Sealed of(UUID subject) {
        return Sql.on(
                        entities,
                        """
                        select count(*) filter (where l.idx < c.size) as sealed,
                               count(*) filter (where l.idx is null or l.idx >= c.size) as waiting
                        from event e cross join (select coalesce(max(size), 0) as size from log_checkpoint) c
                        left join log_leaf l on l.event_id = e.id
                        where e.contact_id = :subject or (e.contact_id is null and e.execution_id = :subject)
                        """)
                .set("subject", subject)
                .first(row -> new Sealed(row.big("sealed"), row.big("waiting")))
                .orElseThrow();
    }

    /** The newest checkpoint, as whoever keeps it elsewhere gets it; empty when nothing was signed. */
    public Optional<Sendable> newest() {
        return checkpoints
                .last()
                .map(note -> new Sendable(
                        Checkpoint.of(note).size(),
                        note.toString(),
                        keys.signer().verifier().toString()));
    }

    /** What is to be sent for a day; empty when it was sent, or nothing was signed. */
    public Optional<Sendable> toSend(LocalDate day) {
        boolean sent = Sql.on(entities, "select 1 from log_mailing where day = cast(:day as date)")
                .set("day", day.toString())
                .exists();
        return sent ? Optional.empty() : newest();
    }

    public void sent(LocalDate day, long size, String address) {
        Sql.on(
                        entities,
                        """
                        insert into log_mailing (day, size, address, at) values (cast(:day as date), :size, :address, :at)
                        """)
                .set("day", day.toString())
                .set("size", size)
                .set("address", address)
                .set("at", clock.instant())
                .update();
    }
}
