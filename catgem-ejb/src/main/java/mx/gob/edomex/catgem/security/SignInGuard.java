package mx.gob.edomex.catgem.security;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.shared.Alerts;
import mx.gob.edomex.catgem.shared.Rounds;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * Slows down whoever guesses passwords, the same on every node. A failure is counted <em>before</em> the password is
 * looked at and taken back by success, so that a hundred guesses at once get no further than one after the other; only
 * somebody known at their network, without failures, is spared the two writes.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SignInGuard {

    static final String ALERT = "SIGN_IN_GUESSING";
    private static final Rounds ROUNDS = new Rounds(SignInGuard.class, "old sign-ins are not forgotten");
    private static final Duration CALM = Duration.ofHours(1);

    /** A success is noted again after this time, not at each call of a program. */
    private static final Duration NOTED = Duration.ofHours(12);

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Alerts alerts;

    @Inject
    Clock clock;

    /** Before the password is looked at. */
    public SignInAttempt begin(String name, String address) {
        String network = Network.of(address);
        Instant now = clock.instant();
        SignInTally pair = read(SignInKey.pair(name, network), now, "");
        boolean known = pair.isKnown(now);
        List<SignInKey> keys = keys(name, network, known);
        Duration wait = longest(keys.stream().map(key -> read(key, now, "")), now);
        if (!wait.isZero()) {
            return new SignInAttempt(name, network, known, true, false, wait);
        }
        return known && pair.failures() == 0
                ? new SignInAttempt(name, network, known, false, false, Duration.ZERO)
                : count(name, network, known, now);
    }

    /** The password was right. */
    public void succeeded(SignInAttempt attempt) {
        Instant now = clock.instant();
        SignInKey key = SignInKey.pair(attempt.name(), attempt.network());
        SignInTally pair = read(key, now, "");
        if (!attempt.counted()
                && pair.succeededAt() != null
                && pair.succeededAt().plus(NOTED).isAfter(now)) {
            return;
        }
        keys(attempt.name(), attempt.network(), attempt.known()).forEach(this::prepare);
        for (SignInKey each : keys(attempt.name(), attempt.network(), attempt.known())) {
            SignInTally tally = read(each, now, " for update");
            write(
                    each,
                    switch (each.scope()) {
                        case PAIR -> tally.succeeded(now);
                        case ACCOUNT -> SignInTally.NONE;
                        case NETWORK -> tally.without(SignInScope.NETWORK, pair.failures());
                    });
        }
    }

    /** The password was wrong. */
    public void failed(SignInAttempt attempt) {
        if (!attempt.counted()) {
            count(attempt.name(), attempt.network(), attempt.known(), clock.instant());
        }
    }

    /** Forgets what no longer matters, and ends the alerts an hour after the last guess. */
    @Schedule(hour = "*", minute = "*/10", persistent = false)
    void forgetting() {
        ROUNDS.run(this::forget);
    }

    void forget() {
        Instant now = clock.instant();
        Sql.on(
                        entities,
                        """
                        delete from sign_in_tally where (failed_at is null or failed_at < :failed)
                        and (succeeded_at is null or succeeded_at < :succeeded)
                        """)
                .set("failed", now.minus(SignInScope.ACCOUNT.memory()))
                .set("succeeded", now.minus(SignInTally.KNOWN))
                .update();
        boolean calm = !Sql.on(entities, "select 1 from sign_in_tally where locked_until > :since limit 1")
                .set("since", now.minus(CALM))
                .exists();
        if (calm) {
            alerts.end(ALERT, null);
        }
    }

    private SignInAttempt count(String name, String network, boolean known, Instant now) {
        List<SignInKey> keys = keys(name, network, known);
        keys.forEach(this::prepare);
        List<SignInTally> before =
                keys.stream().map(key -> read(key, now, " for update")).toList();
        Duration wait = longest(before.stream(), now);
        if (!wait.isZero()) { // another attempt was quicker
            return new SignInAttempt(name, network, known, true, false, wait);
        }
        List<SignInTally> after = Stream.iterate(0, i -> i < keys.size(), i -> i + 1)
                .map(i -> before.get(i).failed(keys.get(i).scope(), now))
                .toList();
        for (int i = 0; i < keys.size(); i++) {
            write(keys.get(i), after.get(i));
            if (keys.get(i).scope().isAlarming(after.get(i).failures())) {
                raise(keys.get(i).scope(), name, network);
            }
        }
        return new SignInAttempt(name, network, known, false, true, longest(after.stream(), now));
    }

    private void raise(SignInScope scope, String name, String network) {
        boolean exists = Sql.on(entities, "select 1 from app_user where username = :name")
                .set("name", name.strip().toLowerCase(Locale.ROOT))
                .exists();
        alerts.raise(
                ALERT,
                Alerts.Severity.WARNING,
                null,
                scope != SignInScope.NETWORK && exists ? name.strip().toLowerCase(Locale.ROOT) : null,
                scope == SignInScope.ACCOUNT ? null : network);
    }

    /** In the order in which rows are locked. */
    private static List<SignInKey> keys(String name, String network, boolean known) {
        SignInKey pair = SignInKey.pair(name, network);
        return known ? List.of(pair) : List.of(SignInKey.account(name), SignInKey.network(network), pair);
    }

    private static Duration longest(Stream<SignInTally> tallies, Instant now) {
        return tallies.map(tally -> tally.wait(now))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private void prepare(SignInKey key) {
        Sql.on(entities, "insert into sign_in_tally (key) values (:key) on conflict do nothing")
                .set("key", key.value())
                .update();
    }

    private SignInTally read(SignInKey key, Instant now, String lock) {
        return Sql.on(
                        entities,
                        "select failures, failed_at, locked_until, succeeded_at from sign_in_tally where key = :key"
                                + lock)
                .set("key", key.value())
                .first(row -> new SignInTally(
                        row.number("failures"),
                        row.instant("failed_at"),
                        row.instant("locked_until"),
                        row.instant("succeeded_at")))
                .orElse(SignInTally.NONE)
                .asOf(key.scope(), now);
    }

    private void write(SignInKey key, SignInTally tally) {
        Sql.on(
                        entities,
                        """
                        update sign_in_tally set failures = :failures, failed_at = cast(:failed as timestamptz),
                          locked_until = cast(:locked as timestamptz), succeeded_at = cast(:succeeded as timestamptz)
                        where key = :key
                        """)
                .set("failures", tally.failures())
                .set("failed", text(tally.failedAt()))
                .set("locked", text(tally.lockedUntil()))
                .set("succeeded", text(tally.succeededAt()))
                .set("key", key.value())
                .update();
    }

    private static String text(Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
