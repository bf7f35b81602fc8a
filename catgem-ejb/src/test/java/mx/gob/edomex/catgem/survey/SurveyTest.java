package mx.gob.edomex.catgem.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.channel.SurveySender;
import mx.gob.edomex.catgem.contact.CentreFixture;
import mx.gob.edomex.catgem.report.ReadModel;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SurveyTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private static final SurveyAnswers CONTENT = new SurveyAnswers(Map.of(1, "S5", 2, "YES"), null);

    private final CentreFixture centre = new CentreFixture(persistence);
    private final Post post = new Post();
    private final SurveyFixture survey = new SurveyFixture(persistence, centre);
    private final SurveyService surveys = survey.service;
    private String reader = "coordinadora2";
    private boolean auditing;
    private final SurveyReading reading =
            persistence.wire(new SurveyReading(), centre.personalData, new CurrentStaff() {
                @Override
                public String username() {
                    return reader;
                }

                @Override
                public boolean has(String role) {
                    return auditing;
                }
            });

    /** Reaches everybody by every channel, and keeps the link. */
    private static final class Post implements SurveySender {
        private final List<URI> links = new ArrayList<>();
        private boolean reaches = true;

        @Override
        public boolean serves(Channel channel) {
            return true;
        }

        @Override
        public boolean offer(ContactId contact, Language language, URI link, Instant until) {
            links.add(link);
            return reaches;
        }
    }

    @BeforeEach
    void observe() {
        survey.senders.add(post);
    }

    @Test
    void everyAttendedContactIsAskedAndTheOfferIsAStepBeforeTheClose() {
        ContactId contact = closedBy("asesora01", "INFORMATION_GIVEN");
        assertThat(ledger(contact, "SURVEY_OFFERED", "refs ->> 'advisor'")).isEqualTo("asesora01");
        assertThat(centre.text("select string_agg(code || ' ' || basis, ', ' order by k) from event"
                        + " where execution_id = '" + contact + "' and code in ('SURVEY', 'CLOSE')"))
                .isEqualTo("SURVEY MEASURED, CLOSE MEASURED");
        assertThat(centre.does(() -> surveys.form(token(), null)).questions()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void earlyExitsAndEmergenciesAreNotAskedAndTheRecordSaysWhy() {
        Map<String, String> reasons =
                Map.of("ABUSE", "OUTCOME_ABUSE", "PRANK", "OUTCOME_PRANK", "REFERRED_EMERGENCY", "OUTCOME_EMERGENCY");
        reasons.forEach((disposition, reason) -> {
            ContactId contact = closedBy("asesora02", disposition);
            assertThat(post.links).isEmpty();
            assertThat(ledger(contact, "SURVEY_NOT_OFFERED", "reason")).isEqualTo(reason);
            assertThat(centre.does(() -> surveys.form(contact, Language.ES)).state())
                    .isEqualTo(SurveyForm.State.NONE);
        });
        ContactId danger = inHandOf("asesora02");
        centre.run(() -> centre.desk.emergency(danger));
        centre.run(() -> centre.desk.close(danger, "INFORMATION_GIVEN"));
        assertThat(ledger(danger, "SURVEY_NOT_OFFERED", "reason")).isEqualTo("FACT_EMERGENCY");
    }

    @Test
    void nobodyToAskIsOnRecordToo() {
        post.reaches = false;
        ContactId contact = closedBy("asesora03", "INFORMATION_GIVEN");
        assertThat(ledger(contact, "SURVEY_NOT_OFFERED", "reason")).isEqualTo("NO_WAY_BACK");
        assertThatThrownBy(() -> centre.run(() -> surveys.answer(token(), CONTENT)))
                .isInstanceOf(SurveyUnknown.class);
    }

    @Test
    void anAnswerIsInTheLedgerAsCodesWithWhoIsCredited() {
        ContactId contact = closedBy("asesora04", "INFORMATION_GIVEN");
        centre.run(() -> surveys.answer(
                token(), new SurveyAnswers(Map.of(1, "S4", 2, "PARTLY"), "Me llamo Invención Inventada")));
        assertThat(ledger(contact, "SURVEY_ANSWERED", "reason")).isEqualTo("S4");
        assertThat(ledger(contact, "SURVEY_ANSWERED", "refs ->> 'advisor'")).isEqualTo("asesora04");
        assertThat(ledger(contact, "SURVEY_ANSWERED", "refs ->> 'SOLVED'")).isEqualTo("PARTLY");
        assertThat(ledger(contact, "SURVEY_ANSWERED", "refs")).doesNotContain("Invenci");
        assertThat(centre.does(() -> surveys.form(contact, Language.ES)).state())
                .isEqualTo(SurveyForm.State.ANSWERED);
        assertThat(centre.does(() -> reading.of(contact, Language.ES))).hasValueSatisfying(card -> {
            assertThat(card.comment()).isEqualTo("Me llamo Invención Inventada");
            assertThat(card.lines())
                    .extracting(SurveyCard.Line::answer)
                    .startsWith("Satisfecha o satisfecho", "En parte");
        });
    }

    @Test
    void whoAttendedNeverSeesTheAnswerAndAnAuditorNoWords() {
        ContactId contact = closedBy("asesora05", "INFORMATION_GIVEN");
        centre.run(() -> surveys.answer(token(), new SurveyAnswers(Map.of(1, "S3"), "palabras")));
        reader = "asesora05";
        assertThat(centre.does(() -> reading.of(contact, Language.ES))).isEmpty();
        reader = "auditora";
        auditing = true;
        assertThat(centre.does(() -> reading.of(contact, Language.EN)))
                .hasValueSatisfying(card -> assertThat(card.comment()).isNull());
    }

    @Test
    void aLinkIsGoodForOneAnswerHoweverOftenItIsUsedAtOnce() throws Exception {
        ContactId contact = closedBy("asesora06", "INFORMATION_GIVEN");
        SurveyToken token = token();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        Callable<Boolean> answer = () -> {
            try {
                centre.run(() -> surveys.answer(token, CONTENT));
                return true;
            } catch (SurveyAlreadyAnswered e) {
                return false;
            }
        };
        try {
            long taken = 0;
            for (var done : pool.invokeAll(List.of(answer, answer, answer, answer))) {
                taken += done.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
        assertThatThrownBy(() -> centre.run(() -> surveys.answer(token, new SurveyAnswers(Map.of(1, "S1"), null))))
                .isInstanceOf(SurveyAlreadyAnswered.class);
        assertThat(centre.integer(
                        "select count(*) from event where code = 'SURVEY_ANSWERED' and contact_id = '" + contact + "'"))
                .isEqualTo(1);
        assertThat(ledger(contact, "SURVEY_ANSWERED", "reason")).isEqualTo("S5");
    }

    @Test
    void aForgedLinkIsRefusedWithoutAWordAboutWhatExists() {
        closedBy("asesora07", "INFORMATION_GIVEN");
        assertThatThrownBy(() -> centre.run(() -> surveys.answer(SurveyToken.next(), CONTENT)))
                .isInstanceOf(SurveyUnknown.class);
        assertThatThrownBy(() -> new SurveyToken(token().value().substring(1))).isInstanceOf(SurveyUnknown.class);
        assertThatThrownBy(() -> new SurveyToken("' or 1 = 1 --")).isInstanceOf(SurveyUnknown.class);
    }

    @Test
    void anExpiredLinkSaysSoAndTakesNothing() {
        ContactId contact = closedBy("asesora08", "INFORMATION_GIVEN");
        centre.time.pass(Duration.ofHours(169));
        assertThat(centre.does(() -> surveys.form(token(), null)).state()).isEqualTo(SurveyForm.State.EXPIRED);
        assertThatThrownBy(() -> centre.run(() -> surveys.answer(token(), CONTENT)))
                .isInstanceOf(SurveyExpired.class);
        assertThat(ledger(contact, "SURVEY_ANSWERED", "reason")).isNull();
    }

    @Test
    void theScoreStaysWithWhoAttendedWhenTheMatterGoesToSomebodyElse() throws SQLException {
        ContactId contact = closedBy("asesora09", "INFORMATION_GIVEN");
        SurveyToken token = token();
        // The citizen writes again on the same matter, and another advisor attends and closes.
        ContactId again = inHandOf("asesora10");
        persistence
                .database()
                .execute("update contact set matter_id = (select matter_id from contact where id = '" + contact
                        + "') where id = '" + again + "'");
        centre.run(() -> centre.desk.close(again, "INFORMATION_GIVEN"));
        persistence.database().execute("update contact set advisor = 'asesora10' where id = '" + contact + "'");
        centre.run(() -> surveys.answer(token, CONTENT));
        assertThat(ledger(contact, "SURVEY_ANSWERED", "refs ->> 'advisor'")).isEqualTo("asesora09");
        assertThatThrownBy(() -> persistence
                        .database()
                        .execute("update survey_invitation set advisor = 'asesora10' where contact_id = '" + contact
                                + "'"))
                .hasMessageContaining("frozen at closing");
    }

    @Test
    void aHandedOverContactIsCreditedToWhoClosedIt() {
        ContactId contact = inHandOf("asesora11");
        centre.available("asesora12");
        centre.run(() -> centre.endings.advisorLost(contact));
        OfferId offer = centre.offer(contact, "asesora12").orElseThrow();
        centre.as("asesora12");
        centre.run(() -> centre.offers.accept(offer));
        centre.run(() -> centre.desk.close(contact, "INFORMATION_GIVEN"));
        assertThat(ledger(contact, "SURVEY_OFFERED", "refs ->> 'advisor'")).isEqualTo("asesora12");
    }

    @Test
    void answersMustFitTheQuestions() {
        closedBy("asesora13", "INFORMATION_GIVEN");
        for (Map<Integer, String> wrong :
                List.of(Map.of(2, "YES"), Map.of(1, "S6"), Map.of(1, "S5", 9, "YES"), Map.of(1, "YES"))) {
            assertThatThrownBy(() -> centre.run(() -> surveys.answer(token(), new SurveyAnswers(wrong, null))))
                    .isInstanceOf(AnswerNotValid.class);
        }
        assertThatThrownBy(() -> new SurveyAnswers(Map.of(1, "S5"), "x".repeat(1001)))
                .isInstanceOf(AnswerNotValid.class);
    }

    @Test
    void aDissatisfiedCitizenIsACoordinatorsBusiness() {
        ContactId contact = closedBy("asesora14", "INFORMATION_GIVEN");
        centre.run(() -> surveys.answer(token(), new SurveyAnswers(Map.of(1, "S2"), null)));
        String alerts = "select count(*) from alert where kind = 'SURVEY_DISSATISFIED' and contact_id = '%s'";
        assertThat(centre.integer(alerts.formatted(contact))).isEqualTo(1);
        ContactId content = closedBy("asesora14", "INFORMATION_GIVEN");
        centre.run(() -> surveys.answer(token(), new SurveyAnswers(Map.of(1, "S3"), null)));
        assertThat(centre.integer(alerts.formatted(content))).isZero();
    }

    @Test
    void theReadModelOfTheFiguresFindsOfferScoreAndCredit() {
        ContactId contact = closedBy("asesora15", "INFORMATION_GIVEN");
        centre.run(() -> surveys.answer(token(), CONTENT));
        ReadModel figures = persistence.wire(new ReadModel());
        centre.does(figures::catchUp);
        assertThat(centre.text("select score || ' ' || scored_advisor || ' ' || (surveyed_at is not null)"
                        + " from contact_fact where contact_id = '" + contact + "'"))
                .isEqualTo("5 asesora15 true");
    }

    @Test
    void whatPeopleWereAskedCannotBeReworded() {
        assertThatThrownBy(() -> persistence.database().execute("update survey_question set text_es = '¿?'"))
                .hasMessageContaining("no draft");
    }

    private ContactId closedBy(String advisor, String disposition) {
        ContactId contact = inHandOf(advisor);
        centre.run(() -> centre.desk.close(contact, disposition));
        return contact;
    }

    private ContactId inHandOf(String advisor) {
        centre.available(advisor);
        ContactId contact = centre.aQueued(Channel.EMAIL, Priority.NORMAL, "GENERAL", centre.time.instant());
        OfferId offer = centre.offer(contact, advisor).orElseThrow();
        centre.as(advisor);
        centre.run(() -> centre.offers.accept(offer));
        return contact;
    }

    private SurveyToken token() {
        String link = post.links.get(post.links.size() - 1).toString();
        assertThat(link).contains("/public/survey/#");
        return new SurveyToken(link.substring(link.indexOf('#') + 1));
    }

    private String ledger(ContactId contact, String code, String column) {
        return centre.text(
                "select " + column + " from event where contact_id = '" + contact + "' and code = '" + code + "'");
    }
}
