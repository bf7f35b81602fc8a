package mx.gob.edomex.catgem.web.support;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.administration.Broker;
import mx.gob.edomex.catgem.administration.TechnicalState;
import mx.gob.edomex.catgem.channel.chat.ChatTraffic;
import mx.gob.edomex.catgem.channel.mail.MailTraffic;
import mx.gob.edomex.catgem.shared.Rounds;
import mx.gob.edomex.catgem.shared.Trouble;

/** What runs and what waits, as of now; the page asks again every few seconds. */
@Named
@RequestScoped
public class SupportView {

    private static final Trouble TROUBLE = new Trouble(SupportView.class, "the queues cannot be shown");

    @Inject
    TechnicalState state;

    @Inject
    MailTraffic mail;

    @Inject
    ChatTraffic chat;

    @Inject
    Clock clock;

    private Map<String, String> vitals;
    private List<Map.Entry<String, Integer>> queues;
    private boolean brokerAway;
    private MailTraffic.Line inbound;
    private MailTraffic.Line outbound;
    private ChatTraffic.Line chats;

    public Instant getAt() {
        return clock.instant();
    }

    public List<Map.Entry<String, String>> getVitals() {
        if (vitals == null) {
            vitals = state.vitals();
        }
        return List.copyOf(vitals.entrySet());
    }

    /** Depth by queue; the classes without a message are left out, there are many. */
    public List<Map.Entry<String, Integer>> getQueues() {
        if (queues == null) {
            try {
                queues = state.depths().entrySet().stream()
                        .filter(one -> one.getValue() > 0 || !one.getKey().startsWith("fila.class."))
                        .toList();
                TROUBLE.over();
            } catch (EJBException e) {
                TROUBLE.met(e);
                brokerAway = true;
                queues = List.of();
            }
        }
        return queues;
    }

    public boolean isBrokerAway() {
        getQueues();
        return brokerAway;
    }

    /** From here on a depth is only "many". */
    public int getMost() {
        return Broker.MOST;
    }

    public MailTraffic.Line getInbound() {
        if (inbound == null) {
            inbound = mail.inbound();
        }
        return inbound;
    }

    public MailTraffic.Line getOutbound() {
        if (outbound == null) {
            outbound = mail.outbound();
        }
        return outbound;
    }

    public ChatTraffic.Line getChats() {
        if (chats == null) {
            chats = chat.now();
        }
        return chats;
    }

    public List<TechnicalState.LeaseLine> getLeases() {
        return state.leases();
    }

    public List<Rounds.State> getRounds() {
        return state.rounds();
    }

    public List<TechnicalState.Incident> getIncidents() {
        return state.incidents();
    }
}
