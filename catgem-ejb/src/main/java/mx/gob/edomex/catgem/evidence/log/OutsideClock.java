package mx.gob.edomex.catgem.evidence.log;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import mx.gob.edomex.catgem.shared.Beat;
import mx.gob.edomex.catgem.shared.Rounds;
import org.apache.commons.net.ntp.NTPUDPClient;
import org.apache.commons.net.ntp.NtpV3Packet;
import org.apache.commons.net.ntp.TimeInfo;

/**
 * The time outside of this house: that of a server of NTP (RFC 5905), asked once a minute and counted on from its last
 * answer by the timer that nobody can set, so that this node's clock shows as wrong at the moment it is put wrong. It
 * is asked on a thread of its own: the log waits for no network.
 */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class OutsideClock {

    /** {@code host} or {@code host:port}; without it nobody is asked. */
    static final String SETTING = "CATGEM_TIME_SOURCE";

    static final Duration EVERY = Duration.ofMinutes(1);
    /** What an answer is wrong by is at most half of the time it takes: two seconds could be a whole one. */
    static final Duration PATIENCE = Duration.ofSeconds(1);
    /** From here on an answer is too old to count on: the next one should be there. */
    static final Duration FRESH = EVERY.multipliedBy(2);
    /** A few questions and answers get lost on the way. */
    static final Duration SILENCE = Duration.ofMinutes(5);

    private static final int UNSYNCHRONISED = 16;

    /** What the source's clock said, and the reading of this node's timer at that moment. */
    private record Answer(Instant time, long nanos) {}

    @Inject
    Beat beat;

    private URI source;
    private LongSupplier nanos = System::nanoTime;
    private Rounds rounds;
    private long asked;
    private volatile long since;
    private volatile Answer last;

    public OutsideClock() {}

    OutsideClock(String source, LongSupplier nanos) {
        this.nanos = nanos;
        configure(source);
    }

    @PostConstruct
    void start() {
        configure(System.getProperty(SETTING, System.getenv(SETTING)));
        if (source != null) {
            rounds = new Rounds(OutsideClock.class, "the source of time does not answer");
            beat.every(Duration.ofSeconds(1), this::follow);
        }
    }

    private void configure(String whom) {
        source = whom == null || whom.isBlank() ? null : URI.create("ntp://" + whom.strip());
        if (source != null && source.getHost() == null) {
            throw new IllegalStateException(SETTING + " is not a host or host:port");
        }
        since = nanos.getAsLong();
        asked = since - EVERY.toNanos();
    }

    /** Who is asked, in the letters that the ledger takes. */
    public Optional<String> source() {
        return Optional.ofNullable(source).map(whom -> whom.getAuthority().replaceAll("[^A-Za-z0-9._:-]", "_"));
    }

    /** What time it is there; empty without an answer of the last two minutes. */
    public Optional<Instant> time() {
        return Optional.ofNullable(last)
                .filter(answer -> passed(answer.nanos()).compareTo(FRESH) < 0)
                .map(answer -> answer.time().plus(passed(answer.nanos())));
    }

    /** Whether it should have answered and has not for five minutes. */
    public boolean isSilent() {
        return source != null && passed(last == null ? since : last.nanos()).compareTo(SILENCE) >= 0;
    }

    private Duration passed(long from) {
        return Duration.ofNanos(nanos.getAsLong() - from);
    }

    private void follow() {
        if (passed(asked).compareTo(EVERY) >= 0) {
            asked = nanos.getAsLong();
            rounds.run(this::ask);
        }
    }

    /** @throws UncheckedIOException when there is no answer, or none that tells the time */
    void ask() {
        try (NTPUDPClient client = new NTPUDPClient()) {
            client.setDefaultTimeout(PATIENCE);
            int port = source.getPort() < 0 ? NTPUDPClient.DEFAULT_PORT : source.getPort();
            TimeInfo answer = client.getTime(InetAddress.getByName(source.getHost()), port);
            long at = nanos.getAsLong();
            answer.computeDetails();
            if (!tellsTheTime(answer)) {
                throw new IOException("it does not know the time");
            }
            last = new Answer(Instant.ofEpochMilli(answer.getReturnTime() + answer.getOffset()), at);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server that has lost its own source says so, and one that is asked too often tells no time (RFC 5905 §7.3, §7.4). */
    private static boolean tellsTheTime(TimeInfo answer) {
        NtpV3Packet message = answer.getMessage();
        return message.getMode() == NtpV3Packet.MODE_SERVER
                && message.getLeapIndicator() != NtpV3Packet.LI_ALARM_CONDITION
                && message.getStratum() > 0
                && message.getStratum() < UNSYNCHRONISED
                && answer.getOffset() != null
                && answer.getDelay() != null
                && answer.getDelay() <= PATIENCE.toMillis();
    }
}
