package mx.gob.edomex.catgem.evidence;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.TestPersistence;

/** The services of evidence on a test database, and short ways to say what happened. */
final class EvidenceFixture {

    static final Instant T0 = Instant.parse("2026-03-02T16:00:00Z");

    final TestPersistence persistence;
    final StepRecorder recorder;
    final EventLedger ledger;
    final Checklist checklist;
    final Timeline timeline;
    final ProcedureCatalogue catalogue;
    final ProcedureVersions versions;

    EvidenceFixture(TestPersistence persistence) {
        this.persistence = persistence;
        recorder = persistence.wire(new StepRecorder(), Clock.systemUTC());
        ledger = persistence.wire(new EventLedger(), Clock.systemUTC());
        checklist = persistence.wire(new Checklist());
        timeline = persistence.wire(new Timeline());
        catalogue = persistence.wire(new ProcedureCatalogue());
        versions = persistence.wire(new ProcedureVersions(), catalogue);
    }

    ContactId begun(String procedure) {
        ContactId contact = ContactId.random();
        persistence.inTransaction(() -> recorder.begin(contact, procedure, T0));
        return contact;
    }

    ContactId begun(String procedure, Act... acts) {
        ContactId contact = begun(procedure);
        done(contact, acts);
        return contact;
    }

    void done(ContactId contact, Act... acts) {
        for (Act act : acts) {
            persistence.inTransaction(() -> {
                recorder.done(contact, act, Basis.MEASURED, Actor.SYSTEM, T0);
            });
        }
    }

    void closed(ContactId contact, String outcome) {
        persistence.inTransaction(() -> {
            recorder.record(
                    contact, Act.CLOSE, StepKind.END, Basis.MEASURED, Actor.SYSTEM, T0, outcome, null, Map.of());
        });
    }

    /** Makes a newer version of a procedure, equal but for its number, and brings it into force. */
    void newerVersionInForce(String procedure) throws SQLException {
        try (var connection = persistence.database().connection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            String old = "(select id from procedure_version where procedure_code = '" + procedure
                    + "' and state = 'IN_FORCE')";
            statement.execute("insert into procedure_version (procedure_code, number, state) select '" + procedure
                    + "', max(number) + 1, 'DRAFT' from procedure_version where procedure_code = '" + procedure + "'");
            statement.execute(
                    """
                    insert into procedure_step (version_id, code, act, ordinal, name_es, name_en, role, mandatory)
                    select (select id from procedure_version where procedure_code = '%s' and state = 'DRAFT'),
                           code, act, ordinal, name_es, name_en, role, mandatory
                    from procedure_step where version_id = %s
                    """
                            .formatted(procedure, old));
            statement.execute("update procedure_version set state = 'OBSOLETE', in_force_to = now() where id = " + old);
            statement.execute("update procedure_version set state = 'IN_FORCE', in_force_from = now()"
                    + " where procedure_code = '" + procedure + "' and state = 'DRAFT'");
            connection.commit();
        }
    }
}
