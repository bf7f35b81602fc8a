package mx.gob.edomex.catgem.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.TestPersistence;
import mx.gob.edomex.catgem.shared.TooLateToUndo;
import mx.gob.edomex.catgem.workforce.DeskNotOpen;
import mx.gob.edomex.catgem.workforce.Presence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What coordinators do with contacts they do not attend. */
class SteeringTest {

    private static final AtomicInteger NEXT = new AtomicInteger(1);

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final String advisor = "asesora%02d".formatted(NEXT.getAndIncrement());
    private CentreFixture centre;

    @BeforeEach
    void emptyCentre() {
        centre = new CentreFixture(persistence);
    }

    @Test
    void aMovedContactKeepsItsAgeAndWaitsOutOfOrderInItsNewClass() {
        Instant since = centre.time.instant();
        ContactId contact = centre.aQueued(Channel.CHAT, Priority.NORMAL, "GENERAL", since);
        assertThat(centre.text("select returned from contact where id = '" + contact + "'"))
                .isEqualTo("false");
        centre.time.pass(Duration.ofMinutes(7));
        int epoch = centre.integer("select epoch from contact where id = '" + contact + "'");

        as("coordinadora1", contact, folio -> centre.steering.move(folio, "LICENCIAS"));

        WaitingContact waiting = returned(contact);
        assertThat(waiting.serviceClass().key()).isEqualTo("ES.LICENCIAS.CHAT.NORMAL");
        assertThat(waiting.firstQueuedAt()).isBetween(since.minusMillis(1), since.plusMillis(1));
        // The token of the waiting before is stale: the matcher drops it.
        assertThat(centre.does(() -> centre.dispatch.waiting(List.of(contact)))).noneMatch(one -> one.epoch() == epoch);
        assertThat(centre.events(ContactReturned.class)).contains(new ContactReturned(contact));
        assertThat(centre.text("select staff || ' ' || (refs ->> 'from') || ' ' || (refs ->> 'to') from event"
                        + " where code = 'MOVED' and contact_id = '" + contact + "'"))
                .isEqualTo("coordinadora1 ES.GENERAL.CHAT.NORMAL ES.LICENCIAS.CHAT.NORMAL");
    }

    @Test
    void aContactBeingOfferedStopsRingingBeforeItsPriorityChanges() {
        centre.available(advisor);
        ContactId contact = centre.aQueuedChat();
        assertThat(centre.offer(contact, advisor)).isPresent();

        as("supervisora", contact, folio -> centre.steering.prioritise(folio, Priority.URGENT));

        assertThat(returned(contact).serviceClass().priority()).isEqualTo(Priority.URGENT);
        assertThat(centre.points(advisor)).isZero();
        assertThat(centre.text("select outcome from offer where contact_id = '" + contact + "'"))
                .isEqualTo("WITHDRAWN");
    }

    @Test
    void aWithdrawnOfferReturnsToTheQueueAndThePointsToTheAdvisor() {
        centre.available(advisor);
        ContactId contact = centre.aQueuedChat();
        assertThat(centre.offer(contact, advisor)).isPresent();

        as("coordinadora1", contact, folio -> centre.steering.withdraw(folio));

        assertThat(centre.state(contact)).isEqualTo(ContactState.QUEUED);
        assertThat(centre.points(advisor)).isZero();
    }

    @Test
    void whatDoesNotWaitCannotBeMovedAndAnUnknownTopicIsRefused() {
        centre.available(advisor);
        ContactId attended = centre.aChatWith(advisor);
        ContactId waiting = centre.aQueuedChat();

        assertThatThrownBy(() -> as("coordinadora1", attended, folio -> centre.steering.move(folio, "LICENCIAS")))
                .isInstanceOf(ContactNotInState.class);
        assertThatThrownBy(() -> as("coordinadora1", waiting, folio -> centre.steering.move(folio, "NOPE")))
                .isInstanceOf(TopicUnknown.class);
        assertThat(centre.state(attended)).isEqualTo(ContactState.IN_PROGRESS);
        close(attended);
    }

    @Test
    void aStuckContactInHandIsClosedWithItsDispositionAndTheAdvisorIsFree() {
        centre.available(advisor);
        ContactId contact = centre.aChatWith(advisor);

        close(contact);

        assertThat(centre.state(contact)).isEqualTo(ContactState.CLOSED);
        assertThat(centre.points(advisor)).isZero();
        assertThat(centre.text("select staff || ' ' || role || ' ' || reason from event where code = 'FINISHED'"
                        + " and contact_id = '" + contact + "'"))
                .isEqualTo("coordinadora1 supervisor CITIZEN_GONE");
    }

    @Test
    void aStuckContactThatWaitsHasFailedWithItsCause() {
        centre.available(advisor);
        ContactId contact = centre.aQueuedChat();
        assertThat(centre.offer(contact, advisor)).isPresent();

        as("coordinadora1", contact, folio -> centre.steering.closeStuck(folio, "DUPLICATE", StuckReason.DUPLICATE));

        assertThat(centre.state(contact)).isEqualTo(ContactState.FAILED);
        assertThat(centre.points(advisor)).isZero();
        assertThat(centre.text("select reason from event where code = 'FAILED' and contact_id = '" + contact + "'"))
                .isEqualTo("DUPLICATE");
    }

    @Test
    void anothersStateNeverCutsAContact() {
        centre.available(advisor);
        ContactId contact = centre.aChatWith(advisor);

        as("coordinadora1", () -> centre.presence.assign(advisor, Presence.AUXILIARY, "TRAINING"));

        assertThat(centre.state(contact)).isEqualTo(ContactState.IN_PROGRESS);
        assertThat(presence()).isEqualTo("AVAILABLE AUXILIARY");
        close(contact);
        assertThat(presence()).startsWith("AUXILIARY");
        assertThat(centre.text("select staff from event where code = 'PRESENCE_ASSIGNED' order by id desc limit 1"))
                .isEqualTo("coordinadora1");
        as("coordinadora1", () -> centre.presence.assign(advisor, Presence.AVAILABLE, null));
        assertThat(presence()).startsWith("AVAILABLE");
    }

    @Test
    void anActIsTakenBackByWhoDidItAndTheContactWaitsAsBeforeWithItsAge() {
        Instant since = centre.time.instant();
        ContactId contact = centre.aQueued(Channel.CHAT, Priority.NORMAL, "GENERAL", since);
        centre.time.pass(Duration.ofMinutes(3));
        as("coordinadora1", contact, folio -> centre.steering.move(folio, "LICENCIAS"));
        as("coordinadora1", contact, folio -> centre.steering.prioritise(folio, Priority.URGENT));

        assertThatThrownBy(() -> as("coordinadora2", contact, folio -> centre.steering.undo(folio)))
                .isInstanceOf(TooLateToUndo.class);
        as("coordinadora1", contact, folio -> centre.steering.undo(folio));

        WaitingContact waiting = returned(contact);
        assertThat(waiting.serviceClass().key()).isEqualTo("ES.LICENCIAS.CHAT.NORMAL");
        assertThat(waiting.firstQueuedAt()).isBetween(since.minusMillis(1), since.plusMillis(1));
        assertThatThrownBy(() -> as("coordinadora1", contact, folio -> centre.steering.undo(folio)))
                .as("what was taken back is not done again")
                .isInstanceOf(TooLateToUndo.class);

        as("coordinadora1", contact, folio -> centre.steering.move(folio, "GENERAL"));
        centre.time.pass(Steering.UNDO);
        assertThatThrownBy(() -> as("coordinadora1", contact, folio -> centre.steering.undo(folio)))
                .isInstanceOf(TooLateToUndo.class);
    }

    @Test
    void anAssignedStateIsTakenBackUnlessTheAdvisorChangedItOrLeft() {
        centre.available(advisor);
        as(advisor, () -> centre.presence.become(Presence.AUXILIARY, "MEAL"));
        as("coordinadora1", () -> centre.presence.assign(advisor, Presence.AVAILABLE, null));
        assertThatThrownBy(() -> as("coordinadora2", () -> centre.presence.undoAssigned(advisor)))
                .isInstanceOf(TooLateToUndo.class);
        as("coordinadora1", () -> centre.presence.undoAssigned(advisor));
        assertThat(centre.text("select presence || ' ' || reason from advisor where username = '" + advisor + "'"))
                .isEqualTo("AUXILIARY MEAL");

        as("coordinadora1", () -> centre.presence.assign(advisor, Presence.OFFLINE, null));
        as("coordinadora1", () -> centre.presence.undoAssigned(advisor));
        assertThat(presence()).startsWith("AUXILIARY");

        as("coordinadora1", () -> centre.presence.assign(advisor, Presence.AVAILABLE, null));
        as(advisor, () -> centre.presence.become(Presence.AUXILIARY, "TRAINING"));
        assertThatThrownBy(() -> as("coordinadora1", () -> centre.presence.undoAssigned(advisor)))
                .isInstanceOf(TooLateToUndo.class);

        as("coordinadora1", () -> centre.presence.assign(advisor, Presence.OFFLINE, null));
        centre.time.pass(Duration.ofSeconds(16));
        assertThatThrownBy(() -> as("coordinadora1", () -> centre.presence.undoAssigned(advisor)))
                .as("the desk is closed by now")
                .isInstanceOf(DeskNotOpen.class);
    }

    @Test
    void anAssignmentThatWaitsForTheEndOfAContactIsForgotten() {
        centre.available(advisor);
        ContactId contact = centre.aChatWith(advisor);
        as("coordinadora1", () -> centre.presence.assign(advisor, Presence.AUXILIARY, "TRAINING"));
        as("coordinadora1", () -> centre.presence.undoAssigned(advisor));
        assertThat(presence()).isEqualTo("AVAILABLE ");
        close(contact);
        assertThat(presence()).startsWith("AVAILABLE");
    }

    @Test
    void whoHasNoDeskOpenHasNoStateToChange() {
        assertThatThrownBy(
                        () -> as("coordinadora1", () -> centre.presence.assign("asesora40", Presence.AVAILABLE, null)))
                .isInstanceOf(DeskNotOpen.class);
    }

    private void close(ContactId contact) {
        as("coordinadora1", contact, folio -> centre.steering.closeStuck(folio, "SILENCE", StuckReason.CITIZEN_GONE));
    }

    private String presence() {
        return centre.text("select presence || ' ' || coalesce(next_presence, '') from advisor where username = '"
                + advisor + "'");
    }

    private WaitingContact returned(ContactId contact) {
        List<WaitingContact> all = centre.returned();
        return all.stream()
                .filter(one -> one.contact().equals(contact))
                .findFirst()
                .orElseThrow();
    }

    private void as(String username, Runnable work) {
        centre.as(username);
        centre.run(work);
    }

    private void as(String username, ContactId contact, Consumer<Folio> work) {
        Folio folio = folio(contact);
        as(username, () -> work.accept(folio));
    }

    private Folio folio(ContactId contact) {
        return new Folio(centre.text("select folio from contact where id = '" + contact + "'"));
    }
}
