package mx.gob.edomex.catgem.administration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import mx.gob.edomex.catgem.contact.ServiceClass;

/** The message broker as technical support sees it. Every call fails with a runtime exception while it is away. */
public interface Broker {

    /** Counting goes message by message; from here on it is many, whatever the number. */
    int MOST = 1_000;

    /**
     * How many messages are in the queues now, by name: those of the centre, then those of the classes. What a consumer
     * holds and has not acknowledged is not among them.
     */
    Map<String, Integer> depths(List<ServiceClass> classes);

    /** Oldest first, {@value #MOST} at most. */
    List<DeadLetter> deadLetters();

    /** Sends a dead letter to the queue it belongs to, once the broker has confirmed; empty when it is gone. */
    Optional<DeadLetter> sendBack(String id);

    /** Takes a dead letter away for good; empty when it is gone. */
    Optional<DeadLetter> discard(String id);
}
