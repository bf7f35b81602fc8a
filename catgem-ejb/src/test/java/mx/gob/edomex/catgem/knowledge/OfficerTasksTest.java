package mx.gob.edomex.catgem.knowledge;

import static mx.gob.edomex.catgem.knowledge.OfficersFixture.AMPARO;
import static mx.gob.edomex.catgem.knowledge.OfficersFixture.AURELIA;
import static mx.gob.edomex.catgem.knowledge.OfficersFixture.RAQUEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.knowledge.EntryReviews.Urgency;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.SubjectId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What advisors report, what officers make of it, and what the advisor hears of it. */
class OfficerTasksTest {

    private static final String ADVISOR = "asesora05";

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final OfficersFixture officers = new OfficersFixture(persistence);

    @Test
    void aMissingEntryIsTakenWrittenAndPublishedAndTheAdvisorIsTold() throws SQLException {
        UUID task = reported("permiso para mariachi de María Pérez", null);
        assertThat(open(task).words()).isEqualTo("permiso para mariachi de María Pérez");
        assertThat(open(task).dueAt()).isEqualTo(officers.time.instant().plus(Duration.ofHours(4)));
        assertThat(persistence
                        .database()
                        .value("select count(*) from event where cast(event.* as text) ilike '%mariachi%'"))
                .isEqualTo("0");
        assertThat(persistence
                        .database()
                        .value(
                                "select position(convert_to('mariachi', 'UTF8') in words_sealed) from officer_task"
                                        + " where id = ?",
                                task))
                .isEqualTo("0");

        officers.as(AURELIA).run(() -> officers.tasks.take(task));
        assertThatThrownBy(() -> officers.as(AMPARO).run(() -> officers.tasks.take(task)))
                .isInstanceOf(TaskGone.class);
        assertThatThrownBy(() -> officers.run(() -> officers.tasks.decline(task, "No")))
                .isInstanceOf(TaskGone.class);
        officers.as(AURELIA);
        UpdateId update = officers.does(() -> officers.tasks.beginUpdate(task));
        officers.withDocument(update);
        officers.validated(update);
        officers.writes(
                update,
                0,
                officers.text(update)
                        .with(EntryField.TOPIC, "GENERAL")
                        .with(EntryField.AGENCY, "SEGURIDAD")
                        .with(EntryField.REVIEW_ON, "2027-05-01")
                        .with(EntryField.TITLE_ES, "Permiso para serenata")
                        .with(EntryField.SUMMARY_ES, "Se pide en el municipio.")
                        .with(EntryField.BODY_ES, "Con tres días de anticipación."));
        officers.run(() -> officers.updates.submit(update));
        officers.signals.clear();
        officers.as(AMPARO).publishes(update);

        assertThat(officers.signals)
                .anyMatch(raised -> ADVISOR.equals(raised.signal().username()));
        TaskAnswer answer = answers().stream()
                .filter(each -> each.id().equals(task))
                .findFirst()
                .orElseThrow();
        assertThat(answer.title()).isEqualTo("Permiso para serenata");
        assertThat(answer.version()).isNotNull();
        officers.run(() -> officers.tasks.seen(task));
        assertThat(answers()).noneMatch(each -> each.id().equals(task));
    }

    @Test
    void anEntrySaidToBeWrongHasATimerAndMayBeDeclinedWithAReason() throws SQLException {
        UUID version = UUID.fromString(
                persistence
                        .database()
                        .value(
                                """
                        select cast(v.id as text) from knowledge_version v join knowledge_entry e on e.id = v.entry_id
                        where e.code = 'RC-01' and v.language = 'ES' and v.status = 'PUBLISHED'
                        """));
        UUID task = reported("El costo no es ese", version);
        assertThat(open(task).entryCode()).isEqualTo("RC-01");
        assertThat(open(task).due(officers.time.instant())).isFalse();
        officers.time.pass(Duration.ofMinutes(30));
        assertThat(open(task).due(officers.time.instant())).isTrue();

        officers.as(RAQUEL);
        assertThatThrownBy(() -> officers.run(() -> officers.tasks.decline(task, " ")))
                .isInstanceOf(NoteMissing.class);
        officers.run(() -> officers.tasks.decline(task, "Es el costo vigente desde septiembre."));
        assertThat(answers())
                .filteredOn(each -> each.id().equals(task))
                .extracting(TaskAnswer::reason)
                .containsExactly("Es el costo vigente desde septiembre.");
    }

    @Test
    void aTaskMayBeResolvedWithAnEntryThatExistsAlready() {
        UUID task = reported("acta de nacimeinto", null);
        officers.as(RAQUEL);
        assertThatThrownBy(() -> officers.run(() -> officers.tasks.resolve(task, "ZZ-99")))
                .isInstanceOf(EntryUnknown.class);
        officers.run(() -> officers.tasks.resolve(task, "RC-01"));
        assertThat(answers())
                .filteredOn(each -> each.id().equals(task))
                .singleElement()
                .matches(answer -> answer.version() != null);
    }

    @Test
    void theCheckAfterADayOpensAChangeWhenWhatWasPublishedIsWrong() {
        officers.as(AURELIA);
        UpdateId update = officers.handedIn("ED-01", "Con un error.");
        officers.as(AMPARO).publishes(update);
        OfficerTask check = officers.does(() -> officers.tasks.open()).stream()
                .filter(task -> update.value().equals(task.update()))
                .findFirst()
                .orElseThrow();
        assertThat(check.kind()).isEqualTo(OfficerTask.Kind.CHECK);
        assertThat(check.dueAt()).isEqualTo(officers.time.instant().plus(Duration.ofHours(24)));
        UpdateId mending = officers.as(RAQUEL)
                .does(() -> officers.tasks.check(check.id(), false))
                .orElseThrow();
        assertThat(officers.card(mending).line().entryCode()).isEqualTo("ED-01");
    }

    @Test
    void entriesDueOverdueAndExpiredAreListedUntilSomebodyConfirmsThem() throws SQLException {
        officers.as(AURELIA);
        persistence.database().execute("update knowledge_entry set review_on = '2026-11-01' where code = 'SA-01'");
        persistence.database().execute("update knowledge_entry set review_on = '2026-12-01' where code = 'SA-02'");
        persistence
                .database()
                .execute("update knowledge_entry set review_on = '2027-12-01', valid_until = '2026-11-19'"
                        + " where code = 'SA-03'");
        assertThat(urgency("SA-01")).containsExactly(Urgency.OVERDUE);
        assertThat(urgency("SA-02")).containsExactly(Urgency.SOON);
        assertThat(urgency("SA-03")).containsExactly(Urgency.EXPIRED);

        assertThatThrownBy(() -> officers.run(() -> officers.reviews.confirm("SA-01", LocalDate.of(2026, 11, 20))))
                .isInstanceOf(ReviewDayPast.class);
        officers.run(() -> officers.reviews.confirm("SA-01", LocalDate.of(2027, 6, 1)));
        assertThat(urgency("SA-01")).isEmpty();
    }

    private List<Urgency> urgency(String code) {
        return officers.does(() -> officers.reviews.due(Language.ES)).stream()
                .filter(due -> due.entry().code().equals(code))
                .map(EntryReviews.DueReview::urgency)
                .toList();
    }

    private UUID reported(String words, UUID version) {
        return officers.as(ADVISOR).does(() -> officers.tasks.report(words, version, Language.ES, SubjectId.random()));
    }

    private OfficerTask open(UUID task) {
        return officers.does(() -> officers.tasks.open()).stream()
                .filter(each -> each.id().equals(task))
                .findFirst()
                .orElseThrow();
    }

    private List<TaskAnswer> answers() {
        return officers.as(ADVISOR).does(() -> officers.tasks.answers());
    }
}
