package mx.gob.edomex.catgem.web.quality;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import mx.gob.edomex.catgem.evidence.log.LogStanding;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.LocalDay;

/** How the evidence log stands, for the page about it and for the folio. */
@Named
@RequestScoped
public class EvidenceView {

    private static final Duration LATE = Duration.ofMinutes(1);

    @Inject
    LogStanding log;

    @Inject
    Installation installation;

    @Inject
    Clock clock;

    private LogStanding.Standing standing;
    private LogStanding.Sealed sealed;

    public LogStanding.Standing getStanding() {
        if (standing == null) {
            standing = log.now();
        }
        return standing;
    }

    public boolean isLate() {
        return getStanding().lag().compareTo(LATE) > 0;
    }

    public LogStanding.Reading getLastReading() {
        return getStanding().readings().isEmpty()
                ? null
                : getStanding().readings().get(0);
    }

    /** What is sealed about a contact. */
    public LogStanding.Sealed sealed(UUID contact) {
        if (sealed == null) {
            sealed = log.of(contact);
        }
        return sealed;
    }

    public String getToday() {
        return LocalDay.of(clock.instant(), installation.timeZone()).date().toString();
    }
}
