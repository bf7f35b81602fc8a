package mx.gob.edomex.catgem.channel;

import java.util.Map;

/** Writes to those who control the centre from outside (órgano interno de control); about no contact. */
public interface ControlBodyPost {

    /**
     * Leaves a mail to send in the caller's transaction; it leaves after the commit, at least once.
     *
     * @param address one valid address
     * @param values what stands in braces in the text: {@code day, size, checkpoint, key}
     */
    void checkpoint(String address, Map<String, String> values);
}
