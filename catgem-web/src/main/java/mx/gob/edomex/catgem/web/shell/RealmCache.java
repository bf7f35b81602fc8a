package mx.gob.edomex.catgem.web.shell;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** What this node's container keeps of accounts for three seconds (decision 0005). */
@ApplicationScoped
public class RealmCache {

    private static final System.Logger LOG = System.getLogger(RealmCache.class.getName());
    private static final String NAME = "jboss.as:subsystem=elytron,caching-realm=catgem-accounts";

    /** Reads every account afresh from now on: a password given a moment ago works at once. */
    void forget() {
        try {
            ManagementFactory.getPlatformMBeanServer().invoke(new ObjectName(NAME), "clearCache", null, null);
        } catch (JMException e) {
            LOG.log(System.Logger.Level.WARNING, "a new password may take three seconds to work", e);
        }
    }
}
