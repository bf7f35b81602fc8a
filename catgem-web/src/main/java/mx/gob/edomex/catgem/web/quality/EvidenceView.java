package mx.gob.edomex.catgem.web.quality;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import mx.gob.edomex.catgem.evidence.log.LogStanding;
import mx.gob.edomex.catgem.evidence.log.ReadingOrders;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.web.shell.Refusals;

/** How the evidence log stands, for the page about it and for the folio. */
@Named
@RequestScoped
public class EvidenceView {

    private static final Duration LATE = Duration.ofMinutes(1);

    @Inject
    LogStanding log;

    @Inject
    ReadingOrders orders;

    @Inject
    Refusals refusals;

    @Inject
    Installation installation;

    @Inject
    Clock clock;

    private boolean reading;
    private LogStanding.Standing standing;
    private LogStanding.Sealed sealed;

    public LogStanding.Standing getStanding() {
        if (standing == null) {
            reading = orders.isUnderWay(); // asked first: one that ends in between is then in what is read next
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

    /** Whether everything is being read now. */
    public boolean isReading() {
        getStanding();
        return reading;
    }

    /** Somebody else may have asked a moment ago: the page says that it is being read either way. */
    public String readNow() {
        refusals.of(orders::order);
        return "/evidence.xhtml?faces-redirect=true";
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
