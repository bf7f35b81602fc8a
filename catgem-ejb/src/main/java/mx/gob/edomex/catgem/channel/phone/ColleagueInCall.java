package mx.gob.edomex.catgem.channel.phone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import mx.gob.edomex.catgem.channel.ColleagueJoined;
import mx.gob.edomex.catgem.channel.ColleagueLeft;
import mx.gob.edomex.catgem.channel.phone.PhoneCommand.Kind;

/** Whoever is asked into a call hears it and is heard, on the telephone where they take calls. */
@ApplicationScoped
public class ColleagueInCall {

    @Inject
    PhoneCalls calls;

    @Inject
    Softphones softphones;

    @Inject
    Clock clock;

    void onJoined(@Observes ColleagueJoined joined) {
        calls.locked(joined.contact())
                .filter(call -> call.phase() == CallPhase.TALKING)
                .ifPresent(call -> ring(call, joined.colleague()));
    }

    private void ring(PhoneCall call, String colleague) {
        Instant now = clock.instant();
        calls.partColleague(call, now);
        calls.colleagueRings(call.contact(), colleague);
        AdvisorChannel phone = new AdvisorChannel(call.contact(), call.attempts() + 1);
        calls.command(call.contact(), Kind.CALL, phone.id(), softphones.telephoneOf(colleague), now);
    }

    void onLeft(@Observes ColleagueLeft left) {
        calls.locked(left.contact()).ifPresent(call -> calls.partColleague(call, clock.instant()));
    }
}
