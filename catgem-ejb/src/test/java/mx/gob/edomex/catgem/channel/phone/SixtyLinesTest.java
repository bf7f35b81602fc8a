package mx.gob.edomex.catgem.channel.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import mx.gob.edomex.catgem.contact.ContactState;
import mx.gob.edomex.catgem.shared.BenchFigure;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * As many calls at once as the centre has lines, with sound and recording, on a real Asterisk. They talk a moment; in the
 * profile bench two minutes, and the figures are kept.
 */
class SixtyLinesTest {

    private static final int LINES = 60;
    private static final int TALK_SECONDS = Integer.getInteger("catgem.phone.talk", 5);
    /** TELEPHONY: from the telephone's answer to voices, on two cores. */
    private static final double CONNECTED = 250;

    private static final String ADVISOR = "linea%02d";

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final RealExchange town = RealExchange.running();
    private final List<String> citizens = new ArrayList<>();
    private PhoneCentre centre;

    @BeforeEach
    void open() throws SQLException {
        centre = new PhoneCentre(persistence, town);
        persistence
                .database()
                .execute(
                        """
                create temp table crew as select 'linea' || lpad(cast(n as text), 2, '0') as username
                  from generate_series(0, %d - 1) n;
                insert into app_user (username, staff_number, display_name, password)
                  select username, username, username, '-' from crew;
                insert into user_role (username, role) select username, 'advisor' from crew;
                insert into advisor (username, presence, last_contact_ended_at) select username, 'AVAILABLE', now() from crew;
                """
                                .formatted(LINES));
    }

    @AfterEach
    void close() {
        citizens.forEach(town::hangsUp);
        until(() -> centre.count("select count(*) as n from phone_call where ended_at is null") == 0);
        centre.close();
    }

    @Test
    void sixtyCallsAtOnceAreAllAnsweredTalkedAndRecorded() {
        long began = System.nanoTime();
        for (int i = 0; i < LINES; i++) {
            citizens.add(town.phones("070", "72212345" + String.format("%02d", i)));
        }
        List<ContactId> calls = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            ContactId call = centre.waits();
            centre.noticed(call);
            calls.add(call);
        }
        figure("waiting", (System.nanoTime() - began) / 1e6, "ms", null);

        Map<ContactId, Long> accepted = new LinkedHashMap<>();
        Map<ContactId, Double> connected = new HashMap<>();
        for (int i = 0; i < LINES; i++) {
            accepted.put(calls.get(i), System.nanoTime());
            centre.accepts(calls.get(i), ADVISOR.formatted(i));
            look(accepted, connected);
        }
        until(() -> look(accepted, connected) == LINES);
        double[] millis = connected.values().stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        figure("connected", connected.size(), "calls", null);
        figure("accepted_to_bridged.p50", millis[LINES / 2], "ms", null);
        figure("accepted_to_bridged.p95", millis[LINES * 95 / 100], "ms", CONNECTED);

        ExchangeContract.pause(TALK_SECONDS * 1000L);
        assertThat(centre.count("select count(*) as n from phone_call where phase = 'TALKING'"))
                .as("still talking")
                .isEqualTo(LINES);
        citizens.forEach(town::hangsUp);
        until(() -> calls.stream().allMatch(call -> centre.state(call) == ContactState.AFTER_CALL_WORK));
        until(() -> {
            centre.collect();
            return centre.count("select count(*) as n from call_recording where stored_at is not null") == LINES;
        });
        assertThat(centre.count("select min(bytes) as n from call_recording"))
                .as("8,000 samples of two bytes a second, of each call")
                .isGreaterThan(16_000 * TALK_SECONDS * 9 / 10);
        figure("recorded", LINES, "calls", null);
    }

    /** When their voices were let together, as the exchange has confirmed. @return of how many calls that is known */
    private int look(Map<ContactId, Long> accepted, Map<ContactId, Double> connected) {
        long now = System.nanoTime();
        List<ContactId> bridged = centre.does(() -> Sql.on(
                        persistence.entityManager(),
                        "select contact_id from phone_command where kind = 'BRIDGE' and outcome = 'DONE'")
                .list(row -> row.contact("contact_id")));
        bridged.forEach(call -> connected.computeIfAbsent(call, key -> (now - accepted.get(key)) / 1e6));
        return connected.size();
    }

    private void until(BooleanSupplier done) {
        boolean is = done.getAsBoolean();
        for (int i = 0; i < 12_000 && !is; i++) {
            if (i % 50 == 0) {
                centre.keep();
            }
            ExchangeContract.pause(5);
            is = done.getAsBoolean();
        }
        assertThat(is).as("within a minute").isTrue();
    }

    private static void figure(String name, double value, String unit, Double most) {
        BenchFigure.write("phone." + LINES + "." + name, value, unit, most);
    }
}
