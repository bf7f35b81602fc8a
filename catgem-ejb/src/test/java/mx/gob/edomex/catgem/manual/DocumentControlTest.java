package mx.gob.edomex.catgem.manual;

import static mx.gob.edomex.catgem.manual.ProcedureTextFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.AuditorLooks;
import mx.gob.edomex.catgem.evidence.Checklist;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.quality.ConformityChecks;
import mx.gob.edomex.catgem.quality.ExecutionTraces;
import mx.gob.edomex.catgem.rules.Drafting;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.TestPersistence;
import mx.gob.edomex.catgem.shared.Violation;
import mx.gob.edomex.catgem.training.TrainedPeople;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The life of a procedure as a document: three people, one moment, and nothing changed afterwards. */
class DocumentControlTest extends DocumentsFixture {

    private static final Map<String, String> ROLES = Map.of(
            "informacion1", "information",
            "informacion2", "information",
            "coordinadora1", "coordinator",
            "coordinadora2", "coordinator",
            "supervisora", "supervisor",
            "auditora", "auditor");

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final Checklist checklist = persistence.wire(new Checklist());
    private final ProcedureApproval approval =
            persistence.wire(new ProcedureApproval(), rows, versions, force, steps, apart(), staff, clock);
    private final ProcedureManual manual = persistence.wire(new ProcedureManual(), rows, versions);
    private final ManualSheets sheets = persistence.wire(
            new ManualSheets(),
            manual,
            persistence.wire(new AuditorLooks(), persistence.wire(new EventLedger(), clock), staff, clock),
            staff,
            persistence.wire(new Installation()),
            clock);

    DocumentControlTest() {
        super(persistence, ROLES, "informacion1");
    }

    /** In a transaction of its own, as the container has it. */
    private RefusedSignatures apart() {
        return new RefusedSignatures() {
            @Override
            public void record(UUID version, Act act, Violation broken, Actor who) {
                CompletableFuture.runAsync(() -> persistence.inTransaction(
                                () -> DocumentControlTest.this.steps.refused(version, act, broken, who)))
                        .join();
            }
        };
    }

    private void as(String who, Runnable act) {
        me = who;
        persistence.inTransaction(act::run);
    }

    private UUID opened(String procedure) {
        me = "informacion1";
        return persistence.inTransaction(() -> drafts.open(procedure));
    }

    private VersionCard card(UUID id) {
        return persistence.inTransaction(() -> manual.one(id));
    }

    private ProcedureText text(UUID id) {
        return persistence.inTransaction(() -> manual.text(manual.one(id)));
    }

    private int save(String who, UUID id, String line, String value) {
        me = who;
        return persistence.inTransaction(
                () -> drafts.save(id, manual.one(id).revision(), with(manual.text(manual.one(id)), line, value)));
    }

    /** Of a procedure, with another limit of one of its steps, handed in. */
    private UUID submitted(String procedure, Act act, int limit) {
        UUID id = opened(procedure);
        save("informacion1", id, "step." + act + ".limitSeconds", Integer.toString(limit));
        int revision = save("informacion1", id, "reason", "Se responde antes");
        as("informacion1", () -> drafts.submit(id, revision));
        return id;
    }

    private UUID reviewed(String procedure, Act act, int limit) {
        UUID id = submitted(procedure, act, limit);
        as("coordinadora1", () -> approval.review(id, card0(id)));
        return id;
    }

    private int card0(UUID id) {
        return manual.one(id).revision();
    }

    private void authorise(UUID id, Instant effective) {
        as("supervisora", () -> approval.authorise(id, card0(id), effective));
    }

    private int pinned(ContactId contact) {
        return persistence.inTransaction(
                () -> checklist.pinned(contact).orElseThrow().number());
    }

    private ContactId begun(String procedure) {
        ContactId contact = ContactId.random();
        persistence.inTransaction(() -> recorder.begin(contact, procedure, clock.instant()));
        return contact;
    }

    private List<String> recorded(UUID id) throws SQLException {
        return persistence
                .database()
                .column(
                        """
                        select step_code || ' ' || step_kind || ' ' || coalesce(outcome, '-') || ' ' || coalesce(staff, 'nobody')
                        from event where execution_id = ? order by k
                        """,
                        id);
    }

    @AfterEach
    void giveUpWhatIsOpen() throws SQLException {
        persistence
                .database()
                .execute(
                        """
                        update procedure_version set state = 'ABANDONED' where state in ('DRAFT', 'IN_REVIEW', 'AUTHORISED')
                        """);
    }

    @Test
    void aVersionIsPreparedReviewedAndAuthorisedByThreeAndEveryActIsOnRecord() throws SQLException {
        UUID id = reviewed("AVC", Act.DELIVER, 90);
        ContactId before = begun("AVC");
        int old = pinned(before);
        authorise(id, null);

        VersionCard version = card(id);
        assertThat(version.state()).isEqualTo(VersionState.IN_FORCE);
        assertThat(version.proposal()).isFalse();
        assertThat(List.of(
                        version.prepared().staff(),
                        version.reviewed().staff(),
                        version.authorised().staff()))
                .containsExactly("informacion1", "coordinadora1", "supervisora");
        assertThat(pinned(before)).isEqualTo(old);
        assertThat(pinned(begun("AVC"))).isEqualTo(version.number());
        assertThat(persistence.inTransaction(() -> versions.isIntact(id))).isTrue();
        assertThat(persistence
                        .database()
                        .value(
                                "select canonical_json like '%\"sections\":{\"definitions\"%' from procedure_version where id = ?",
                                id))
                .isEqualTo("t");
        assertThat(recorded(id))
                .containsExactly(
                        "PCD-01 START - informacion1",
                        "PCD-01 END - informacion1",
                        "PCD-02 END APPROVED coordinadora1",
                        "PCD-03 END AUTHORISED supervisora",
                        "PCD-04 END IN_FORCE nobody");
        assertThat(persistence
                        .database()
                        .column(
                                """
                                select distinct refs ->> 'text' from event
                                where execution_id = ? and refs ->> 'text' is not null
                                """,
                                id))
                .containsExactly(version.sha256());
    }

    @Test
    void nobodySignsTwiceAndARefusalIsOnRecord() throws SQLException {
        UUID id = submitted("AVE", Act.SEND, 100);

        assertThatThrownBy(() -> authorise(id, null)).isInstanceOf(VersionNotReviewed.class);
        me = "coordinadora2";
        save0(id);
        as("coordinadora1", () -> approval.review(id, card0(id)));
        me = "supervisora";
        assertThatThrownBy(() -> as("informacion1", () -> approval.review(id, card0(id))))
                .isInstanceOf(AuthorCannotReview.class);
        assertThatThrownBy(() -> as("informacion1", () -> approval.authorise(id, card0(id), null)))
                .isInstanceOf(AuthorCannotAuthorise.class);
        assertThatThrownBy(() -> as("coordinadora1", () -> approval.authorise(id, card0(id), null)))
                .isInstanceOf(ReviewerCannotAuthorise.class);
        assertThatThrownBy(() -> as("coordinadora2", () -> approval.review(id, card0(id))))
                .isInstanceOf(VersionNotInState.class);
        assertThat(persistence
                        .database()
                        .column(
                                "select reason from event where execution_id = ? and outcome = 'REFUSED' order by k",
                                id))
                .containsExactly(
                        "VERSION_NOT_REVIEWED",
                        "AUTHOR_CANNOT_REVIEW",
                        "AUTHOR_CANNOT_AUTHORISE",
                        "REVIEWER_CANNOT_AUTHORISE",
                        "VERSION_NOT_IN_STATE");
        assertThat(card(id).state()).isEqualTo(VersionState.IN_REVIEW);
    }

    @Test
    void anAuditorsCopyIsOnRecordAndCarriesTheNameOnEveryPage() throws Exception {
        UUID id = persistence.inTransaction(
                () -> catalogue.inForce("AVC").orElseThrow().id());
        me = "auditora";
        byte[] copy = persistence.inTransaction(() -> sheets.ofVersion(id));
        try (PDDocument paper = Loader.loadPDF(copy)) {
            for (int page = 1; page <= paper.getNumberOfPages(); page++) {
                PDFTextStripper one = new PDFTextStripper();
                one.setStartPage(page);
                one.setEndPage(page);
                assertThat(one.getText(paper).replaceAll("\\s+", ""))
                        .as("page %d", page)
                        .contains("CitlaliValdésEscalona(auditora)·20");
            }
        }
        assertThat(persistence
                        .database()
                        .column(
                                "select staff from event where code = 'MANUAL_PRINTED' and refs ->> 'version' = ?",
                                id.toString()))
                .containsExactly("auditora");

        me = "coordinadora1";
        try (PDDocument paper = Loader.loadPDF(persistence.inTransaction(() -> sheets.ofVersion(id)))) {
            assertThat(new PDFTextStripper().getText(paper)).doesNotContain("auditora");
        }
    }

    /** Who signs by the procedure of documents departs from it in nothing. */
    @Test
    void theLifeOfAVersionConformsToItsOwnProcedure() throws SQLException {
        ConformityChecks checks = persistence.wire(
                new ConformityChecks(),
                persistence.wire(new ExecutionTraces()),
                catalogue,
                persistence.wire(new TrainedPeople(), persistence.wire(new Installation())),
                persistence.wire(new EventLedger(), clock),
                Drafting.silent(),
                clock);
        UUID id = reviewed("AVE", Act.SEND, 110);
        authorise(id, null);

        persistence.inTransaction(() -> checks.check(List.of(id)));

        assertThat(persistence
                        .database()
                        .value(
                                """
                                select array_to_string(measured, ' ') || '|' || array_to_string(missing, ' ')
                                from execution_check where execution_id = ?
                                """,
                                id))
                .isEqualTo("PCD-01 PCD-02 PCD-03 PCD-04|");
        assertThat(persistence.database().column("select code from deviation where execution_id = ?", id))
                .isEmpty();
    }

    /** A draft is no longer saved once it is handed in. */
    private void save0(UUID id) {
        assertThatThrownBy(() -> save(me, id, "section.scope", "Otro")).isInstanceOf(VersionNotInState.class);
    }

    /** Whoever saved anything of it is an author, handed in by whomever. */
    @Test
    void whoHelpedToWriteDoesNotSign() {
        UUID id = opened("PRF");
        save("coordinadora1", id, "section.scope", "Toda la fila");
        int revision = save("informacion1", id, "reason", "Se precisa el alcance");
        as("informacion1", () -> drafts.submit(id, revision));

        assertThatThrownBy(() -> as("coordinadora1", () -> approval.review(id, revision)))
                .isInstanceOf(AuthorCannotReview.class);
    }

    @Test
    void anAuthorisedVersionCountsFromItsVeryMomentBeforeAnySweepAndAfter() throws SQLException {
        UUID id = reviewed("ABD", Act.PUBLISH, 110);
        Instant noon = clock.instant().plus(Duration.ofHours(3));
        authorise(id, noon);
        int number = card(id).number();
        assertThat(card(id).state()).isEqualTo(VersionState.AUTHORISED);
        assertThat(persistence.inTransaction(force::due)).doesNotContain(id);

        clock.set(noon.minusMillis(1));
        ContactId before = begun("ABD");
        clock.set(noon);
        ContactId from = begun("ABD");
        assertThat(pinned(before)).isEqualTo(number - 1);
        assertThat(pinned(from)).isEqualTo(number);

        assertThat(persistence.inTransaction(force::due)).containsExactly(id);
        persistence.inTransaction(() -> force.enter(id));
        persistence.inTransaction(() -> force.enter(id)); // the other node's
        assertThat(card(id).state()).isEqualTo(VersionState.IN_FORCE);
        VersionCard old = card(card(id).base());
        assertThat(old.state()).isEqualTo(VersionState.OBSOLETE);
        assertThat(old.inForceTo()).isEqualTo(noon);
        assertThat(pinned(begun("ABD"))).isEqualTo(number);
        assertThat(recorded(id)).filteredOn(act -> act.startsWith("PCD-04")).hasSize(1);
    }

    @Test
    void whatWasSignedIsChangedByNobody() {
        UUID id = reviewed("AVT", Act.DELIVER, 100);
        String inReview = "where id = '" + id + "'";
        refused("update procedure_version set sections = '{}' " + inReview, "no draft");
        refused("update procedure_step set limit_seconds = 5 where version_id = '" + id + "'", "no draft");
        authorise(id, null);
        for (String sql : List.of(
                "update procedure_version set state = 'DRAFT' " + inReview,
                "update procedure_version set state = 'OBSOLETE', prepared_by = 'coordinadora2' " + inReview,
                "update procedure_version set proposal = true " + inReview,
                "update procedure_version set in_force_from = now() - interval '1 year' " + inReview)) {
            assertThatThrownBy(() -> persistence.database().execute(sql))
                    .as(sql)
                    .isInstanceOf(SQLException.class);
        }
        refused("delete from early_exit_step where version_id = '" + id + "'", "no draft");
        refused("delete from procedure_version " + inReview, "never changed");
        refused("truncate procedure_step cascade", "refused");
        refused("update procedure_draft_revision set staff = 'supervisora'", "never changed");
    }

    @Test
    void theDatabaseAsksForThreePeopleToo() {
        UUID id = submitted("AVT", Act.DELIVER, 90);

        refused(
                "update procedure_version set state = 'AUTHORISED', proposal = false, in_force_from = now(),"
                        + " reviewed_by = 'coordinadora1', authorised_by = 'coordinadora1' where id = '" + id + "'",
                "three_people_authorise");
    }

    private static void refused(String sql, String why) {
        assertThatThrownBy(() -> persistence.database().execute(sql))
                .as(sql)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(why);
    }

    @Test
    void aSecondEditorLosesNothing() {
        UUID id = opened("AVT");
        ProcedureText read = text(id);
        save("coordinadora1", id, "step.CONSULT.limitSeconds", "60");
        ProcedureText typed = with(read, "section.scope", "Mío");
        me = "informacion1";

        assertThatThrownBy(() -> persistence.inTransaction(() -> drafts.save(id, 1, typed)))
                .isInstanceOf(VersionChangedMeanwhile.class);
        ProcedureDrafts.Meanwhile meanwhile = persistence.inTransaction(() -> drafts.meanwhile(id, 1, typed));
        assertThat(meanwhile.by().staff()).isEqualTo("coordinadora1");
        assertThat(meanwhile.merge().conflicts()).isEmpty();
        persistence.inTransaction(
                () -> drafts.save(id, meanwhile.revision(), meanwhile.merge().text()));

        assertThat(TextLines.of(text(id)))
                .containsEntry("step.CONSULT.limitSeconds", "60")
                .containsEntry("section.scope", "Mío");
        assertThat(card(id).authors()).containsExactlyInAnyOrder("informacion1", "coordinadora1");
    }

    @Test
    void whatIsUnsoundUnchangedOrWithoutReasonIsNotHandedIn() {
        authorise(reviewed("AVT", Act.DELIVER, 97), null);
        UUID id = opened("AVT");
        assertThatThrownBy(() -> as("informacion1", () -> drafts.submit(id, 1)))
                .isInstanceOf(ChangeWithoutReason.class);
        save("informacion1", id, "reason", "Prueba");
        assertThatThrownBy(() -> as("informacion1", () -> drafts.submit(id, 2))).isInstanceOf(VersionUnchanged.class);
        save("informacion1", id, "step.DELIVER.limitSeconds", "0");
        assertThatThrownBy(() -> as("informacion1", () -> drafts.submit(id, 3)))
                .isInstanceOfSatisfying(ProcedureTextFaulty.class, faulty -> assertThat(faulty.faults())
                        .extracting(TextFault::code)
                        .containsExactly(TextFault.Code.LIMIT_NOT_VALID));
        assertThatThrownBy(() -> opened("AVT")).isInstanceOf(VersionOpenAlready.class);
        assertThatThrownBy(() -> opened("XXX")).isInstanceOf(ProcedureUnknown.class);
    }

    @Test
    void whatIsSentBackIsWrittenAgainAndItsReviewFalls() {
        UUID id = reviewed("AVT", Act.DELIVER, 95);
        assertThatThrownBy(() -> as("supervisora", () -> approval.sendBack(id, " ")))
                .isInstanceOf(ReviewNoteMissing.class);
        as("supervisora", () -> approval.sendBack(id, "Falta el límite de la consulta"));
        assertThat(card(id).reviewNote()).isEqualTo("Falta el límite de la consulta");
        int revision = save("informacion1", id, "step.CONSULT.limitSeconds", "60");
        as("informacion1", () -> drafts.submit(id, revision));

        assertThatThrownBy(() -> as("coordinadora1", () -> approval.review(id, revision - 1)))
                .isInstanceOf(VersionChangedMeanwhile.class);
        assertThatThrownBy(() -> authorise(id, null)).isInstanceOf(VersionNotReviewed.class);
        assertThat(TextLines.of(text(id))).containsEntry("step.CONSULT.limitSeconds", "60");
    }

    @Test
    void anAuthorisedVersionIsGivenUpOnlyBeforeItsMoment() {
        UUID id = reviewed("PRF", Act.PUBLISH, 95);
        assertThatThrownBy(() -> authorise(id, clock.instant().minusSeconds(3600)))
                .isInstanceOf(EffectiveMomentInvalid.class);
        authorise(id, clock.instant().plusSeconds(3600));
        assertThatThrownBy(() -> as("coordinadora2", () -> drafts.abandon(id))).isInstanceOf(VersionNotInState.class);
        clock.pass(Duration.ofHours(1));
        assertThatThrownBy(() -> as("supervisora", () -> drafts.abandon(id))).isInstanceOf(VersionNotInState.class);
        clock.pass(Duration.ofSeconds(-1));
        as("supervisora", () -> drafts.abandon(id));

        clock.pass(Duration.ofHours(2));
        assertThat(persistence.inTransaction(force::due)).isEmpty();
        assertThat(pinned(begun("PRF"))).isEqualTo(1);
    }

    @Test
    void thePrintedManualSaysWhatTheDataSayAndWhatIsAProposal() throws IOException {
        UUID shipped = persistence.inTransaction(() -> manual.of("PCD").get(0).id());
        String proposal = printed(persistence.inTransaction(() -> sheets.ofVersion(shipped)));
        assertThat(proposal)
                .contains("Manual de Procedimientos", "Control de los procedimientos", "Edición: 1", "PROPUESTA")
                .contains("I. Objetivo", "II. Alcance", "III. Referencias", "IV. Responsabilidades", "V. Definiciones")
                .contains("VI. Desarrollo", "VIII. Diagrama de flujo", "IX. Validación", "Inicio", "Fin")
                .contains("PCD-03 Supervisión Autoriza una tercera persona Huella del texto")
                .contains("Después de PCD-02")
                .contains("Autorizó Pendiente");

        UUID id = reviewed("PCD", Act.REVIEW, 300);
        authorise(id, null);
        String signed = printed(persistence.inTransaction(() -> sheets.ofVersion(id)));
        assertThat(signed)
                .doesNotContain("PROPUESTA")
                .contains("Límite: 300 s", "Leonor Peñaloza Zepeda", "Se responde antes", card(id).sha256());
        assertThat(printed(persistence.inTransaction(() -> sheets.ofVersion(shipped))))
                .contains("OBSOLETO");
        assertThat(printed(persistence.inTransaction(sheets::ofAll)))
                .contains("Contenido", "Atención vía telefónica", "Actualización de la base de datos");
    }

    private static String printed(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace("\n", " ").replaceAll(" +", " ");
        }
    }
}
