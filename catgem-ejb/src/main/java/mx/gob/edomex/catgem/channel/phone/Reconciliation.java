package mx.gob.edomex.catgem.channel.phone;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * After a time in which nobody heard the exchange, what it says now against what is on record: events are lost for good,
 * but the calls go on, so what must have happened is said as if it had been heard.
 *
 * @param events what was missed, or could have been
 * @param subscribe channels to hear of again
 * @param hangUp advisors' channels that nobody wants any more
 * @param unbridge bridges that nobody needs any more
 */
record Reconciliation(
        List<ExchangeEvent> events,
        List<String> subscribe,
        List<String> hangUp,
        List<String> unbridge,
        int kept,
        int lost,
        int adopted) {

    static Reconciliation of(List<PhoneCall> live, Snapshot there) {
        Map<String, Snapshot.Channel> channels = new HashMap<>();
        there.channels().forEach(channel -> channels.put(channel.id(), channel));
        List<ExchangeEvent> events = new ArrayList<>();
        List<String> subscribe = new ArrayList<>();
        Set<String> wanted = new HashSet<>();
        Set<String> bridges = new HashSet<>();
        int lost = 0;
        for (PhoneCall call : live) {
            wanted.add(call.channel());
            if (!channels.containsKey(call.channel())) {
                lost++;
                events.add(new ExchangeEvent.Lost(call.contact()));
                continue;
            }
            subscribe.add(call.channel());
            if (call.phase().hasAdvisor()) {
                AdvisorChannel advisor = call.advisorChannel();
                wanted.add(advisor.id());
                bridges.add(advisor.bridge());
                missed(call, channels.get(advisor.id()), events, subscribe);
                colleague(call, channels, wanted, events, subscribe);
                listener(call, channels, wanted, events, subscribe);
                if (call.listener() != null) {
                    bridges.add(call.listenerChannel().bridge());
                }
            } else if (call.phase().isPrompted() && !call.pending()) {
                prompted(call, there.playing(), events);
            }
        }
        List<String> hangUp = new ArrayList<>();
        int adopted = 0;
        for (Snapshot.Channel channel : there.channels()) {
            if (wanted.contains(channel.id())) {
                continue;
            }
            if (channel.entered() != null) {
                adopted++;
                events.add(channel.entered());
            } else if (AdvisorChannel.ofChannel(channel.id()).isPresent()) {
                hangUp.add(channel.id());
            }
        }
        List<String> unbridge = there.bridges().stream()
                .filter(bridge -> AdvisorChannel.ofBridge(bridge).isPresent() && !bridges.contains(bridge))
                .toList();
        return new Reconciliation(events, subscribe, hangUp, unbridge, live.size() - lost, lost, adopted);
    }

    /** What an advisor's telephone did meanwhile; one that is still to be rung has done nothing. */
    private static void missed(
            PhoneCall call, Snapshot.Channel phone, List<ExchangeEvent> events, List<String> subscribe) {
        if (phone == null) {
            if (!call.pending()) {
                events.add(new ExchangeEvent.Gone(call.advisorChannel().id(), null));
            }
            return;
        }
        subscribe.add(phone.id());
        if (call.phase() == CallPhase.CALLING && phone.up()) {
            events.add(new ExchangeEvent.PickedUp(call.advisorChannel()));
        }
    }

    /** As the advisor's, of who was asked in. */
    private static void colleague(
            PhoneCall call,
            Map<String, Snapshot.Channel> channels,
            Set<String> wanted,
            List<ExchangeEvent> events,
            List<String> subscribe) {
        if (call.colleague() == null) {
            return;
        }
        String id = call.colleagueChannel().id();
        wanted.add(id);
        Snapshot.Channel phone = channels.get(id);
        if (phone == null && !call.pending()) {
            events.add(new ExchangeEvent.Gone(id, null));
        } else if (phone != null) {
            subscribe.add(id);
            if (phone.up() && !call.colleague().up()) {
                events.add(new ExchangeEvent.PickedUp(call.colleagueChannel()));
            }
        }
    }

    /** As the advisor's, of who listens; what hears for them is put beside them once more. */
    private static void listener(
            PhoneCall call,
            Map<String, Snapshot.Channel> channels,
            Set<String> wanted,
            List<ExchangeEvent> events,
            List<String> subscribe) {
        Listener listener = call.listener();
        if (listener == null) {
            return;
        }
        String id = call.listenerChannel().id();
        wanted.add(id);
        Snapshot.Channel phone = channels.get(id);
        if (phone == null) {
            if (!call.pending()) {
                events.add(new ExchangeEvent.Gone(id, null));
            }
            return;
        }
        subscribe.add(id);
        if (phone.up() && !listener.up()) {
            events.add(new ExchangeEvent.PickedUp(call.listenerChannel()));
        } else if (listener.ear() != null) {
            Ear ear = new Ear(call.contact(), listener.ear());
            if (channels.containsKey(ear.id())) {
                events.add(new ExchangeEvent.Hearing(ear));
            }
        }
    }

    private static void prompted(PhoneCall call, Set<String> playing, List<ExchangeEvent> events) {
        ExchangeEvent.Spoken spoken = new ExchangeEvent.Spoken(call.contact(), call.step());
        if (call.phase() == CallPhase.MENU || call.step() > 0) {
            if (!playing.contains(spoken.id())) {
                events.add(spoken);
            }
            return;
        }
        List<ExchangeEvent.PromptOver> ends = new ArrayList<>();
        for (Prompt prompt : Prompt.values()) {
            ends.add(new ExchangeEvent.PromptOver(call.contact(), prompt));
        }
        if (ends.stream().noneMatch(end -> playing.contains(end.id()))) {
            Prompt any = call.phase() == CallPhase.GREETING ? Prompt.GREETING : Prompt.CLOSED;
            events.add(new ExchangeEvent.PromptOver(call.contact(), any));
        }
    }
}
