package mx.gob.edomex.catgem.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.TestPersistence;

/** Chats that were attended and closed, with every step of their procedure on record, by the thousand. */
final class AttendedContacts {

    /** Attended at the same time, so that the records of one lie among those of the others; also one transaction. */
    private static final int TOGETHER = 50;

    private AttendedContacts() {}

    static List<Folio> add(TestPersistence persistence, int count) throws SQLException {
        List<Folio> folios = new ArrayList<>();
        try (Connection connection = persistence.database().connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            while (folios.size() < count) {
                List<Folio> next = Stream.generate(Folio::next).limit(TOGETHER).toList();
                folios.addAll(next);
                statement.execute(
                        """
                        create temp table told on commit drop as
                          select folio, gen_random_uuid() as id, gen_random_uuid() as subject, gen_random_uuid() as matter
                          from unnest(string_to_array('%s', ' ')) folio;
                        insert into subject (id, wrapped_key) select subject, '\\x00' from told;
                        insert into matter (id, topic, opened_at) select matter, 'GENERAL', now() from told;
                        insert into arrival (contact_id, channel, entry_point, language, topic, priority, subject_id,
                                             received_at, opened)
                          select id, 'CHAT', 'CHAT_WEB', 'ES', 'GENERAL', 'NORMAL', subject, now(), true from told;
                        insert into contact (id, folio, channel, direction, entry_point, language, topic, priority,
                                             subject_id, matter_id, state, first_queued_at, last_citizen_at, created_at,
                                             closed_at)
                          select id, folio, 'CHAT', 'INBOUND', 'CHAT_WEB', 'ES', 'GENERAL', 'NORMAL', subject,
                                 matter, 'CLOSED', now(), now(), now(), now() from told;
                        insert into execution (id, procedure_version_id, begun_at, steps)
                          select t.id, v.id, now(), (select count(*) from procedure_step s where s.version_id = v.id)
                          from told t, procedure_version v
                          where v.procedure_code = 'AVC' and v.state = 'IN_FORCE';
                        insert into event (kind, code, contact_id, leg, state_from, state_to, source, at, app_clock)
                          select 'STATE', 'QUEUED', id, 0, 'CREATED', 'QUEUED', 'SYSTEM', now(), now() from told;
                        insert into event (kind, code, contact_id, execution_id, k, step_code, step_kind, version_id, staff,
                                           role, source, basis, refs, at, app_clock)
                          select 'STEP', s.act, t.id, t.id,
                                 row_number() over (partition by t.id order by s.ordinal, s.code), s.code, 'END',
                                 s.version_id, 'asesora01', 'advisor', 'SCREEN', 'MEASURED', '{"entry": "42"}', now(), now()
                          from told t join execution x on x.id = t.id
                          join procedure_step s on s.version_id = x.procedure_version_id
                          order by s.ordinal, s.code, t.folio;
                        """
                                .formatted(next.stream().map(Folio::value).collect(Collectors.joining(" "))));
                connection.commit();
            }
            statement.execute("analyze");
            connection.commit();
        }
        return folios;
    }
}
