package mx.gob.edomex.catgem.channel.chat;

import mx.gob.edomex.catgem.shared.Violation;

/** Every message carries an id of the sender's making, so that a repeat can be told. */
public class ClientIdNotValid extends Violation {
    public ClientIdNotValid() {
        super("the client id is not valid");
    }
}
