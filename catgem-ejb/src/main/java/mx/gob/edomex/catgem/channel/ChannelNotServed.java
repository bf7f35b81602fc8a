package mx.gob.edomex.catgem.channel;

import mx.gob.edomex.catgem.shared.Violation;

/** The centre has no gateway that could carry an answer back on this channel. */
public class ChannelNotServed extends Violation {
    public ChannelNotServed(Channel channel) {
        super("channel " + channel + " is not served");
    }
}
