package mx.gob.edomex.catgem.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import mx.gob.edomex.catgem.channel.LineLimits.Verdict;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.Basis;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.StepKind;
import mx.gob.edomex.catgem.evidence.StepRecorder;

/** What becomes of a contact that enters a line over its limit: another topic's line, or the words that it is full. */
@ApplicationScoped
public class Overflows {

    @Inject
    QueueLimits limits;

    @Inject
    CitizenSide citizenSide;

    @Inject
    Contacts contacts;

    @Inject
    EventLedger ledger;

    @Inject
    StepRecorder steps;

    /** @return whether it ended: the citizen was told what to do instead */
    boolean turnedAway(Contact contact, Instant now) {
        QueueLimits.Route route = limits.route(contact);
        if (!route.topic().equals(contact.topic())) {
            String before = contact.topic();
            contact.overflowTo(route.topic());
            ledger.fact(
                    contact.id(),
                    "OVERFLOWED_TO",
                    Actor.SYSTEM,
                    now,
                    null,
                    Map.of("from", before, "to", route.topic()));
        }
        if (route.verdict() != Verdict.FULL) {
            return false;
        }
        StateChange change = contact.overflow(now);
        contacts.changed(contact, change, "OVERFLOWED", Actor.SYSTEM, now, null);
        steps.record(
                contact.id(),
                Act.CLOSE,
                StepKind.END,
                Basis.MEASURED,
                Actor.SYSTEM,
                now,
                contact.state().name(),
                null,
                Map.of());
        citizenSide.overflowed(contact);
        return true;
    }
}
