package mx.gob.edomex.catgem.bench;

import jakarta.jms.JMSException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.jms.MatchingFixture;
import mx.gob.edomex.catgem.routing.UniversalQueue.Token;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.TestPersistence;

/**
 * Contacts as intake leaves them, with their tokens, by the thousand; and the advisors. Chats in Spanish on six topics, of
 * two priorities: twelve classes.
 */
final class WaitingLine implements AutoCloseable {

    static final String ADVISOR = "bench%05d";
    private static final int TOKENS_AT_ONCE = 1000;
    private static final String TOPICS = "array['GENERAL', 'REGISTRO_CIVIL', 'LICENCIAS', 'PREDIAL', 'SALUD', 'AGUA']";

    private final TestPersistence persistence;
    private final MatchingFixture matching;
    /** Open beforehand: that a connection is made is no part of what is measured. */
    private final Connection desks;

    private int filled;

    WaitingLine(TestPersistence persistence, MatchingFixture matching) throws SQLException {
        this.persistence = persistence;
        this.matching = matching;
        this.desks = persistence.database().connection();
    }

    /** Everyone on a break; each knows the channels, Spanish, and three of the six topics at levels of their own. */
    void advisors(int count) throws SQLException {
        persistence
                .database()
                .execute(
                        """
                create temp table crew as select n, 'bench' || lpad(cast(n as text), 5, '0') as username
                  from generate_series(0, %1$d - 1) n;
                insert into app_user (username, staff_number, display_name, password)
                  select username, username, 'Bench ' || n, '-' from crew;
                insert into user_role (username, role) select username, 'advisor' from crew;
                insert into advisor (username, presence, last_contact_ended_at)
                  select username, 'AUXILIARY', now() - n * interval '1 second' from crew;
                insert into advisor_skill (username, kind, code, level)
                  select username, 'CHANNEL', code, 5 from crew, unnest(array['CHAT', 'PHONE', 'EMAIL']) code
                  union all select username, 'LANGUAGE', 'ES', 5 from crew
                  union all select username, 'TOPIC', (%2$s)[1 + (n + k * (1 + n / 6 %% 2)) %% 6], 3 + (n + k) %% 3
                    from crew, generate_series(0, 2) k;
                analyze advisor, advisor_skill, user_role;
                """
                                .formatted(count, TOPICS));
    }

    /** Adds so many at the end of the line; each is a little younger than the one before it. */
    void add(int count) throws SQLException, JMSException {
        Map<ServiceClass, List<Token>> tokens = new HashMap<>();
        try (Connection connection = persistence.database().connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    """
                    create temp table filled on commit drop as
                      select n, gen_random_uuid() as id, gen_random_uuid() as subject, gen_random_uuid() as matter,
                             (%3$s)[1 + n %% 6] as topic, (array['NORMAL', 'HIGH'])[1 + n / 6 %% 2] as priority,
                             now() - (%2$d - n) * interval '1 microsecond' as since
                      from generate_series(%1$d + 1, %2$d) n;
                    insert into subject (id, wrapped_key) select subject, '\\x00' from filled;
                    insert into matter (id, topic, opened_at) select matter, topic, since from filled;
                    insert into arrival (contact_id, channel, entry_point, language, topic, priority, subject_id, received_at, opened)
                      select id, 'CHAT', 'CHAT_WEB', 'ES', topic, priority, subject, since, true from filled;
                    insert into contact (id, folio, channel, direction, entry_point, language, topic, priority, subject_id,
                                         matter_id, state, first_queued_at, last_citizen_at, created_at)
                      select id, 'BENCH-' || n, 'CHAT', 'INBOUND', 'CHAT_WEB', 'ES', topic, priority, subject, matter,
                             'QUEUED', since, since, since from filled;
                    insert into execution (id, procedure_version_id, begun_at)
                      select f.id, v.id, f.since from filled f, procedure_version v
                      where v.procedure_code = 'AVC' and v.state = 'IN_FORCE';
                    insert into event (kind, code, contact_id, leg, state_from, state_to, source, at, app_clock)
                      select 'STATE', 'QUEUED', id, 0, 'CREATED', 'QUEUED', 'SYSTEM', since, since from filled;
                    insert into service_class (key, newest_token_at)
                      select 'ES.' || topic || '.CHAT.' || priority, max(since) from filled group by topic, priority
                      on conflict (key) do update set newest_token_at = excluded.newest_token_at;
                    """
                            .formatted(filled, filled + count, TOPICS));
            filled += count;
            try (ResultSet rows = statement.executeQuery("select id, topic, priority from filled order by n")) {
                while (rows.next()) {
                    ServiceClass serviceClass =
                            ServiceClass.of("ES." + rows.getString(2) + ".CHAT." + rows.getString(3));
                    tokens.computeIfAbsent(serviceClass, key -> new ArrayList<>())
                            .add(new Token(ContactId.of(rows.getString(1)), 1));
                }
            }
            connection.commit();
        }
        for (Map.Entry<ServiceClass, List<Token>> line : tokens.entrySet()) {
            List<Token> all = line.getValue();
            for (int from = 0; from < all.size(); from += TOKENS_AT_ONCE) {
                matching.putTokens(line.getKey(), all.subList(from, Math.min(all.size(), from + TOKENS_AT_ONCE)));
            }
        }
    }

    /** What was offered has been attended, and everyone takes a break. */
    void settle() throws SQLException {
        persistence
                .database()
                .execute(
                        """
                update contact set state = 'CLOSED', closed_at = now() where state = 'OFFERED';
                update offer set outcome = 'ACCEPTED', ended_at = now() where outcome is null;
                update advisor set presence = 'AUXILIARY', points = 0, misses = 0 where username like 'bench%';
                """);
    }

    /** @param points what each holds already: 0 is ready, 100 busy */
    void available(int points) throws SQLException {
        try (Statement statement = desks.createStatement()) {
            statement.execute(
                    "update advisor set presence = 'AVAILABLE', points = " + points + " where username like 'bench%'");
        }
    }

    @Override
    public void close() throws SQLException {
        desks.close();
    }
}
