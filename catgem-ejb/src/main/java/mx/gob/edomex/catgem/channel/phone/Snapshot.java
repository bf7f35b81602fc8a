package mx.gob.edomex.catgem.channel.phone;

import java.util.List;
import java.util.Set;

/** What is on the exchange now, as far as it is this application's. */
record Snapshot(List<Channel> channels, List<String> bridges, Set<String> playing) {

    /**
     * @param entered how the dialplan handed it over, or null when it is no citizen's call in the application
     * @param up whether it was answered
     */
    record Channel(String id, boolean up, ExchangeEvent.Entered entered) {}
}
