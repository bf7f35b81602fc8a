package mx.gob.edomex.catgem.knowledge;

import static mx.gob.edomex.catgem.knowledge.OfficersFixture.AMPARO;
import static mx.gob.edomex.catgem.knowledge.OfficersFixture.AURELIA;
import static mx.gob.edomex.catgem.knowledge.OfficersFixture.RAQUEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mx.gob.edomex.catgem.knowledge.EntryUpdates.Saved;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sha256;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Procedure ABD by its rules: a document first, two people, nothing lost. */
class EntryUpdatesTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final OfficersFixture officers = new OfficersFixture(persistence);

    @Test
    void aPublishedUpdateHasEveryStepOfTheProcedureInOneExecutionThatIsNoContact() throws SQLException {
        officers.as(AURELIA);
        UpdateId update = officers.handedIn("RC-02", "Resumen nuevo con acento: trámite más rápido.");
        officers.time.pass(Duration.ofSeconds(95));
        officers.as(AMPARO).publishes(update);
        officers.time.pass(Duration.ofHours(24));
        OfficerTask check = officers.does(() -> officers.tasks.open()).stream()
                .filter(task -> update.value().equals(task.update()))
                .findFirst()
                .orElseThrow();
        assertThat(check.due(officers.time.instant())).isTrue();
        officers.as(RAQUEL).run(() -> officers.tasks.check(check.id(), true));

        assertThat(persistence
                        .database()
                        .column(
                                """
                                select distinct step_code from event
                                where execution_id = ? and contact_id is null and step_kind = 'END' order by 1
                                """,
                                update.value()))
                .containsExactly("ABD-01", "ABD-02", "ABD-03", "ABD-04", "ABD-05", "ABD-06", "ABD-07", "ABD-08");
        assertThat(persistence
                        .database()
                        .value("select count(*) = max(k) from event where execution_id = ?", update.value()))
                .isEqualTo("t");
        assertThat(persistence
                        .database()
                        .value(
                                "select refs ->> 'sha256' from event where execution_id = ? and code = 'DOCUMENT'",
                                update.value()))
                .isEqualTo(HexFormat.of().formatHex(Sha256.of(OfficersFixture.GAZETTE)));
        assertThat(persistence.database().value("select count(*) from event where cast(refs as text) like '%acento%'"))
                .isEqualTo("0");
        assertThat(officers.card(update).steps()).allMatch(step -> step.at() != null);
        UpdateCard.Clock clock = officers.card(update).line().clock();
        assertThat(Duration.between(clock.from(), clock.until())).isEqualTo(Duration.ofSeconds(95));
        assertThat(clock.limit()).isEqualTo(Duration.ofMinutes(2));
        assertThat(officers.signals)
                .extracting(raised -> raised.signal().kind())
                .contains(DeskSignal.Kind.KNOWLEDGE);
        PublishedEntry now = officers.does(
                () -> officers.knowledge.current("RC-02", Language.ES).orElseThrow());
        assertThat(now.summary()).isEqualTo("Resumen nuevo con acento: trámite más rápido.");
        assertThat(now.number()).isEqualTo(2);
    }

    @Test
    void withoutADocumentThereIsNoClockNoReviewAndNoPublication() throws SQLException {
        officers.as(AURELIA);
        UpdateId update = officers.aChange("RC-03");
        officers.writes(update, 0, officers.text(update).with(EntryField.SUMMARY_ES, "Sin papeles."));

        assertThatThrownBy(() -> officers.run(() -> officers.updates.submit(update)))
                .isInstanceOf(DocumentMissing.class);
        persistence.database().execute("update knowledge_update set state = 'IN_REVIEW' where id = '" + update + "'");
        assertThatThrownBy(() -> officers.as(AMPARO).publishes(update)).isInstanceOf(DocumentMissing.class);
        assertThat(officers.card(update).line().clock().from()).isNull();
        assertThat(summary("RC-03")).isNotEqualTo("Sin papeles.");
    }

    @Test
    void nobodyPublishesTheirOwnTextNorPartOfIt() {
        officers.as(AURELIA);
        UpdateId update = officers.handedIn("RC-04", "De Aurelia.");
        assertThatThrownBy(() -> officers.publishes(update)).isInstanceOf(AuthorCannotPublish.class);

        officers.as(AMPARO).run(() -> officers.publication.sendBack(update, "Falta el costo."));
        assertThat(officers.card(update).reviewNote()).isEqualTo("Falta el costo.");
        officers.writes(
                update, officers.card(update).head(), officers.text(update).with(EntryField.TITLE_ES, "De las dos"));
        officers.run(() -> officers.updates.submit(update));
        assertThatThrownBy(() -> officers.as(AURELIA).publishes(update)).isInstanceOf(AuthorCannotPublish.class);
        assertThatThrownBy(() -> officers.as(AMPARO).publishes(update)).isInstanceOf(AuthorCannotPublish.class);
        officers.as(RAQUEL).publishes(update);
        assertThat(summary("RC-04")).isEqualTo("De Aurelia.");
    }

    @Test
    void withoutAValidatedSourceOrWithATextThatMovedOnNothingIsPublished() {
        officers.as(AURELIA);
        UpdateId update = officers.aChange("RC-05");
        officers.withDocument(update);
        officers.writes(update, 0, officers.text(update).with(EntryField.SUMMARY_ES, "Primero."));
        officers.run(() -> officers.updates.submit(update));
        assertThatThrownBy(() -> officers.as(AMPARO).publishes(update)).isInstanceOf(SourceNotValidated.class);

        officers.validated(update);
        int read = officers.card(update).head();
        assertThatThrownBy(() -> officers.run(() -> officers.publication.publish(update, read - 1)))
                .isInstanceOf(TextMovedOn.class);
        officers.run(() -> officers.publication.publish(update, read));
        assertThatThrownBy(() -> officers.run(() -> officers.publication.publish(update, read)))
                .isInstanceOf(UpdateNotInState.class);
    }

    @Test
    void twoOfficersAtOneEntrySeeEachOthersChangesAndLoseNoText() {
        UpdateId update = officers.as(AURELIA).aChange("RC-06");
        assertThat(officers.as(AMPARO).aChange("RC-06")).isEqualTo(update);
        EntryText both = officers.text(update);

        Saved first = officers.as(AURELIA).writes(update, 0, both.with(EntryField.SUMMARY_ES, "Resumen de Aurelia."));
        assertThat(first.asTyped()).isTrue();
        // Amparo still has the old text on her screen: what she does not touch comes to her.
        Saved joined = officers.as(AMPARO).writes(update, 0, both.with(EntryField.KEYWORDS_ES, "palabra de Amparo"));
        assertThat(joined.taken()).containsExactly(EntryField.SUMMARY_ES);
        assertThat(joined.conflicts()).isEmpty();
        assertThat(officers.text(update).get(EntryField.SUMMARY_ES)).isEqualTo("Resumen de Aurelia.");
        assertThat(officers.text(update).get(EntryField.KEYWORDS_ES)).isEqualTo("palabra de Amparo");

        // Now both have changed the same words: Aurelia's stay, Amparo's wait beside them.
        Saved conflict = officers.writes(update, 0, both.with(EntryField.SUMMARY_ES, "Resumen de Amparo."));
        assertThat(conflict.conflicts()).containsExactly(EntryField.SUMMARY_ES);
        assertThat(officers.text(update).get(EntryField.SUMMARY_ES)).isEqualTo("Resumen de Aurelia.");
        UpdateCard.Aside aside = officers.card(update).aside();
        assertThat(aside.text().get(EntryField.SUMMARY_ES)).isEqualTo("Resumen de Amparo.");
        assertThat(aside.base().get(EntryField.SUMMARY_ES)).isEqualTo(both.get(EntryField.SUMMARY_ES));
        officers.withDocument(update);
        assertThatThrownBy(() -> officers.run(() -> officers.updates.submit(update)))
                .isInstanceOf(ConflictOpen.class);

        officers.writes(update, conflict.revision(), officers.text(update).with(EntryField.SUMMARY_ES, "De las dos."));
        officers.run(() -> officers.updates.settle(update));
        assertThat(officers.card(update).aside()).isNull();
        officers.run(() -> officers.updates.submit(update));
        assertThat(officers.card(update).authors()).hasSize(2);
    }

    @Test
    void aVersionPublishedMeanwhileIsBroughtIntoTheDraft() {
        officers.as(AURELIA);
        UpdateId change = officers.handedIn("VH-02", "Publicado antes.");
        UpdateId retirement = officers.does(() -> officers.updates.open("VH-02", UpdateKind.RETIRE));
        EntryText old = officers.text(retirement);
        officers.as(AMPARO).publishes(change);

        officers.as(RAQUEL).writes(retirement, 0, old.with(EntryField.KEYWORDS_ES, "de raquel"));
        assertThat(officers.text(retirement).get(EntryField.SUMMARY_ES)).isEqualTo("Publicado antes.");
        assertThat(officers.text(retirement).get(EntryField.KEYWORDS_ES)).isEqualTo("de raquel");
        assertThat(officers.card(retirement).base().get(EntryField.SUMMARY_ES)).isEqualTo("Publicado antes.");
    }

    @Test
    void aNewEntryInBothLanguagesGetsTheNextCodeOfItsTopicAndARetiredOneIsNotFoundAnyMore() {
        officers.as(AURELIA);
        UpdateId update = officers.does(() -> officers.updates.open());
        officers.withDocument(update);
        officers.validated(update);
        assertThatThrownBy(() -> officers.run(() -> officers.updates.submit(update)))
                .isInstanceOf(TextIncomplete.class);
        officers.writes(
                update,
                0,
                OfficersFixture.text(Map.of(
                        EntryField.TOPIC, "SALUD",
                        EntryField.AGENCY, "SALUD",
                        EntryField.REVIEW_ON, "2027-11-20",
                        EntryField.TITLE_ES, "Vacunación móvil xolotl",
                        EntryField.SUMMARY_ES, "Unidades móviles.",
                        EntryField.BODY_ES, "@steps\nAcuda con su cartilla.",
                        EntryField.TITLE_EN, "Mobile vaccination xolotl",
                        EntryField.SUMMARY_EN, "Mobile units.",
                        EntryField.BODY_EN, "@steps\nBring your record.")));
        officers.run(() -> officers.updates.submit(update));
        officers.as(AMPARO).publishes(update);
        String code = officers.card(update).line().entryCode();
        assertThat(code).matches("[A-Z]{2,4}-[0-9]{2,3}");
        for (Language language : Language.values()) {
            assertThat(found("xolotl", language)).containsExactly(code);
        }

        UpdateId retirement = officers.does(() -> officers.updates.open(code, UpdateKind.RETIRE));
        officers.withDocument(retirement);
        officers.validated(retirement);
        officers.run(() -> officers.updates.submit(retirement));
        officers.as(RAQUEL).publishes(retirement);
        assertThat(found("xolotl", Language.ES)).isEmpty();
        assertThatThrownBy(() -> officers.aChange(code)).isInstanceOf(EntryUnknown.class);
    }

    @Test
    void daysThatNeverComeAreRefusedAndAnOldReviewHoldsNobodyUp() throws SQLException {
        persistence.database().execute("update knowledge_entry set review_on = '2026-10-01' where code = 'RC-08'");
        UpdateId update = officers.as(AURELIA).aChange("RC-08");
        officers.withDocument(update);
        officers.writes(update, 0, officers.text(update).with(EntryField.REVIEW_ON, "2026-11-20"));
        assertThatThrownBy(() -> officers.run(() -> officers.updates.submit(update)))
                .isInstanceOf(ReviewDayPast.class);
        EntryText sound = officers.text(update).with(EntryField.REVIEW_ON, "2026-10-01");
        for (String[] validity : new String[][] {{"2027-06-01", "2027-05-31"}, {"", "2026-11-19"}}) {
            officers.writes(
                    update,
                    officers.card(update).head(),
                    sound.with(EntryField.VALID_FROM, validity[0]).with(EntryField.VALID_UNTIL, validity[1]));
            assertThatThrownBy(() -> officers.run(() -> officers.updates.submit(update)))
                    .isInstanceOf(ValidityImpossible.class);
        }
        officers.writes(update, officers.card(update).head(), sound.with(EntryField.VALID_FROM, "2026-11-20"));
        officers.run(() -> officers.updates.submit(update));
    }

    @Test
    void aFileIsWhatItsContentSaysAndIsKeptSealed() throws SQLException {
        UpdateId update = officers.as(AURELIA).aChange("RC-07");
        byte[] page = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> officers.run(() -> officers.documents.register(update, "gaceta.pdf", page, "")))
                .isInstanceOf(DocumentRefused.class);
        byte[] large = new byte[SupportingDocuments.LARGEST + 1];
        System.arraycopy(OfficersFixture.GAZETTE, 0, large, 0, OfficersFixture.GAZETTE.length);
        assertThatThrownBy(() -> officers.run(() -> officers.documents.register(update, "gaceta.pdf", large, "")))
                .isInstanceOf(DocumentRefused.class);

        officers.withDocument(update);
        UpdateCard.DocumentLine line = officers.card(update).documents().get(0);
        assertThat(line.name()).isEqualTo("gaceta.pdf");
        assertThat(officers.does(() -> officers.documents.file(line.id()).orElseThrow())
                        .bytes())
                .isEqualTo(OfficersFixture.GAZETTE);
        assertThat(persistence
                        .database()
                        .value(
                                "select position(convert_to('Gaceta', 'UTF8') in content_sealed)"
                                        + " from supporting_document where id = ?",
                                line.id()))
                .isEqualTo("0");
    }

    private String summary(String code) {
        return officers.does(() ->
                officers.knowledge.current(code, Language.ES).orElseThrow().summary());
    }

    private List<String> found(String word, Language language) {
        return officers.does(() -> officers.knowledge.search(word, language, Optional.empty(), 5)).hits().stream()
                .map(KnowledgeHit::code)
                .toList();
    }
}
