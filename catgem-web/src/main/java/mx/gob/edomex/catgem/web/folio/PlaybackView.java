package mx.gob.edomex.catgem.web.folio;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.phone.RecordedCalls.Recorded;
import mx.gob.edomex.catgem.contact.Playback;
import mx.gob.edomex.catgem.contact.PlaybackReason;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.web.shell.Person;
import mx.gob.edomex.catgem.web.shell.Refusals;

/** The recordings on a folio, for those who answer for quality; one is heard in this answer, for the reason given. */
@Named
@RequestScoped
public class PlaybackView {

    @Inject
    Playback playback;

    @Inject
    Person person;

    @Inject
    Refusals refusals;

    private List<Recorded> legs;
    private PlaybackReason reason;
    private Long heard;
    private String refused;

    /** What there is of each leg; nothing to those who may not hear it. */
    public List<Recorded> of(UUID contact) {
        if (legs == null) {
            legs = person.isReadingContacts() ? playback.of(new ContactId(contact)) : List.of();
        }
        return legs;
    }

    /** Whether there is something to hear. */
    public boolean audible(UUID contact) {
        return of(contact).stream().anyMatch(leg -> leg.bytes() != null);
    }

    public void play(UUID contact, long recording) {
        refused = refusals.of(() -> playback.play(new ContactId(contact), recording, reason));
        heard = refused == null ? recording : null;
    }

    /** The one that is heard now, or null. */
    public Long getHeard() {
        return heard;
    }

    /** Why it is not heard, in words; or null. */
    public String getRefused() {
        return refused;
    }

    public PlaybackReason[] getReasons() {
        return PlaybackReason.values();
    }

    public PlaybackReason getReason() {
        return reason;
    }

    public void setReason(PlaybackReason reason) {
        this.reason = reason;
    }
}
