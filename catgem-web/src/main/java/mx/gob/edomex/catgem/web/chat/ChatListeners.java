package mx.gob.edomex.catgem.web.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.DeskSignal;

/** Passes on what happened, on whatever node, to the citizens' pages that hang on this one. */
@ApplicationScoped
public class ChatListeners {

    private final Map<String, Set<ChatListener>> byContact = new ConcurrentHashMap<>();

    void add(ContactId contact, ChatListener listener) {
        byContact.compute(contact.toString(), (id, known) -> {
            Set<ChatListener> listeners = known == null ? ConcurrentHashMap.newKeySet() : known;
            listeners.add(listener);
            return listeners;
        });
    }

    void remove(ContactId contact, ChatListener listener) {
        byContact.computeIfPresent(contact.toString(), (id, listeners) -> {
            listeners.remove(listener);
            return listeners.isEmpty() ? null : listeners;
        });
    }

    int contacts() {
        return byContact.size();
    }

    void tell(@Observes DeskSignal signal) {
        if (signal.contactId() == null) {
            return;
        }
        switch (signal.kind()) {
            case MESSAGE, CONTACT -> each(signal.contactId(), ChatListener::changed);
            case ADVISOR_TYPING -> each(signal.contactId(), ChatListener::advisorIsTyping);
            default -> {
                // The desk's own affairs.
            }
        }
    }

    private void each(String contact, Consumer<ChatListener> what) {
        byContact.getOrDefault(contact, Set.of()).forEach(what);
    }
}
