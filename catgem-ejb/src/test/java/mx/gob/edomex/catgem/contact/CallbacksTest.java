package mx.gob.edomex.catgem.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mx.gob.edomex.catgem.channel.CallbackAsked;
import mx.gob.edomex.catgem.channel.CallbackNotPossible;
import mx.gob.edomex.catgem.channel.CallbackWindow;
import mx.gob.edomex.catgem.channel.CallbackWish;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.NewArrival;
import mx.gob.edomex.catgem.channel.PhoneNumber;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.channel.phone.PhoneCalls;
import mx.gob.edomex.catgem.channel.phone.PhoneGateway;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.shared.SubjectId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A callback from the wish to its end, on a real database with a clock that moves when told. */
class CallbacksTest {

    private static final AtomicInteger NEXT = new AtomicInteger(1);
    private static final ZoneId MEXICO = ZoneId.of("America/Mexico_City");
    private static final PhoneNumber NUMBER = new PhoneNumber("+527221234567");
    private static final Instant NOON = Instant.parse("2026-11-27T18:00:00Z");

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final String advisor = "asesora%02d".formatted(NEXT.getAndIncrement());
    private CentreFixture centre;

    @BeforeEach
    void noonOnAFriday() {
        centre = new CentreFixture(persistence);
        centre.gateways.add(persistence.wire(new PhoneGateway(), persistence.wire(new PhoneCalls())));
        centre.time.set(NOON);
        centre.available(advisor);
    }

    @Test
    void whoWaitedInAChatIsPhonedAtTheChosenTimeAndKeepsTheirAge() {
        ContactId contact = centre.aQueued(Channel.CHAT, Priority.NORMAL, "GENERAL", NOON);
        centre.time.pass(Duration.ofMinutes(7));
        ask(contact, window(4, 6));

        assertThat(centre.state(contact)).isEqualTo(ContactState.CALLBACK_SCHEDULED);
        assertThat(value(contact, "channel || ' ' || to_call")).isEqualTo("PHONE true");
        assertThat(centre.events(CallbackScheduled.class))
                .contains(new CallbackScheduled(contact, NOON.plus(Duration.ofHours(4))));
        centre.run(() -> centre.callbacks.enter(contact));
        assertThat(centre.state(contact)).as("not due yet").isEqualTo(ContactState.CALLBACK_SCHEDULED);

        centre.time.set(NOON.plus(Duration.ofHours(4)));
        sweep();
        WaitingContact waiting = returned(contact);
        assertThat(waiting.serviceClass().channel()).isEqualTo(Channel.PHONE);
        assertThat(waiting.firstQueuedAt()).isEqualTo(NOON);
        assertThat(waiting.waited(centre.time.instant())).isEqualTo(Duration.ofMinutes(7));
        assertThat(centre.events(ContactReturned.class)).contains(new ContactReturned(contact));
    }

    @Test
    void theDelayedMessageOpensTheSameDoorAsTheSweepAndTwiceIsOnce() {
        ContactId contact = directly(window(1, 2));
        centre.time.set(NOON.plus(Duration.ofHours(1)));
        assertThat(centre.does(() -> centre.intake.open(contact)))
                .hasValueSatisfying(queued -> assertThat(queued.returned()).isTrue());
        int epoch = Integer.parseInt(value(contact, "epoch"));
        centre.does(() -> centre.intake.open(contact));
        centre.run(() -> centre.callbacks.enter(contact));
        assertThat(value(contact, "epoch")).isEqualTo(Integer.toString(epoch));
        assertThat(count(contact, "CALLBACK_DUE")).isOne();
    }

    @Test
    void aClockThatJumpsBackPutsNothingIntoLineTwiceAndLosesNothing() {
        ContactId contact = directly(window(1, 3));
        centre.time.set(NOON.plus(Duration.ofHours(1)));
        sweep();
        assertThat(centre.state(contact)).isEqualTo(ContactState.QUEUED);
        centre.time.set(NOON.plus(Duration.ofMinutes(50)));
        sweep();
        assertThat(centre.state(contact)).isEqualTo(ContactState.QUEUED);
        assertThat(count(contact, "CALLBACK_DUE")).isOne();
        assertThat(Integer.parseInt(value(contact, "paused_seconds"))).isEqualTo(3600);
    }

    @Test
    void theCitizenPicksUpAndTheContactGoesOnAsAnyOther() {
        ContactId contact = inHand(window(0, 2));
        assertThat(centre.does(() -> centre.callCards.of(contact)).orElseThrow().written())
                .isEqualTo("722 123 4567");
        assertThat(value(contact, "coalesce(cast(connected_at as text), 'nobody')"))
                .isEqualTo("nobody");
        assertThatThrownBy(() -> centre.run(() -> centre.desk.close(contact, "INFORMATION_GIVEN")))
                .isInstanceOf(CallbackResultMissing.class);
        assertThatThrownBy(() -> centre.run(() -> centre.desk.send(contact, "1", "hola", List.of())))
                .isInstanceOf(SpokenNotWritten.class);

        centre.time.pass(Duration.ofSeconds(20));
        Instant pickedUp = centre.time.instant();
        centre.run(() -> centre.calls.answered(contact));
        assertThat(value(contact, "date_part('epoch', connected_at)"))
                .isEqualTo(Long.toString(pickedUp.getEpochSecond()));
        assertThat(count(contact, "ANSWERED")).isOne();
        assertThatThrownBy(() -> centre.run(() -> centre.calls.answered(contact)))
                .isInstanceOf(ContactNotInState.class);

        centre.run(() -> centre.desk.declare(contact, Act.CONSULT));
        centre.run(() -> centre.desk.declare(contact, Act.DELIVER));
        assertThat(value(contact, "delivered_at is not null")).isEqualTo("true");
        centre.run(() -> centre.desk.close(contact, "INFORMATION_GIVEN"));
        assertThat(centre.state(contact)).isEqualTo(ContactState.CLOSED);
        assertThat(centre.points(advisor)).isZero();
        assertThat(attempts(contact)).isEqualTo("ANSWERED");
    }

    @Test
    void nobodyPicksUpThreeTimesAndItIsClosedWithAnOutcomeAndEveryAttemptOnRecord() {
        ContactId contact = inHand(window(0, 6));
        Instant again = centre.does(() -> centre.calls.notReached(contact, CallResult.NO_ANSWER));
        assertThat(again).isEqualTo(centre.time.instant().plus(Duration.ofMinutes(15)));
        assertThat(centre.state(contact)).isEqualTo(ContactState.CALLBACK_SCHEDULED);
        assertThat(centre.points(advisor)).isZero();

        take(contact, again);
        Instant third = centre.does(() -> centre.calls.notReached(contact, CallResult.BUSY));
        assertThat(third).isEqualTo(again.plus(Duration.ofMinutes(60)));
        take(contact, third);
        assertThat(centre.does(() -> centre.calls.notReached(contact, CallResult.NO_ANSWER)))
                .isNull();

        assertThat(value(contact, "state || ' ' || outcome || ' ' || disposition"))
                .isEqualTo("CLOSED SILENCE CALLBACK_UNREACHED");
        assertThat(attempts(contact)).isEqualTo("NO_ANSWER,BUSY,NO_ANSWER");
        assertThat(centre.points(advisor)).isZero();
        assertThat(centre.integer("select count(*) from event where contact_id = '" + contact
                        + "' and kind = 'STEP' and code = 'GREETING' and step_kind = 'SKIPPED'"))
                .isOne();
    }

    @Test
    void anAttemptThatDoesNotFitIntoTheWindowIsMadeInTheSameHoursOfTheNextDay() {
        ContactId contact = inHand(window(0, 1));
        centre.time.set(NOON.plus(Duration.ofMinutes(50)));
        Instant again = centre.does(() -> centre.calls.notReached(contact, CallResult.NO_ANSWER));
        assertThat(again).isEqualTo(NOON.plus(Duration.ofDays(1)));
    }

    @Test
    void theCitizenAsksForAnotherTimeAndAttemptsCountAnew() {
        ContactId contact = inHand(window(0, 6));
        Instant again = centre.does(() -> centre.calls.notReached(contact, CallResult.NO_ANSWER));
        take(contact, again);
        CallbackWindow tomorrow = window(24, 26);
        assertThatThrownBy(() -> centre.run(() -> centre.calls.anotherTime(contact, window(-3, -1))))
                .isInstanceOf(mx.gob.edomex.catgem.channel.WindowInThePast.class);
        assertThat(centre.state(contact)).isEqualTo(ContactState.IN_PROGRESS);
        centre.run(() -> centre.calls.anotherTime(contact, tomorrow));
        assertThat(centre.state(contact)).isEqualTo(ContactState.CALLBACK_SCHEDULED);
        assertThat(centre.text("select tries || ' ' || attempts from callback where contact_id = '" + contact + "'"))
                .isEqualTo("0 2");
        take(contact, tomorrow.from());
    }

    @Test
    void aWrongNumberIsNotDialledAgain() {
        ContactId contact = inHand(window(0, 6));
        centre.run(() -> centre.calls.wrongNumber(contact));
        assertThat(value(contact, "state || ' ' || outcome")).isEqualTo("CLOSED WRONG_NUMBER");
        sweep();
        assertThat(centre.state(contact)).isEqualTo(ContactState.CLOSED);
    }

    @Test
    void aWindowThatPassesWithoutAFreeAdvisorIsPromisedForTheNextDayAndACoordinatorIsTold() {
        ContactId contact = directly(window(1, 2));
        centre.time.set(NOON.plus(Duration.ofHours(1)));
        sweep();
        centre.time.set(NOON.plus(Duration.ofHours(2)));
        sweep();
        assertThat(centre.state(contact)).isEqualTo(ContactState.CALLBACK_SCHEDULED);
        assertThat(centre.integer("select count(*) from alert where kind = 'CALLBACK_LATE' and contact_id = '" + contact
                        + "' and ended_at is null"))
                .isOne();
        centre.time.set(NOON.plus(Duration.ofHours(25)));
        sweep();
        assertThat(centre.state(contact)).isEqualTo(ContactState.QUEUED);
        assertThat(returned(contact).waited(centre.time.instant())).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aCentreThatWasAwayForTheWholeWindowPhonesOnTheNextDay() {
        ContactId contact = directly(window(1, 2));
        centre.time.set(NOON.plus(Duration.ofHours(5)));
        sweep();
        assertThat(centre.state(contact)).isEqualTo(ContactState.CALLBACK_SCHEDULED);
        centre.time.set(NOON.plus(Duration.ofHours(25)));
        sweep();
        assertThat(centre.state(contact)).isEqualTo(ContactState.QUEUED);
        assertThat(Integer.parseInt(value(contact, "paused_seconds"))).isEqualTo(25 * 3600);
    }

    @Test
    void anOfferThatRingsIsWithdrawnWhenTheCitizenAsksToBePhoned() {
        ContactId contact = centre.aQueuedChat();
        assertThat(centre.offer(contact, advisor)).isPresent();
        ask(contact, window(1, 2));
        assertThat(centre.state(contact)).isEqualTo(ContactState.CALLBACK_SCHEDULED);
        assertThat(centre.points(advisor)).isZero();
        assertThat(centre.text("select outcome from offer where contact_id = '" + contact + "'"))
                .isEqualTo("WITHDRAWN");
    }

    @Test
    void whoIsAttendedNeedsNoCallback() {
        ContactId contact = centre.aChatWith(advisor);
        assertThatThrownBy(() -> ask(contact, window(1, 2))).isInstanceOf(CallbackNotPossible.class);
        assertThat(centre.state(contact)).isEqualTo(ContactState.IN_PROGRESS);
    }

    @Test
    void aLostDeskGivesTheCallbackBackAsItWas() {
        ContactId contact = inHand(window(0, 6));
        centre.run(() -> centre.endings.advisorLost(contact));
        assertThat(value(contact, "state || ' ' || to_call")).isEqualTo("QUEUED true");
        assertThat(attempts(contact)).isNull();
    }

    @Test
    void aCoordinatorGivesItAnotherTimeOrCancelsItWithAReason() {
        ContactId contact = directly(window(1, 2));
        Folio folio = folio(contact);
        centre.as("coordinadora1");
        centre.run(() -> centre.callbackSteering.reschedule(folio, window(3, 5)));
        assertThat(centre.text("select date_part('epoch', due_at) from callback where contact_id = '" + contact + "'"))
                .isEqualTo(Long.toString(NOON.plus(Duration.ofHours(3)).getEpochSecond()));
        centre.run(() -> centre.callbackSteering.cancel(folio, CallbackSteering.Cancelled.ATTENDED_ELSEWHERE));
        assertThat(centre.state(contact)).isEqualTo(ContactState.FAILED);
        assertThat(centre.text("select reason || ' ' || staff from event where code = 'FAILED' and contact_id = '"
                        + contact + "'"))
                .isEqualTo("CALLBACK_ATTENDED_ELSEWHERE coordinadora1");
        assertThatThrownBy(() ->
                        centre.run(() -> centre.callbackSteering.cancel(folio, CallbackSteering.Cancelled.DUPLICATE)))
                .isInstanceOf(CallbackNotPossible.class);
    }

    @Test
    void whoAttendsAsksForACallbackOnTheSameMatterAndIntakeOpensIt() {
        ContactId chat = centre.aChatWith(advisor);
        Folio folio = folio(chat);
        ContactId callback =
                centre.does(() -> centre.arrangements.arrange(folio, new CallbackWish(NUMBER, window(2, 4))));
        assertThat(centre.does(() -> centre.intake.open(callback)))
                .as("it waits for its time, not in line")
                .isEmpty();
        assertThat(centre.state(callback)).isEqualTo(ContactState.CALLBACK_SCHEDULED);
        assertThat(value(callback, "matter_id")).isEqualTo(value(chat, "matter_id"));
        assertThat(centre.text("select asked_by from callback where contact_id = '" + callback + "'"))
                .isEqualTo(advisor);
        assertThat(centre.text(
                        "select encode(number_sealed, 'escape') from callback where contact_id = '" + callback + "'"))
                .doesNotContain("7221234567");
    }

    private ContactId inHand(CallbackWindow window) {
        ContactId contact = directly(window);
        take(contact, window.from());
        return contact;
    }

    private void take(ContactId contact, Instant at) {
        centre.time.set(at);
        sweep();
        OfferId offer = centre.offer(contact, advisor).orElseThrow();
        centre.as(advisor);
        centre.run(() -> centre.offers.accept(offer));
    }

    private ContactId directly(CallbackWindow window) {
        ContactId id = ContactId.random();
        SubjectId subject = SubjectId.random();
        centre.run(() -> {
            centre.arrivals.record(new NewArrival(
                    id,
                    Channel.PHONE,
                    "CHAT_WEB",
                    null,
                    null,
                    null,
                    subject,
                    null,
                    "Licencia",
                    null,
                    centre.time.instant(),
                    "2026-1"));
            centre.wishes.store(id, subject, new CallbackWish(NUMBER, window), null);
        });
        centre.does(() -> centre.intake.open(id));
        return id;
    }

    private void ask(ContactId contact, CallbackWindow window) {
        SubjectId subject = new SubjectId(java.util.UUID.fromString(value(contact, "subject_id")));
        centre.run(() -> {
            centre.wishes.store(contact, subject, new CallbackWish(NUMBER, window), null);
            centre.asked(new CallbackAsked(contact));
        });
    }

    private void sweep() {
        centre.does(() -> centre.callbacks.due()).forEach(id -> centre.run(() -> centre.callbacks.enter(id)));
        centre.does(() -> centre.callbacks.late()).forEach(id -> centre.run(() -> centre.callbacks.postpone(id)));
    }

    private static CallbackWindow window(int fromHours, int toHours) {
        return new CallbackWindow(NOON.plus(Duration.ofHours(fromHours)), NOON.plus(Duration.ofHours(toHours)), MEXICO);
    }

    private WaitingContact returned(ContactId contact) {
        return centre.returned().stream()
                .filter(one -> one.contact().equals(contact))
                .findFirst()
                .orElseThrow();
    }

    private String attempts(ContactId contact) {
        return centre.text("select string_agg(result, ',' order by number) from callback_attempt where contact_id = '"
                + contact + "'");
    }

    private int count(ContactId contact, String code) {
        return centre.integer(
                "select count(*) from event where contact_id = '" + contact + "' and code = '" + code + "'");
    }

    private String value(ContactId contact, String column) {
        return centre.text("select " + column + " from contact where id = '" + contact + "'");
    }

    private Folio folio(ContactId contact) {
        return new Folio(value(contact, "folio"));
    }
}
