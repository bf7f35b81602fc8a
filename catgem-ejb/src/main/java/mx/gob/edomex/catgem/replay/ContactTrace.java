package mx.gob.edomex.catgem.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mx.gob.edomex.catgem.contact.ContactState;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.routing.VirtualCentre.Silence;

/** One contact as its events tell it, one after the other. */
final class ContactTrace {

    private ServiceClass serviceClass;
    private Instant queued;
    private Instant offered;
    private Instant accepted;
    private Instant answered;
    private Instant abandoned;
    private Instant handBegan;
    private Duration quiet;
    private Duration service = Duration.ZERO;
    private final List<Silence> silences = new ArrayList<>();
    private Duration ring = Duration.ZERO;
    private final List<Duration> refused = new ArrayList<>();
    private String advisor;

    /** @param serviceClass only of the event that queued it first */
    record Line(String code, String stateTo, String staff, Instant at, String serviceClass, String queuedAt) {}

    void take(Line line) {
        ContactState to = line.stateTo() == null ? null : ContactState.valueOf(line.stateTo());
        if (line.code().equals("ANSWERED")) {
            answered = answered == null ? line.at() : answered;
        }
        if (line.code().equals("CITIZEN_QUIET") && handBegan != null) {
            quiet = service.plus(Duration.between(handBegan, line.at()));
        }
        if (to == null) {
            return;
        }
        if (line.code().equals("QUEUED") && queued == null && line.serviceClass() != null) {
            serviceClass = ServiceClass.of(line.serviceClass());
            queued = Instant.parse(line.queuedAt());
        }
        boolean inHand = to.isInHand() || to == ContactState.AFTER_CALL_WORK;
        boolean interrupted = line.code().equals("INTERRUPTED");
        if (handBegan != null) {
            boolean goesOn = inHand && !interrupted;
            worked(line.at(), goesOn, !goesOn || to == ContactState.IN_PROGRESS);
        } else if (inHand && accepted != null && !interrupted) {
            handBegan = line.at(); // an interrupted mail goes on, or ends as it is
        }
        if (line.code().equals("ACCEPTED")) {
            accept(line);
        } else if (offered != null && accepted == null && to != ContactState.OFFERED) {
            Duration rang = Duration.between(offered, line.at());
            if (to == ContactState.QUEUED) {
                refused.add(rang);
            } else {
                ring = rang.plusSeconds(1); // the citizen left before anybody could accept
            }
            offered = null;
        }
        if (to == ContactState.OFFERED) {
            offered = line.at();
        }
        if (to.isTerminal() && accepted == null && to.name().startsWith("ABANDONED")) {
            abandoned = line.at();
        }
    }

    /** @param wakes whether a silence is over; after-call work weighs as little as the contact did */
    private void worked(Instant until, boolean goesOn, boolean wakes) {
        service = service.plus(Duration.between(handBegan, until));
        handBegan = goesOn ? until : null;
        if (quiet != null && wakes) {
            silences.add(new Silence(quiet, service.minus(quiet)));
            quiet = null;
        }
    }

    private void accept(Line line) {
        handBegan = line.at();
        if (accepted == null) {
            accepted = line.at();
            advisor = line.staff();
            ring = offered == null ? Duration.ZERO : Duration.between(offered, line.at());
        }
    }

    /**
     * @param until to when what is still in hand is counted
     * @return empty when the contact was never queued, or is older than the events read
     */
    Optional<PastContact> since(Instant start, Instant until, String lastAdvisor) {
        if (queued == null) {
            return Optional.empty();
        }
        if (handBegan != null && handBegan.isBefore(until)) {
            worked(until, true, true);
        }
        return Optional.of(new PastContact(
                serviceClass,
                Duration.between(start, queued),
                wait(accepted),
                accepted == null ? null : wait(answered),
                wait(abandoned),
                service,
                List.copyOf(silences),
                List.copyOf(refused),
                ring,
                lastAdvisor,
                advisor));
    }

    private Duration wait(Instant at) {
        return at == null ? null : Duration.between(queued, at);
    }
}
