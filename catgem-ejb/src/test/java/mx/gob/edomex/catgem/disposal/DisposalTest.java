package mx.gob.edomex.catgem.disposal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.contact.CentreFixture;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.SubjectId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DisposalTest {

    private static final int CANARIES = Integer.getInteger("catgem.canaries", 100);

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private CentreFixture centre;
    private Disposals disposals;
    private DisposalQueries queries;
    private String me = "coordinadora1";

    @BeforeEach
    void begin() {
        centre = new CentreFixture(persistence);
        CurrentStaff staff = new CurrentStaff() {
            @Override
            public String username() {
                return me;
            }

            @Override
            public boolean has(String role) {
                return me.startsWith(role.substring(0, 4));
            }
        };
        Installation installation = persistence.wire(new Installation());
        EventLedger ledger = persistence.wire(new EventLedger(), centre.time);
        DisposalRows rows = persistence.wire(new DisposalRows(), ledger, staff, installation, centre.time);
        disposals = persistence.wire(new Disposals(), centre.personalData, rows);
        queries = persistence.wire(new DisposalQueries(), rows);
    }

    @Test
    void aPersonsDataAreGoneAndTheActAndTheLedgerStay() throws Exception {
        ContactId contact = closedChat("Xochiquétzal pide su acta");
        SubjectId subject = subject(contact);
        centre.run(() -> centre.personalData.put(subject, "name", "Xochiquétzal"));
        centre.run(() -> centre.personalData.index(subject, "email", "xochi@example.org"));
        byte[] sealed = centre.does(() -> centre.personalData.seal(subject, "Xochiquétzal"));
        DisposalId id = ask(contact);
        String ledger = ledger(Long.MAX_VALUE);
        long last = Long.parseLong(value("select max(id) from event"));

        as("supervisora", () -> disposals.carryOut(id));

        assertThat(centre.does(() -> centre.personalData.openText(subject, sealed)))
                .isEmpty();
        assertThat(centre.does(() -> centre.personalData.get(subject, "name"))).isEmpty();
        assertThat(centre.does(() -> centre.personalData.find("email", "xochi@example.org")))
                .isEmpty();
        assertThat(value("select count(*) from message where octet_length(body_sealed) > 0 and contact_id = '" + contact
                        + "'"))
                .isEqualTo("0");
        assertThat(value("select count(*) from message where contact_id = '" + contact + "'"))
                .isNotEqualTo("0");
        assertThat(value("select count(*) from subject where id = '" + subject + "' and wrapped_key is null"))
                .isEqualTo("1");
        DisposalLine act = line(id);
        assertThat(act.state()).isEqualTo(DisposalState.DONE);
        assertThat(act.endedName()).isNotEqualTo(act.askedName());
        assertThat(act.destroyed()).containsEntry("personal_field", 1).containsKeys("message", "contact", "subject");
        assertThat(ledger(last)).isEqualTo(ledger);
        assertThat(value("select staff || ' ' || (refs ->> 'subject') from event where code = 'DISPOSAL_DONE'"
                        + " and refs ->> 'disposal' = '" + id + "'"))
                .isEqualTo("supervisora " + subject);
    }

    @Test
    void anotherPersonsDataStay() {
        ContactId other = closedChat("Nezahualpilli");
        DisposalId id = ask(closedChat("Moyocoyatzin"));

        as("supervisora", () -> disposals.carryOut(id));

        assertThat(centre.isFound(other, "nezahualpilli")).isTrue();
        assertThat(centre.does(() -> centre.conversations.all(other)).get(0).text())
                .isEqualTo("Nezahualpilli");
    }

    @Test
    void noColumnOfSealedBytesIsForgotten() throws Exception {
        List<String> strangers = persistence
                .database()
                .column(
                        """
                        select c.table_name || '.' || c.column_name from information_schema.columns c
                        where c.table_schema = 'public' and c.column_name like '%sealed%' and not exists (
                          select 1 from information_schema.columns s where s.table_schema = 'public'
                            and s.table_name = c.table_name
                            and (s.column_name = 'subject_id' or s.column_name = 'contact_id' and s.is_nullable = 'NO'))
                        """);

        // Whose it is stands in the session; erased by its name (EncryptedPersonalData).
        assertThat(strangers).containsExactly("chat_transcript_request.address_sealed");
    }

    @Test
    void whoAskedDoesNotCarryItOut() {
        me = "supervisora";
        DisposalId id = ask(closedChat("Tepeyóllotl"));

        assertThatThrownBy(() -> as("supervisora", () -> disposals.carryOut(id)))
                .isInstanceOf(NobodyDisposesAlone.class);
        assertThat(line(id).own()).isTrue();
    }

    @Test
    void nothingIsDestroyedWhileThePersonIsAttended() {
        ContactId open = centre.aQueuedChat();

        assertThatThrownBy(() -> ask(open)).isInstanceOf(PersonStillAttended.class);
    }

    @Test
    void whoComesBackMeanwhileIsAttendedFirst() throws Exception {
        ContactId contact = closedChat("Ehécatl");
        DisposalId id = ask(contact);
        persistence
                .database()
                .execute("update contact set closed_at = null, state = 'QUEUED' where id = '" + contact + "'");

        assertThatThrownBy(() -> as("supervisora", () -> disposals.carryOut(id)))
                .isInstanceOf(PersonStillAttended.class);
    }

    @Test
    void whatIsAskedForIsBlockedUntilItIsWithdrawn() {
        ContactId contact = closedChat("Mictlantecuhtli");
        DisposalId id = ask(contact);
        assertThat(centre.isFound(contact, "mictlan")).isFalse();

        as("coordinadora1", () -> disposals.withdraw(id));

        centre.does(centre.searchRefill::due).forEach(one -> centre.run(() -> centre.searchRefill.fill(one)));
        assertThat(centre.isFound(contact, "mictlan")).isTrue();
        assertThat(line(id).state()).isEqualTo(DisposalState.WITHDRAWN);
        assertThatThrownBy(() -> as("supervisora", () -> disposals.carryOut(id)))
                .isInstanceOf(DisposalEnded.class);
        assertThatThrownBy(() -> as("supervisora", () -> disposals.withdraw(id)))
                .isInstanceOf(DisposalEnded.class);
        assertThat(ask(contact)).isNotEqualTo(id);
    }

    @Test
    void aRowThatWasToBeMadeAnewStaysBlocked() {
        ContactId contact = closedChat("Xochiquétzal");
        DisposalId withdrawn = ask(contact);
        as("coordinadora1", () -> disposals.withdraw(withdrawn));
        ask(contact);

        centre.does(centre.searchRefill::due).forEach(one -> centre.run(() -> centre.searchRefill.fill(one)));

        assertThat(centre.isFound(contact, "xochi")).isFalse();
    }

    @Test
    void aPersonIsAskedForAndErasedOnce() {
        ContactId contact = closedChat("Tonatiuh");
        DisposalId id = ask(contact);
        assertThatThrownBy(() -> ask(contact)).isInstanceOf(DisposalAskedAlready.class);

        as("supervisora", () -> disposals.carryOut(id));

        assertThatThrownBy(() -> ask(contact)).isInstanceOf(DisposalAskedAlready.class);
    }

    @Test
    void whatDoesNotExistIsSaid() {
        assertThatThrownBy(() -> centre.does(() -> disposals.ask(Folio.next(), DisposalBasis.TERM_OVER)))
                .isInstanceOf(DisposalFolioUnknown.class);
        assertThatThrownBy(() -> as("supervisora", () -> disposals.withdraw(DisposalId.of("0-0-0-0-1"))))
                .isInstanceOf(DisposalUnknown.class);
    }

    @Test
    void theAnswerIsDueInTwentyWorkingDays() throws Exception {
        persistence.database().execute("delete from holiday where day between '2027-03-01' and '2027-04-30'");
        persistence
                .database()
                .execute("insert into holiday (day, name_es, name_en) values ('2027-03-15', 'Natalicio', 'Birth')");
        centre.time.set(Instant.parse("2027-03-01T18:00:00Z")); // a Monday

        assertThat(line(ask(closedChat("Tlaloc"))).dueOn()).isEqualTo(LocalDate.of(2027, 3, 30));
    }

    @Test
    void anActIsKeptAsItIs() {
        DisposalId id = ask(closedChat("Coatlicue"));
        as("supervisora", () -> disposals.carryOut(id));

        for (String forgery : List.of(
                "delete from disposal where id = '" + id + "'",
                "update disposal set basis = 'TERM_OVER' where id = '" + id + "'",
                "truncate disposal")) {
            assertThatThrownBy(() -> persistence.database().execute(forgery)).hasMessageContaining("kept as it is");
        }
    }

    /** Plain words of citizens stand nowhere in the database's files: neither in tables nor in indexes, before or after. */
    @Test
    void ofErasedCanariesNoByteIsInTheFilesOfTheDatabase() throws Exception {
        List<String> canaries = new ArrayList<>();
        for (int i = 0; i < CANARIES; i++) {
            String canary = "Qzkanario" + i + "Xw";
            canaries.add(canary);
            ContactId contact = closedChat("Me llamo " + canary + " y vivo en Toluca");
            SubjectId subject = subject(contact);
            centre.run(() -> {
                centre.personalData.put(subject, "name", canary);
                centre.personalData.index(subject, "email", canary + "@example.org");
            });
            DisposalId id = ask(contact);
            as("supervisora", () -> disposals.carryOut(id));
        }
        persistence.database().execute("create table control (word text)");
        persistence.database().execute("insert into control values ('Qzcontrolado')");
        persistence.database().execute("checkpoint");

        assertThat(occurrences("Qzcontrolado"))
                .as("what the search is blind to")
                .isPositive();
        assertThat(occurrences("Qzkanario")).isZero();
        assertThat(occurrences("qzkanario")).isZero();
        assertThat(value("select count(*) from subject where erased_at is not null"))
                .satisfies(erased -> assertThat(Integer.parseInt(erased)).isGreaterThanOrEqualTo(CANARIES));
        assertThat(canaries).hasSize(CANARIES);
    }

    private ContactId closedChat(String text) {
        ContactId contact = centre.aQueuedChat();
        centre.says(contact, text);
        centre.run(() -> centre.endings.citizenLeft(contact, Actor.citizen(Source.CHAT)));
        return contact;
    }

    private DisposalId ask(ContactId contact) {
        Folio folio = new Folio(centre.text("select folio from contact where id = '" + contact + "'"));
        return centre.does(() -> disposals.ask(folio, DisposalBasis.ARCO_CANCELLATION));
    }

    private SubjectId subject(ContactId contact) {
        return SubjectId.of(centre.text("select subject_id from contact where id = '" + contact + "'"));
    }

    private void as(String who, Runnable act) {
        String before = me;
        me = who;
        try {
            centre.run(act);
        } finally {
            me = before;
        }
    }

    private DisposalLine line(DisposalId id) {
        return centre.does(queries::all).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String ledger(long last) throws SQLException {
        return value("select md5(string_agg(cast(e as text), '|' order by e.id)) from event e where e.id <= " + last);
    }

    private String value(String sql) throws SQLException {
        return persistence.database().value(sql);
    }

    private int occurrences(String word) throws IOException, SQLException {
        Path files = Path.of(value("select current_setting('data_directory')"))
                .resolve("base")
                .resolve(value("select cast(oid as text) from pg_database where datname = current_database()"));
        int found = 0;
        try (Stream<Path> all = Files.walk(files)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                found += occurrences(word, file);
            }
        }
        return found;
    }

    private static int occurrences(String word, Path file) throws IOException {
        int found = 0;
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
            String content = new String(bytes.array(), 0, bytes.position(), ISO_8859_1);
            for (int at = content.indexOf(word); at >= 0; at = content.indexOf(word, at + 1)) {
                found++;
            }
        }
        return found;
    }
}
