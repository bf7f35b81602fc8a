package mx.gob.edomex.catgem.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mx.gob.edomex.catgem.contact.ServiceClass;

/** The universal queue in memory, for tests and simulations; held to the same contract as the broker's. */
public final class InMemoryUniversalQueue implements UniversalQueue {

    private final Map<ServiceClass, List<Token>> lines = new HashMap<>();

    @Override
    public void put(ServiceClass serviceClass, Token token) {
        List<Token> line = line(serviceClass);
        if (!line.contains(token)) {
            line.add(token);
        }
    }

    @Override
    public Optional<Token> at(ServiceClass serviceClass, int position) {
        List<Token> line = line(serviceClass);
        return position < line.size() ? Optional.of(line.get(position)) : Optional.empty();
    }

    @Override
    public void acknowledge(ServiceClass serviceClass, Token token) {
        line(serviceClass).remove(token);
    }

    private List<Token> line(ServiceClass serviceClass) {
        return lines.computeIfAbsent(serviceClass, key -> new ArrayList<>());
    }
}
