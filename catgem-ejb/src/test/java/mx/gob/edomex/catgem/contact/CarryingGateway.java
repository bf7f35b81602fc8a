package mx.gob.edomex.catgem.contact;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.ChannelGateway;
import mx.gob.edomex.catgem.shared.ContactId;

/** A way back to the citizen that notes what it carried. */
final class CarryingGateway implements ChannelGateway {

    final List<String> said = new ArrayList<>();
    boolean reaches = true;
    private final Channel channel;

    CarryingGateway(Channel channel) {
        this.channel = channel;
    }

    @Override
    public boolean serves(Channel asked) {
        return asked == channel;
    }

    @Override
    public boolean reaches(ContactId contact) {
        return reaches;
    }

    @Override
    public void deliver(ContactId contact, UUID message, List<String> cc) {
        said.add("message");
    }

    @Override
    public void attended(ContactId contact, String advisorName, boolean connected) {
        said.add(connected ? "attended by " + advisorName : "left");
    }

    @Override
    public void passedOn(ContactId contact, String occasion) {
        said.add("passed on");
    }

    @Override
    public void askIfThere(ContactId contact, Duration left, String occasion) {
        said.add("asked");
    }

    @Override
    public void silenceEnds(ContactId contact) {
        said.add("silence ends");
    }

    @Override
    public void ended(ContactId contact) {
        said.add("ended");
    }
}
