package mx.gob.edomex.catgem.shared;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/** Registers what this node cannot work without, and asks all of it when somebody wants to know. */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Vitals {
    private static final System.Logger LOG = System.getLogger(Vitals.class.getName());
    private static final String NAME = "mx.gob.edomex.catgem:type=Vitals";

    @Inject
    @Any
    private Instance<Vital> vitals;

    @PostConstruct
    void register() {
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .registerMBean(new StandardMBean((VitalsMBean) this::states, VitalsMBean.class), name());
        } catch (JMException e) {
            throw new IllegalStateException("The readiness check will not see this node's vitals", e);
        }
    }

    @PreDestroy
    void unregister() {
        try {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(name());
        } catch (JMException e) {
            LOG.log(System.Logger.Level.DEBUG, "was not registered", e);
        }
    }

    /** Name and {@code UP}, {@code AWAY} or {@code DOWN}; asked now. */
    public Map<String, String> states() {
        Map<String, String> states = new TreeMap<>();
        for (Vital vital : vitals) {
            String absent = vital.isEssential() ? "DOWN" : "AWAY";
            states.put(vital.name(), works(vital) ? "UP" : absent);
        }
        return states;
    }

    private static boolean works(Vital vital) {
        try {
            return vital.works();
        } catch (Exception e) {
            LOG.log(System.Logger.Level.WARNING, vital.name() + " does not answer: " + e);
            return false;
        }
    }

    private static ObjectName name() throws JMException {
        return new ObjectName(NAME);
    }
}
