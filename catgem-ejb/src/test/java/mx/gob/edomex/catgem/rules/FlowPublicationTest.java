package mx.gob.edomex.catgem.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import mx.gob.edomex.catgem.channel.phone.flow.CallFlow;
import mx.gob.edomex.catgem.channel.phone.flow.FlowBook;
import mx.gob.edomex.catgem.channel.phone.flow.FlowDifference;
import mx.gob.edomex.catgem.channel.phone.flow.FlowFault;
import mx.gob.edomex.catgem.channel.phone.flow.FlowNode;
import mx.gob.edomex.catgem.channel.phone.flow.FlowPrompt;
import mx.gob.edomex.catgem.channel.phone.flow.PromptRecordings;
import mx.gob.edomex.catgem.channel.phone.flow.PromptSounds;
import mx.gob.edomex.catgem.channel.phone.flow.WavFixture;
import mx.gob.edomex.catgem.contact.CentreFixture;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.StepRecorder;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.shared.Language;
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
    private final PromptSounds sounds = persistence.wire(new PromptSounds(), centre.time);
    private final FlowDraftRows rows = persistence.wire(new FlowDraftRows(), book, sounds);
    private final RuleSteps steps =
            persistence.wire(new RuleSteps(), persistence.wire(new StepRecorder(), centre.time), staff, centre.time);
    private final PromptRecordings recordings = persistence.wire(new PromptRecordings(), staff, centre.time);
    private final FlowDrafts drafts =
            persistence.wire(new FlowDrafts(), rows, book, recordings, steps, staff, centre.time);
    private final FlowPublication publication =
            persistence.wire(new FlowPublication(), rows, book, steps, apart(), staff, centre.time);
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
        centre.time.set(Instant.now().plusSeconds(1));
        caller = "coordinadora1";
    }

    @Test
    void theMenuThatIsShippedIsSoundAndSaysThatItIsNotRecordedYet() {
        CallFlow flow = centre.does(() -> book.version(1)).orElseThrow();
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

    @Test
    void aVersionWithADateOfEffectCountsFromThenOn() {
        RuleDraftId id = drafted("general");
        Instant effect = centre.time.instant().plusSeconds(3600);
        centre.does(() -> drafts.save(id, 2, drafts.one(id).flow(), "Desde las ocho", effect));
        centre.run(() -> drafts.submit(id));
        caller = "coordinadora2";
        int before = centre.does(() -> book.inForce(centre.time.instant())).version();
        int version = publish(id);
        assertThat(centre.does(() -> book.inForce(centre.time.instant())).version())
                .isEqualTo(before);
        assertThat(centre.does(() -> publication.versions()).get(0)).satisfies(one -> {
            assertThat(one.version()).isEqualTo(version);
            assertThat(one.author()).isEqualTo("coordinadora1");
            assertThat(one.approvedBy()).isEqualTo("coordinadora2");
            assertThat(one.inForce()).isFalse();
            assertThat(one.isScheduled(centre.time.instant())).isTrue();
        });
        assertThat(centre.does(() -> book.inForce(effect.plusSeconds(1))).version())
                .isEqualTo(version);
        assertThat(centre.text("select string_agg(outcome, ' ' order by k) from event where execution_id = '" + id
                        + "' and code = 'PUBLISH'"))
                .isEqualTo("SCHEDULED");
    }

    @Test
    void aDateOfEffectThatHasPassedIsNotSavedAndOneThatPassesMeanwhileHindersNobody() {
        RuleDraftId id = drafted("general");
        CallFlow flow = centre.does(() -> drafts.one(id)).flow();
        Instant now = centre.time.instant();
        assertThatThrownBy(() -> centre.does(() -> drafts.save(id, 2, flow, "Ayer", now.minusSeconds(3600))))
                .isInstanceOf(EffectNotValid.class);
        Instant effect = now.plusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
        centre.does(() -> drafts.save(id, 2, flow, "Pronto", effect));
        centre.time.set(now.plusSeconds(3600));
        assertThat(centre.does(() -> drafts.save(id, 3, flow, "Pronto", effect)))
                .isEqualTo(4);
    }

    @Test
    void whoTypedOverAnOlderRevisionIsToldWhatOthersChanged() {
        RuleDraftId id = drafted("general");
        CallFlow flow = centre.does(() -> drafts.one(id)).flow();
        caller = "coordinadora2";
        centre.does(() -> drafts.save(id, 2, flow.startingAt("temas"), "Más corto", null));
        caller = "coordinadora1";
        assertThatThrownBy(() -> centre.does(() -> drafts.save(id, 2, flow, "Lo mío", null)))
                .isInstanceOf(RuleDraftChanged.class);
        FlowMeanwhile meanwhile = centre.does(() -> drafts.meanwhile(id, 2));
        assertThat(meanwhile.saves()).extracting(FlowMeanwhile.Save::staff).containsExactly("coordinadora2");
        assertThat(meanwhile.before().start()).isEqualTo(flow.start());
        assertThat(meanwhile.changes())
                .containsExactly(new FlowDifference.Change(false, "", "start", flow.start(), "temas"));
        assertThat(centre.does(() -> drafts.meanwhile(id, 3)).saves()).isEmpty();
    }

    @Test
    void aDraftThatIsGivenUpIsNotOpenAnyMore() {
        RuleDraftId id = drafted("general");
        assertThat(centre.does(() -> drafts.open())).extracting(FlowDraft::id).contains(id);
        centre.run(() -> drafts.abandon(id));
        assertThat(centre.does(() -> drafts.open())).extracting(FlowDraft::id).doesNotContain(id);
        assertThatThrownBy(() -> centre.run(() -> drafts.abandon(id))).isInstanceOf(RuleDraftNotInState.class);
    }

    @Test
    void aDraftThatOthersWentBeforeIsBroughtUpAndHandedIn() {
        RuleDraftId first = submitted("idioma");
        RuleDraftId second = drafted("temas");
        caller = "coordinadora2";
        int version = publish(first);
        assertThatThrownBy(() -> centre.run(() -> drafts.submit(second))).isInstanceOf(RulesMovedOn.class);
        centre.run(() -> drafts.bringUp(second));
        assertThat(centre.does(() -> drafts.one(second)).base()).isEqualTo(version);
        centre.run(() -> drafts.submit(second));
    }

    @Test
    void whatAVersionChangedIsKnownAndTheFirstOneChangedNothing() {
        RuleDraftId id = submitted("general");
        caller = "coordinadora2";
        int version = publish(id);
        assertThat(centre.does(() -> publication.changes(version))).isNotEmpty();
        assertThat(centre.does(() -> publication.changes(1))).isEmpty();
    }

    @Test
    void aRecordingIsKeptWithItsWordsAndTellsHowLongThePromptLasts() {
        RuleDraftId id = drafted("general");
        int revision = centre.does(
                () -> drafts.keepRecording(id, 2, "saludo", Language.ES, WavFixture.silence(8000, 1, 8200)));
        FlowDraft draft = centre.does(() -> drafts.one(id));
        assertThat(draft.revision()).isEqualTo(revision).isEqualTo(3);
        FlowPrompt greeting = draft.flow().prompts().get("saludo");
        assertThat(greeting.seconds()).isEqualTo(9);
        assertThat(greeting.recorded()).as("it is not at the exchange yet").isEmpty();
        PromptRecordings.Recording kept = centre.does(() -> recordings.newest()).stream()
                .filter(one -> one.prompt().equals("saludo"))
                .findFirst()
                .orElseThrow();
        assertThat(kept.says(greeting)).isTrue();
        assertThat(kept.says(new FlowPrompt(Map.of(Language.ES, "Otra cosa"), Map.of(), "beep", 1)))
                .isFalse();
        assertThat(centre.does(() -> recordings.file(kept.id())).orElseThrow())
                .isEqualTo(WavFixture.silence(8000, 1, 8200));
    }

    @Test
    void aVersionIsHeardInTheRecordingsThatWereAtTheExchangeWhenItWasHandedInAndSayItsWords() {
        RuleDraftId id = drafted("general");
        centre.does(() -> drafts.keepRecording(id, 2, "devolucion", Language.ES, WavFixture.silence(8000, 1, 3000)));
        UUID first = arrived();
        assertThat(recorded(id)).containsExactly(Map.entry(Language.ES, "catgem/" + first));
        assertThat(centre.does(() -> drafts.faults(id)))
                .noneMatch(fault -> fault.code() == FlowFault.Code.PROMPT_NOT_RECORDED
                        && fault.where().equals("devolucion")
                        && fault.detail().equals("ES"));

        FlowPrompt said = prompt(id);
        CallFlow other = centre.does(() -> drafts.one(id))
                .flow()
                .saying("devolucion", new FlowPrompt(Map.of(Language.ES, "Otra cosa"), said.recorded(), "beep", 3));
        centre.does(() -> drafts.save(id, 3, other, "Más corto", null));
        assertThat(recorded(id)).as("it says other words").isEmpty();
        CallFlow again = centre.does(() -> drafts.one(id)).flow().saying("devolucion", said);
        centre.does(() -> drafts.save(id, 4, again, "Más corto", null));

        centre.run(() -> drafts.submit(id));
        centre.run(() -> recordings.keep(
                "devolucion", Language.ES, said.words().get(Language.ES), WavFixture.silence(8000, 1, 2000)));
        assertThat(arrived()).isNotEqualTo(first);
        assertThat(recorded(id)).as("nobody has reviewed the newer one").containsValue("catgem/" + first);
        caller = "coordinadora2";
        publish(id);
        assertThat(centre.does(() -> book.inForce(centre.time.instant()))
                        .prompts()
                        .get("devolucion")
                        .recorded())
                .containsExactly(Map.entry(Language.ES, "catgem/" + first));
    }

    /** Every recording is at the exchange now. @return the newest */
    private UUID arrived() {
        centre.time.set(centre.time.instant().plusSeconds(1));
        List<UUID> all = centre.does(sounds::all);
        centre.run(() -> all.forEach(sounds::arrived));
        return all.get(all.size() - 1);
    }

    private Map<Language, String> recorded(RuleDraftId id) {
        return prompt(id).recorded();
    }

    private FlowPrompt prompt(RuleDraftId id) {
        return centre.does(() -> drafts.one(id)).flow().prompts().get("devolucion");
    }

    @Test
    void aRecordingThatIsNoneChangesNothing() {
        RuleDraftId id = drafted("general");
        for (byte[] file : List.of(
                new byte[0],
                new byte[100],
                WavFixture.silence(8000, 1, 400),
                WavFixture.silence(8000, 1, 60_100),
                new byte[PromptRecordings.LARGEST + 1])) {
            assertThatThrownBy(() -> centre.does(() -> drafts.keepRecording(id, 2, "saludo", Language.ES, file)))
                    .isInstanceOf(Violation.class);
        }
        assertThatThrownBy(() -> centre.does(
                        () -> drafts.keepRecording(id, 1, "saludo", Language.ES, WavFixture.silence(8000, 1, 1000))))
                .isInstanceOf(RuleDraftChanged.class);
        assertThat(centre.does(() -> drafts.one(id)).revision()).isEqualTo(2);
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
        centre.does(() -> drafts.save(id, 1, new CallFlow(0, was.start(), nodes, was.prompts()), "Más corto", null));
        return id;
    }

    private int publish(RuleDraftId id) {
        return centre.does(() -> publication.publish(id, drafts.one(id).revision()));
    }
}
