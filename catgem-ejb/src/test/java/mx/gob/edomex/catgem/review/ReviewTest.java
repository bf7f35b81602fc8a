package mx.gob.edomex.catgem.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.correction.DueDayPast;
import mx.gob.edomex.catgem.correction.FindingQueries;
import mx.gob.edomex.catgem.correction.FindingRows;
import mx.gob.edomex.catgem.correction.OwnerNotInCentre;
import mx.gob.edomex.catgem.correction.WordsNeeded;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.quality.ConformityReports;
import mx.gob.edomex.catgem.report.FigureTargets;
import mx.gob.edomex.catgem.report.Figures;
import mx.gob.edomex.catgem.review.InputSheet.Line;
import mx.gob.edomex.catgem.review.InputSheet.Section;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.MovingClock;
import mx.gob.edomex.catgem.shared.TestPersistence;
import mx.gob.edomex.catgem.training.TrainedPeople;
import mx.gob.edomex.catgem.training.TrainingQueries;
import mx.gob.edomex.catgem.training.TrainingRows;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A management review of a try-out from its plan to its end; whoever is {@code me} acts. */
class ReviewTest {

    private static final ZoneId ZONE = ZoneId.of("America/Mexico_City");

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final MovingClock clock = new MovingClock(Instant.now());
    private final LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
    private final CurrentStaff staff = new CurrentStaff() {
        @Override
        public String username() {
            return me;
        }

        @Override
        public boolean has(String role) {
            return role.equals("supervisor");
        }
    };
    private String me = "supervisora";
    private ReviewWork work;
    private ReviewQueries queries;
    private ReviewPapers papers;

    @BeforeEach
    void aCentre() {
        Installation installation = persistence.wire(new Installation());
        EventLedger ledger = persistence.wire(new EventLedger(), clock);
        TrainedPeople trained = persistence.wire(new TrainedPeople(), installation);
        TrainingRows trainings = persistence.wire(new TrainingRows(), ledger, staff, installation, clock);
        FindingRows numbers = persistence.wire(new FindingRows(), ledger, staff, installation, clock);
        ReviewRows rows = persistence.wire(new ReviewRows(), ledger, staff, installation, clock);
        ReviewInputs inputs = persistence.wire(
                new ReviewInputs(),
                persistence.wire(new Figures(), installation, staff, clock),
                persistence.wire(new FigureTargets(), ledger, staff, clock),
                persistence.wire(new ConformityReports(), installation, staff),
                persistence.wire(new TrainingQueries(), trained, trainings),
                installation);
        work = persistence.wire(
                new ReviewWork(), rows, inputs, numbers, persistence.wire(new FindingQueries(), numbers, installation));
        queries = persistence.wire(new ReviewQueries(), rows);
        papers = persistence.wire(new ReviewPapers(), staff, rows, queries, installation);
    }

    private ReviewPlan plan() {
        return new ReviewPlan(today, today.minusDays(90), today.minusDays(1), "Inés Becerril\nLeonor Peñaloza");
    }

    private ReviewId planned() {
        return persistence.inTransaction(() -> work.plan(plan()));
    }

    private ReviewId assembled() {
        ReviewId id = planned();
        persistence.inTransaction(() -> work.assemble(id, ""));
        return id;
    }

    private ReviewCard card(ReviewId id) {
        return persistence.inTransaction(() -> queries.card(id));
    }

    private static String value(ReviewCard card, Section section, String code) {
        return line(card, section, code).value();
    }

    private static Line line(ReviewCard card, Section section, String code) {
        return card.inputs().of(section).stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private void decided(ReviewId id, String what, String owner, int days) {
        persistence.inTransaction(() -> work.decide(id, what, owner, today.plusDays(days)));
    }

    private void refused(Class<? extends Throwable> rule, TestPersistence.Work act) {
        assertThatThrownBy(() -> persistence.inTransaction(act)).isInstanceOf(rule);
    }

    private static String value(String sql) throws Exception {
        return persistence.database().value(sql);
    }

    @Test
    void inputsAreFrozenAsTheyStoodAndTheirHashIsInTheLedger() throws Exception {
        persistence
                .database()
                .execute(
                        """
                        insert into contact_fact (contact_id, channel, direction, entry_point, language, topic, priority,
                                                  target_seconds, queued_at, referred, offers, missed, rejected, score)
                        select gen_random_uuid(), 'CHAT', 'INBOUND', 'API', 'ES', 'GENERAL', 'NORMAL', 20,
                               now() - interval '10 days', false, 1, 0, 0, case when i <= 2 then 3 else 5 end
                        from generate_series(1, 40) as i
                        """);
        ReviewId id = planned();
        assertThat(card(id).inputs()).isNull();
        persistence.inTransaction(() -> work.assemble(id, "  Más práctica "));
        ReviewCard card = card(id);
        Line satisfaction = line(card, Section.INDICATORS, "SATISFACTION");
        assertThat(satisfaction.value() + " " + satisfaction.n() + " " + satisfaction.target())
                .isEqualTo("95.0 % 40 ≥ 97.5 %");
        assertThat(value(card, Section.FINDINGS, "OVERDUE")).isEqualTo("1");
        assertThat(value(card, Section.FINDINGS, "REOPENED")).isEqualTo("1");
        assertThat(line(card, Section.CONFORMITY, "CONFORMING").n()).isEqualTo(22);
        assertThat(value(card, Section.CONFORMITY, "D1")).isEqualTo("5");
        assertThat(line(card, Section.TRAINING, "AVC v2").n()).isEqualTo(49);
        assertThat(card.inputs().suggestions()).isEqualTo("Más práctica");
        assertThat(card.intact()).isTrue();
        assertThat(value("select refs ->> 'sha256' from event where code = 'REVIEW_INPUTS_ASSEMBLED'"
                        + " and refs ->> 'review' = '" + id + "'"))
                .isEqualTo(card.hash());

        persistence.database().execute("update contact_fact set score = 5 where score = 3");
        assertThat(value(card(id), Section.INDICATORS, "SATISFACTION")).isEqualTo("95.0 %");
        clock.pass(Duration.ofSeconds(1));
        persistence.inTransaction(() -> work.assemble(id, ""));
        assertThat(value(card(id), Section.INDICATORS, "SATISFACTION")).isEqualTo("100.0 %");
        assertThat(card(id).frozen())
                .hasSize(2)
                .extracting(ReviewCard.Frozen::hash)
                .element(1)
                .isEqualTo(card.hash());
    }

    @Test
    void aReviewIsClosedWithInputsAndMinutesAndItsDecisionsLiveOn() throws Exception {
        ReviewId id = planned();
        refused(ReviewNotAssembled.class, () -> work.close(id));
        persistence.inTransaction(() -> work.assemble(id, ""));
        refused(ReviewNotInState.class, () -> work.replan(id, plan()));
        refused(WordsNeeded.class, () -> work.close(id));
        persistence.inTransaction(() -> work.write(id, "Se revisó todo"));
        decided(id, "Comprar diademas", "coordinadora1", 30);
        persistence.inTransaction(() -> work.close(id));
        refused(ReviewNotInState.class, () -> work.write(id, "Otra cosa"));
        refused(ReviewNotInState.class, () -> work.assemble(id, ""));
        refused(ReviewNotInState.class, () -> work.decide(id, "Más", "coordinadora1", today.plusDays(1)));
        refused(ReviewNotInState.class, () -> work.close(id));

        UUID decision = card(id).decisions().get(0).id();
        refused(DecisionNotYours.class, () -> work.done(decision, "Lo hice yo"));
        me = "coordinadora1";
        assertThat(persistence.inTransaction(queries::mine))
                .extracting(DecisionLine::number)
                .containsExactly(card(id).number() + "/1");
        refused(WordsNeeded.class, () -> work.done(decision, " "));
        persistence.inTransaction(() -> work.done(decision, "Compradas, factura en el expediente"));
        refused(DecisionDoneAlready.class, () -> work.done(decision, "Otra vez"));
        assertThat(persistence.inTransaction(queries::mine)).isEmpty();
        assertThat(card(id).decisions().get(0).outcome()).isEqualTo("Compradas, factura en el expediente");
        assertThat(value("select string_agg(code, ',' order by id) from event where refs ->> 'review' = '" + id + "'"))
                .isEqualTo("REVIEW_PLANNED,REVIEW_INPUTS_ASSEMBLED,REVIEW_MINUTES_WRITTEN,REVIEW_DECIDED,REVIEW_CLOSED,"
                        + "REVIEW_DECISION_DONE");
        assertThat(value("select (refs ->> 'minutes') || (refs ->> 'inputs') from event where code = 'REVIEW_CLOSED'"
                        + " and refs ->> 'review' = '" + id + "'"))
                .isEqualTo(InputSheet.hash("Se revisó todo") + card(id).hash());
    }

    @Test
    void whatWasDecidedBeforeIsAnInputOfTheNext() {
        ReviewId first = planned();
        decided(first, "Lo que sigue abierto", "supervisora", 40);
        decided(first, "Lo que se venció", "supervisora", 1);
        decided(first, "Lo que se cumplió", "supervisora", 40);
        UUID third = card(first).decisions().get(2).id();
        persistence.inTransaction(() -> work.done(third, "Hecho"));
        clock.pass(Duration.ofDays(2));
        ReviewId next = assembled();
        String number = card(first).number();
        assertThat(card(next).inputs().of(Section.DECISIONS))
                .extracting(line -> line.code() + " " + line.value())
                .contains(number + "/1 OPEN", number + "/2 OVERDUE", number + "/3 DONE");
        assertThat(line(card(next), Section.DECISIONS, number + "/2").text())
                .isEqualTo("Lo que se venció (Leonor Peñaloza Zepeda, " + today.plusDays(1) + ")");
    }

    @Test
    void theNextReviewIsProposedFromWhereTheLastOneEnded() throws Exception {
        persistence.database().execute("set session_replication_role = replica; delete from management_review");
        assertThat(persistence.inTransaction(queries::proposed))
                .isEqualTo(new ReviewPlan(
                        today,
                        today.withDayOfMonth(1).minusMonths(3),
                        today.withDayOfMonth(1).minusDays(1),
                        ""));
        persistence.inTransaction(
                () -> work.plan(new ReviewPlan(today, today.minusDays(40), today.minusDays(20), "Yo")));
        assertThat(persistence.inTransaction(queries::proposed))
                .isEqualTo(new ReviewPlan(today, today.minusDays(19), today.minusDays(1), ""));
    }

    @Test
    void aReviewLooksBackOnDaysThatAreOverAndItsDecisionsAreOfPeopleHere() {
        for (ReviewPlan wrong : List.of(
                new ReviewPlan(null, today.minusDays(9), today.minusDays(1), "Yo"),
                new ReviewPlan(today, today.minusDays(1), today.minusDays(2), "Yo"),
                new ReviewPlan(today, today.minusDays(9), today, "Yo"),
                new ReviewPlan(today, today.minusYears(2).minusDays(2), today.minusDays(1), "Yo"))) {
            refused(ReviewPlanInvalid.class, () -> work.plan(wrong));
        }
        refused(WordsNeeded.class, () -> work.plan(new ReviewPlan(today, today.minusDays(9), today.minusDays(1), " ")));
        ReviewId early = persistence.inTransaction(
                () -> work.plan(new ReviewPlan(today.plusDays(5), today.minusDays(9), today, "Yo")));
        refused(ReviewPeriodNotOver.class, () -> work.assemble(early, ""));
        persistence.inTransaction(() -> work.replan(early, plan()));
        persistence.inTransaction(() -> work.assemble(early, ""));
        refused(DueDayPast.class, () -> work.decide(early, "Algo", "supervisora", today.minusDays(1)));
        for (String nobody : new String[] {"auditora", "integracion", "nadie"}) {
            refused(OwnerNotInCentre.class, () -> work.decide(early, "Algo", nobody, today));
        }
        refused(ReviewUnknown.class, () -> work.write(new ReviewId(UUID.randomUUID()), "x"));
    }

    @Test
    void whoeverWritesTheRowsNothingIsTakenBack() {
        ReviewId id = assembled();
        decided(id, "Algo", "supervisora", 3);
        persistence.inTransaction(() -> work.write(id, "Se revisó"));
        persistence.inTransaction(() -> work.close(id));
        for (String sql : List.of(
                "delete from management_review",
                "delete from review_input",
                "update review_input set content = content",
                "delete from review_decision")) {
            assertThatThrownBy(() -> persistence.database().execute(sql)).hasMessageContaining("is refused");
        }
        assertThatThrownBy(() -> persistence
                        .database()
                        .execute("update management_review set minutes = 'Otra cosa' where id = '" + id + "'"))
                .hasMessageContaining("is closed");
        assertThatThrownBy(() -> persistence
                        .database()
                        .execute("update review_decision set owner = 'asesora01' where review_id = '" + id + "'"))
                .hasMessageContaining("nothing else of it changes");
        assertThatThrownBy(() -> persistence
                        .database()
                        .execute("insert into review_input (review_id, content, sha256, assembled_by, assembled_at)"
                                + " select id, '{}', repeat('0', 64), 'supervisora', now() from management_review"))
                .hasMessageContaining("check");
    }

    @Test
    void theMinutesOnPaperSayWhatIsOnRecordAndAreOnRecordThemselves() throws Exception {
        ReviewId id = assembled();
        persistence.inTransaction(() -> work.write(id, "Se acordó reforzar la práctica."));
        decided(id, "Comprar diademas", "coordinadora1", 30);
        String draft = text(persistence.inTransaction(() -> papers.of(id)));
        assertThat(draft)
                .contains("BORRADOR", card(id).number(), "Se acordó reforzar", "Comprar diademas", "Óscar Galindo");
        assertThat(draft.replace("\n", "")).contains(card(id).hash());
        persistence.inTransaction(() -> work.close(id));
        assertThat(text(persistence.inTransaction(() -> papers.of(id)))).doesNotContain("BORRADOR");
        assertThat(value("select count(*) from event where code = 'EXPORTED' and refs ->> 'review' = '" + id + "'"))
                .isEqualTo("2");
    }

    private static String text(ReviewPapers.Paper paper) throws Exception {
        try (PDDocument document = Loader.loadPDF(paper.content())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
