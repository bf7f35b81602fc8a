package mx.gob.edomex.catgem.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mx.gob.edomex.catgem.contact.CentreFixture;
import mx.gob.edomex.catgem.routing.RoutingRules;
import mx.gob.edomex.catgem.rules.RuleDraft.State;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rules become a version by two people, one after the other, and nothing ever changes a version. */
class RulePublicationTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final CentreFixture centre = new CentreFixture(persistence);
    private final ThreadLocal<String> caller = ThreadLocal.withInitial(() -> "coordinadora1");
    private final CurrentStaff staff = new CurrentStaff() {
        @Override
        public String username() {
            return caller.get();
        }

        @Override
        public boolean has(String role) {
            return role.equals("coordinator");
        }
    };
    private final Drafting rules = new Drafting(persistence, staff, centre.time);

    @BeforeEach
    void laterThanEveryVersion() {
        centre.time.set(java.time.Instant.now().plusSeconds(1));
        caller.set("coordinadora1");
    }

    private int newest() {
        return centre.integer("select max(version) from routing_rule");
    }

    /** A draft whose call target is so many seconds, handed in by the caller. */
    private RuleDraftId submitted(int seconds) {
        RuleDraftId id = drafted(seconds);
        centre.run(() -> rules.drafts.submit(id));
        return id;
    }

    private RuleDraftId drafted(int seconds) {
        RuleDraftId id = centre.does(() -> rules.drafts.open(newestIn()));
        save(id, seconds, "Se espera menos");
        return id;
    }

    private int newestIn() {
        return rules.publication.versions().get(0).version();
    }

    private void save(RuleDraftId id, int seconds, String reason) {
        RuleDraft draft = centre.does(() -> rules.drafts.one(id));
        centre.does(() ->
                rules.drafts.save(id, draft.revision(), calls(draft.rules(), seconds), reason, draft.effectiveFrom()));
    }

    private static RoutingRules calls(RoutingRules was, int seconds) {
        Map<String, Integer> targets = new HashMap<>(was.targets());
        List.of("URGENT", "HIGH", "NORMAL", "LOW").forEach(priority -> targets.put("PHONE." + priority, seconds));
        return new RoutingRules(
                0,
                targets,
                was.points(),
                was.level(),
                was.widening(),
                was.neighbours(),
                was.callsBeforeMail(),
                20,
                Map.of("PHONE", 18),
                was.afterCallSeconds());
    }

    private int publish(RuleDraftId id) {
        return centre.does(
                () -> rules.publication.publish(id, rules.drafts.one(id).revision()));
    }

    @Test
    void aSecondPersonPublishesAndEverythingReadsTheOneSource() {
        RuleDraftId id = submitted(25);
        assertThatThrownBy(() -> publish(id)).isInstanceOf(AuthorCannotApprove.class);
        caller.set("coordinadora2");
        int version = publish(id);
        RoutingRules inForce = centre.does(() -> rules.book.inForce(centre.time.instant()));
        assertThat(inForce.version()).isEqualTo(version);
        assertThat(inForce.targets()).containsEntry("PHONE.NORMAL", 25);
        centre.run(() -> {
            RuleVersion published = rules.publication.versions().get(0);
            assertThat(published)
                    .extracting(RuleVersion::author, RuleVersion::approvedBy, RuleVersion::reason, RuleVersion::inForce)
                    .containsExactly("coordinadora1", "coordinadora2", "Se espera menos", true);
        });
        // Screens and offers ask the database, whose clock says when a version counts.
        until(version);
        assertThat(centre.integer("select seconds from wait_target where channel = 'PHONE' and priority = 'LOW'"))
                .isEqualTo(25);
        assertThat(centre.integer("select offer_seconds from channel_rule where channel = 'PHONE'"))
                .isEqualTo(18);
        assertThat(centre.text(
                        "select string_agg(code || coalesce(':' || outcome, '') || ' ' || staff, ', ' order by k)"
                                + " from event where execution_id = '" + id + "'"))
                .isEqualTo(
                        "CAPTURE coordinadora1, REVIEW:REFUSED coordinadora1, REVIEW:APPROVED coordinadora2, PUBLISH:IN_FORCE coordinadora2");
        assertThat(centre.does(() -> rules.drafts.one(id)).state()).isEqualTo(State.PUBLISHED);
        assertThatThrownBy(() -> publish(id)).isInstanceOf(RuleDraftNotInState.class);
    }

    /** The test's clock is a second ahead of the database's. */
    private void until(int version) {
        long limit = System.nanoTime() + 10_000_000_000L;
        while (System.nanoTime() < limit && centre.integer("select max(version) from rule_in_force") < version) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aVersionForLaterCountsFromItsDate() {
        int before =
                centre.does(() -> rules.book.inForce(centre.time.instant())).version();
        RuleDraftId id = drafted(30);
        RuleDraft draft = centre.does(() -> rules.drafts.one(id));
        centre.does(() -> rules.drafts.save(
                id,
                draft.revision(),
                draft.rules(),
                "Desde el lunes",
                centre.time.instant().plusSeconds(86_400)));
        centre.run(() -> rules.drafts.submit(id));
        caller.set("supervisora");
        int version = publish(id);
        assertThat(centre.does(() -> rules.book.inForce(centre.time.instant())).version())
                .isEqualTo(before);
        centre.time.pass(Duration.ofDays(1));
        assertThat(centre.does(() -> rules.book.inForce(centre.time.instant())).version())
                .isEqualTo(version);
        assertThat(centre.text("select outcome from event where code = 'PUBLISH' and execution_id = '" + id + "'"))
                .isEqualTo("SCHEDULED");
        caller.set("coordinadora1");
        RuleDraftId late = drafted(31);
        RuleDraft other = centre.does(() -> rules.drafts.one(late));
        assertThatThrownBy(() -> centre.does(() -> rules.drafts.save(
                        late,
                        other.revision(),
                        other.rules(),
                        "x",
                        centre.time.instant().minusSeconds(3600))))
                .isInstanceOf(EffectNotValid.class);
    }

    @Test
    void goingBackIsPublishingAnOldVersionAgain() {
        caller.set("coordinadora2");
        RuleDraftId change = submitted(44);
        caller.set("coordinadora1");
        publish(change);
        RuleDraftId back = centre.does(() -> rules.drafts.open(1));
        RuleDraft draft = centre.does(() -> rules.drafts.one(back));
        assertThat(draft.base()).as("compared with the newest").isEqualTo(newest());
        centre.does(() -> rules.drafts.save(back, draft.revision(), draft.rules(), "Se vuelve a lo anterior", null));
        centre.run(() -> rules.drafts.submit(back));
        caller.set("supervisora");
        int version = publish(back);
        RoutingRules again = centre.does(() -> rules.book.version(version)).orElseThrow();
        RoutingRules first = centre.does(() -> rules.book.version(1)).orElseThrow();
        assertThat(RuleDifference.settings(first, again)).isEmpty();
    }

    @Test
    void whatIsNotSoundIsNotHandedIn() {
        RuleDraftId id = centre.does(() -> rules.drafts.open(newestIn()));
        assertThatThrownBy(() -> centre.run(() -> rules.drafts.submit(id))).isInstanceOf(RuleReasonMissing.class);
        RuleDraft draft = centre.does(() -> rules.drafts.one(id));
        centre.does(() -> rules.drafts.save(id, 1, draft.rules(), "Nada", null));
        assertThatThrownBy(() -> centre.run(() -> rules.drafts.submit(id))).isInstanceOf(RulesUnchanged.class);
        assertThatThrownBy(() -> centre.does(() -> rules.drafts.save(id, 1, draft.rules(), "Otra", null)))
                .as("typed over a text that is not the newest")
                .isInstanceOf(RuleDraftChanged.class);
        save(id, 0, "Sin espera");
        assertThatThrownBy(() -> centre.run(() -> rules.drafts.submit(id)))
                .isInstanceOfSatisfying(RulesContradictory.class, broken -> assertThat(broken.faults())
                        .anyMatch(fault -> fault.where().equals("targets.PHONE.NORMAL")));
    }

    @Test
    void aDraftIsSentBackWithANoteMendedAndHandedInAgain() {
        RuleDraftId id = submitted(27);
        caller.set("coordinadora2");
        assertThatThrownBy(() -> centre.run(() -> rules.drafts.sendBack(id, " ")))
                .isInstanceOf(RuleNoteMissing.class);
        centre.run(() -> rules.drafts.sendBack(id, "Es demasiado"));
        assertThat(centre.does(() -> rules.drafts.one(id)))
                .extracting(RuleDraft::state, RuleDraft::reviewNote)
                .containsExactly(State.DRAFT, "Es demasiado");
        save(id, 26, "Se espera menos");
        centre.run(() -> rules.drafts.submit(id));
        assertThatThrownBy(() -> publish(id)).as("who mended it wrote it too").isInstanceOf(AuthorCannotApprove.class);
        caller.set("supervisora");
        assertThat(publish(id)).isEqualTo(newest());
    }

    /** Two drafts from one version, two people who publish at the same moment: one wins, the other is told. */
    @Test
    void ofTwoPublishersAtOnceOneWins() throws Exception {
        RuleDraftId one = submitted(51);
        RuleDraftId other = submitted(52);
        int before = newest();
        ExecutorService people = Executors.newFixedThreadPool(2);
        CyclicBarrier barrier = new CyclicBarrier(2);
        List<Future<Integer>> published = new ArrayList<>();
        for (RuleDraftId id : List.of(one, other)) {
            Callable<Integer> publisher = () -> {
                caller.set(id.equals(one) ? "coordinadora2" : "coordinadora3");
                barrier.await();
                return publish(id);
            };
            published.add(people.submit(publisher));
        }
        int won = 0;
        for (Future<Integer> future : published) {
            try {
                assertThat(future.get()).isEqualTo(before + 1);
                won++;
            } catch (ExecutionException e) {
                assertThat(e).hasCauseInstanceOf(RulesMovedOn.class);
            }
        }
        people.shutdown();
        assertThat(won).isOne();
        assertThat(newest()).isEqualTo(before + 1);
        RuleDraftId lost = centre.does(() -> rules.drafts.one(one)).isOpen() ? one : other;
        caller.set("coordinadora4");
        centre.run(() -> rules.drafts.sendBack(lost, "Hay otra versión"));
        caller.set("coordinadora1");
        centre.run(() -> rules.drafts.bringUp(lost));
        centre.run(() -> rules.drafts.submit(lost));
        caller.set("coordinadora4");
        assertThat(publish(lost)).isEqualTo(before + 2);
    }
}
