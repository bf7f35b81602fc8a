package mx.gob.edomex.catgem.routing;

import java.util.Collection;
import java.util.Optional;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.contact.WaitingContact;

/** The first of each class queue, seen without taking it. */
public interface ClassHeads {

    Collection<ServiceClass> classes();

    /**
     * The contact at the position given among those of the class not yet taken, from 0; empty past the end of the line
     * or of the window the queue holds open.
     */
    Optional<WaitingContact> at(ServiceClass serviceClass, int position);
}
