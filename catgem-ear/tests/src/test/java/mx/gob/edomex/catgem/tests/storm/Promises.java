package mx.gob.edomex.catgem.tests.storm;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import mx.gob.edomex.catgem.launcher.traffic.Witness;

/** Everything the centre said "yes" to, kept by those who heard it: it must be in the database, each of it once. */
final class Promises implements Witness {

    /** For each key of the list: how many of it there are. */
    private static final Map<Promise, String> THERE = new EnumMap<>(Map.of(
            Promise.MAIL,
            "select count(*) from inbound_mail where message_id_sha256 = sha256(convert_to(key, 'UTF8'))",
            Promise.CHAT_MESSAGE,
            "select count(*) from message where client_id = 'c:' || key",
            Promise.ANSWER,
            "select count(*) from message where client_id = key",
            Promise.ACCEPTED,
            "select count(*) from offer where id = key::uuid and outcome = 'ACCEPTED'",
            Promise.CLOSED,
            "select count(*) from contact where folio = key and state = 'CLOSED'"));

    private static final String CONTACT = "select count(*) from contact c join arrival a on a.contact_id = c.id"
            + " where a.external_id = split_part(key, ' ', 1) and c.folio = split_part(key, ' ', 2)";

    private final Map<Promise, Set<String>> promised = new EnumMap<>(Promise.class);
    private final Set<String> contacts = ConcurrentHashMap.newKeySet();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    Promises() {
        for (Promise promise : Promise.values()) {
            promised.put(promise, ConcurrentHashMap.newKeySet());
        }
    }

    @Override
    public void promised(Promise promise, String key) {
        promised.get(promise).add(key);
    }

    @Override
    public void wrong(String finding) {
        wrong.add(finding);
    }

    /** The interface answered that the contact exists, with this folio. */
    void contact(String externalId, String folio) {
        contacts.add(externalId + " " + folio);
    }

    int size() {
        return contacts.size() + promised.values().stream().mapToInt(Set::size).sum();
    }

    /** Of these; a storm in which somebody was promised nothing has proved nothing about it. */
    Map<Promise, Integer> counts() {
        Map<Promise, Integer> counts = new EnumMap<>(Promise.class);
        promised.forEach((promise, keys) -> counts.put(promise, keys.size()));
        return counts;
    }

    /** @param settled whether mails have had the time to be fetched */
    List<String> findings(Connection connection, boolean settled) throws SQLException {
        List<String> findings = new ArrayList<>(wrong);
        findings.addAll(broken(connection, "contact", CONTACT, contacts));
        for (Map.Entry<Promise, Set<String>> each : promised.entrySet()) {
            if (settled || each.getKey() != Promise.MAIL) {
                findings.addAll(broken(connection, each.getKey().name(), THERE.get(each.getKey()), each.getValue()));
            }
        }
        return findings;
    }

    private static List<String> broken(Connection connection, String what, String count, Set<String> keys)
            throws SQLException {
        List<String> broken = new ArrayList<>();
        String sql = "select key, n from unnest(?) key cross join lateral (" + count + ") there (n) where n <> 1";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(1, connection.createArrayOf("text", keys.toArray()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    broken.add("confirmed, but there " + rows.getInt(2) + " times: " + what + " " + rows.getString(1));
                }
            }
        }
        return broken;
    }
}
