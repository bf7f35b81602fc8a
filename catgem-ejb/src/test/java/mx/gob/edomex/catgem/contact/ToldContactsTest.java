package mx.gob.edomex.catgem.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mx.gob.edomex.catgem.contact.ToldContacts.Told;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.export.ExportFile;
import mx.gob.edomex.catgem.export.ExportFormat;
import mx.gob.edomex.catgem.export.Exports;
import mx.gob.edomex.catgem.knowledge.OfficerTasks;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.SubjectId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ToldContactsTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final CentreFixture centre = new CentreFixture(persistence);
    private final CurrentStaff supervisor = new CurrentStaff() {
        @Override
        public String username() {
            return "supervisora";
        }

        @Override
        public boolean has(String role) {
            return "supervisor".equals(role);
        }
    };
    private final EventLedger ledger = persistence.wire(new EventLedger(), centre.time);
    private final ToldContacts told = persistence.wire(
            new ToldContacts(),
            supervisor,
            persistence.wire(new Exports(), persistence.wire(new Installation()), ledger, supervisor, centre.time));

    @Test
    void theContactsThatConsultedAVersionAreListedOnceWithoutTheCitizenAndEscapedInTheFile() throws Exception {
        centre.available("asesora01");
        ContactId contact = centre.aChatWith("asesora01");
        UUID version = version("RC-01", 2);
        centre.run(() -> centre.desk.consult(contact, version));
        centre.run(() -> centre.desk.consult(contact, version));
        persistence
                .database()
                .execute("update app_user set display_name = '=HYPERLINK(\"x\")' where username = 'asesora01'");

        assertThat(centre.does(() -> told.of(version, 10)))
                .singleElement()
                .extracting(Told::folio)
                .isEqualTo(centre.text("select folio from contact where id = '" + contact + "'"));
        assertThat(centre.does(() -> told.count(version))).isEqualTo(1);
        assertThat(centre.does(() -> told.of(version("RC-01", 1), 10))).isEmpty();
        try (ExportFile file = centre.does(() -> told.export(version, ExportFormat.CSV, Language.ES))) {
            assertThat(Files.readString(file.path()))
                    .contains("Folio,Canal,Tema")
                    .contains("'=HYPERLINK")
                    .doesNotContain(",=HYPERLINK")
                    .doesNotContain(",\"=HYPERLINK");
        }
    }

    @Test
    void wordsReportedBesideAContactAreSealedUnderItsCitizen() {
        centre.available("asesora02");
        ContactId contact = centre.aChatWith("asesora02");
        CurrentStaff advisor = new CurrentStaff() {
            @Override
            public String username() {
                return "asesora02";
            }
        };
        List<SubjectId> sealedUnder = new ArrayList<>();
        OfficerTasks tasks = new OfficerTasks() {
            @Override
            public UUID report(String words, UUID wrong, Language language, SubjectId subject) {
                sealedUnder.add(subject);
                return UUID.randomUUID();
            }
        };
        KnowledgeReports reports = persistence.wire(new KnowledgeReports(), tasks, ledger, advisor, centre.time);
        centre.run(() -> reports.missing(Optional.of(contact), "pensión de Juana", Language.ES));
        assertThat(sealedUnder)
                .extracting(SubjectId::toString)
                .containsExactly(centre.text("select subject_id from contact where id = '" + contact + "'"));
        assertThat(centre.integer("select count(*) from event where code = 'ENTRY_MISSED' and contact_id = '" + contact
                        + "' and cast(refs as text) not like '%Juana%'"))
                .isEqualTo(1);
    }

    private static UUID version(String code, int number) throws Exception {
        return UUID.fromString(persistence
                .database()
                .value(
                        """
                        select cast(v.id as text) from knowledge_version v join knowledge_entry e on e.id = v.entry_id
                        where e.code = ? and v.language = 'ES' and v.number = ?
                        """,
                        code,
                        number));
    }
}
