package mx.gob.edomex.catgem.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import mx.gob.edomex.catgem.channel.phone.flow.CallFlow;
import mx.gob.edomex.catgem.channel.phone.flow.FlowBook;
import mx.gob.edomex.catgem.channel.phone.flow.FlowFault;
import mx.gob.edomex.catgem.channel.phone.flow.FlowNode;
import mx.gob.edomex.catgem.contact.CentreFixture;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.StepRecorder;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.shared.TestPersistence;
import mx.gob.edomex.catgem.shared.Violation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A menu becomes a version by two people, and nothing ever changes a version. */
class FlowPublicationTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final CentreFixture centre = new CentreFixture(persistence);
    private final CurrentStaff staff = new CurrentStaff() {
        @Override
        public String username() {
            return caller;
        }

        @Override
        public boolean has(String role) {
            return role.equals("coordinator");
        }
    };
    private final FlowBook book = persistence.wire(new FlowBook());
    private final FlowDraftRows rows = persistence.wire(new FlowDraftRows(), book);
    private final RuleSteps steps =
            persistence.wire(new RuleSteps(), persistence.wire(new StepRecorder(), centre.time), staff, centre.time);
    private final FlowDrafts drafts = persistence.wire(new FlowDrafts(), rows, book, steps, staff, centre.time);
    private final FlowPublication publication =
            persistence.wire(new FlowPublication(), rows, steps, apart(), staff, centre.time);
    private String caller;

    private RefusedApprovals apart() {
        RefusedApprovals refused = persistence.wire(new RefusedApprovals(), steps);
        return new RefusedApprovals() {
            @Override
            public void record(RuleDraftId id, Violation broken, Actor who) {
                CompletableFuture.runAsync(() -> persistence.inTransaction(() -> refused.record(id, broken, who)))
                        .join();
            }
        };
    }

    @BeforeEach
    void laterThanEveryVersion() {
        centre.time.set(java.time.Instant.now().plusSeconds(1));
        caller = "coordinadora1";
    }

    @Test
    void theMenuThatIsShippedIsSoundAndSaysThatItIsNotRecordedYet() {
        CallFlow flow = centre.does(() -> book.inForce(centre.time.instant()));
        assertThat(centre.does(() -> rows.faults(flow)))
                .isNotEmpty()
                .allMatch(fault -> fault.code() == FlowFault.Code.PROMPT_NOT_RECORDED
                        || fault.code() == FlowFault.Code.TOPIC_UNSERVED
                        || fault.code() == FlowFault.Code.TOO_LONG_TO_A_PERSON);
    }

    @Test
    void aSecondPersonPublishesAndItIsOnTheLedger() {
        RuleDraftId id = submitted("general");
        assertThatThrownBy(() -> publish(id)).isInstanceOf(AuthorCannotApprove.class);
        caller = "coordinadora2";
        int version = publish(id);
        CallFlow inForce = centre.does(() -> book.inForce(centre.time.instant()));
        assertThat(inForce.version()).isEqualTo(version);
        assertThat(centre.text("select author || ' ' || approved_by || ' ' || reason from call_flow where version = "
                        + version))
                .isEqualTo("coordinadora1 coordinadora2 Más corto");
        assertThat(centre.text(
                        "select string_agg(code || coalesce(':' || outcome, '') || ' ' || staff, ', ' order by k)"
                                + " from event where execution_id = '" + id + "'"))
                .isEqualTo("CAPTURE coordinadora1, REVIEW:REFUSED coordinadora1, REVIEW:APPROVED coordinadora2,"
                        + " PUBLISH:IN_FORCE coordinadora2");
        assertThatThrownBy(() -> publish(id)).isInstanceOf(RuleDraftNotInState.class);
    }

    @Test
    void aVersionIsNeverChanged() {
        assertThatThrownBy(
                        () -> persistence.database().execute("update call_flow set reason = 'otra' where version = 1"))
                .hasMessageContaining("never changed");
    }

    @Test
    void aMenuWithAFaultIsNotHandedIn() {
        RuleDraftId id = drafted("nowhere");
        assertThat(centre.does(() -> drafts.faults(id)))
                .contains(new FlowFault(FlowFault.Code.NODE_MISSING, "saludo", "nowhere"));
        assertThatThrownBy(() -> centre.run(() -> drafts.submit(id))).isInstanceOf(FlowUnsound.class);
    }

    @Test
    void ofTwoDraftsOfTheSameVersionOneIsPublished() {
        RuleDraftId first = submitted("idioma");
        RuleDraftId second = submitted("temas");
        caller = "coordinadora2";
        publish(first);
        assertThatThrownBy(() -> publish(second)).isInstanceOf(RulesMovedOn.class);
    }

    @Test
    void whatWasNotReadIsNotPublishedAndWhatIsSentBackIsADraftAgain() {
        RuleDraftId id = submitted("idioma");
        caller = "coordinadora2";
        assertThatThrownBy(() -> centre.does(() -> publication.publish(id, 1))).isInstanceOf(RuleDraftChanged.class);
        assertThatThrownBy(() -> centre.run(() -> drafts.sendBack(id, " "))).isInstanceOf(RuleNoteMissing.class);
        centre.run(() -> drafts.sendBack(id, "Falta el aviso"));
        assertThat(centre.does(() -> drafts.one(id)))
                .extracting(FlowDraft::state, FlowDraft::reviewNote)
                .containsExactly(RuleDraft.State.DRAFT, "Falta el aviso");
    }

    private RuleDraftId submitted(String afterTheGreeting) {
        RuleDraftId id = drafted(afterTheGreeting);
        centre.run(() -> drafts.submit(id));
        return id;
    }

    /** The newest menu, in which something else than now comes after a second greeting. */
    private RuleDraftId drafted(String next) {
        int newest = centre.integer("select max(version) from call_flow");
        RuleDraftId id = centre.does(() -> drafts.open(newest));
        CallFlow was = centre.does(() -> drafts.one(id)).flow();
        Map<String, FlowNode> nodes = new LinkedHashMap<>(was.nodes());
        if (next.equals("nowhere")) {
            nodes.put("saludo", new FlowNode.Say("saludo", next));
        } else {
            nodes.put("aviso", new FlowNode.Notice("aviso", "8", "otra-" + next + newest));
            nodes.put("otra-" + next + newest, new FlowNode.Say("saludo", "temas"));
            nodes.remove("idioma");
            nodes.put(
                    "temas",
                    new FlowNode.Menu("temas", ((FlowNode.Menu) was.nodes().get("temas")).choices(), "general"));
            nodes.keySet().removeIf(name -> name.startsWith("otra-") && !name.equals("otra-" + next + newest));
        }
        centre.does(() -> drafts.save(id, 1, new CallFlow(0, was.start(), nodes, was.prompts()), "Más corto"));
        return id;
    }

    private int publish(RuleDraftId id) {
        return centre.does(() -> publication.publish(id, drafts.one(id).revision()));
    }
}
