package mx.gob.edomex.catgem.rules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mx.gob.edomex.catgem.channel.phone.flow.CallFlow;
import mx.gob.edomex.catgem.channel.phone.flow.FlowBook;
import mx.gob.edomex.catgem.channel.phone.flow.FlowCheck;
import mx.gob.edomex.catgem.channel.phone.flow.FlowDifference;
import mx.gob.edomex.catgem.channel.phone.flow.FlowFault;
import mx.gob.edomex.catgem.channel.phone.flow.FlowJson;
import mx.gob.edomex.catgem.channel.phone.flow.PromptSounds;
import mx.gob.edomex.catgem.rules.RuleDraft.State;
import mx.gob.edomex.catgem.shared.Sha256;
import mx.gob.edomex.catgem.shared.Sql;

/** Reads, locks and looks at drafts of the menu. */
@ApplicationScoped
public class FlowDraftRows {

    private static final String DRAFT =
            """
            select d.id, d.state, d.base, d.revision, cast(d.flow as text) as flow, d.reason, d.effective_from,
              d.opened_by, d.opened_at, d.submitted_by, d.review_note,
              (select string_agg(a.staff, ',') from flow_draft_author a where a.draft_id = d.id) as authors
            from flow_draft d
            """;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    FlowBook book;

    @Inject
    PromptSounds sounds;

    /** @throws RuleDraftUnknown when there is none */
    FlowDraft one(RuleDraftId id) {
        return Sql.on(entities, DRAFT + " where d.id = :id")
                .set("id", id.value())
                .first(this::read)
                .orElseThrow(RuleDraftUnknown::new);
    }

    List<FlowDraft> open() {
        return Sql.on(entities, DRAFT + " where d.state in ('DRAFT', 'IN_REVIEW') order by d.opened_at, d.id")
                .list(this::read);
    }

    /** What is being drawn is heard in the newest recordings; what was handed in keeps those it had then. */
    private FlowDraft read(Sql.Row row) {
        State state = row.constant("state", State.class);
        CallFlow flow = FlowJson.read(0, row.text("flow"));
        return new FlowDraft(
                new RuleDraftId(row.uuid("id")),
                state,
                row.number("base"),
                row.number("revision"),
                state == State.DRAFT ? sounds.named(flow) : flow,
                row.text("reason"),
                row.instant("effective_from"),
                row.text("opened_by"),
                row.instant("opened_at"),
                row.text("submitted_by"),
                Set.copyOf(Arrays.asList(row.text("authors").split(",", -1))),
                row.text("review_note"));
    }

    /**
     * The draft, held until the transaction ends.
     *
     * @throws RuleDraftNotInState when it is in none of the states
     */
    FlowDraft locked(RuleDraftId id, State... states) {
        Sql.on(entities, "select id from flow_draft where id = :id for update")
                .set("id", id.value())
                .exists();
        FlowDraft draft = one(id);
        if (!List.of(states).contains(draft.state())) {
            throw new RuleDraftNotInState();
        }
        return draft;
    }

    /** Every publication waits here for the one before it. @return the newest version there is */
    int lockedNewest() {
        Sql.on(entities, "select version from call_flow order by version limit 1 for update")
                .exists();
        return Sql.on(entities, "select max(version) as version from call_flow")
                .first(row -> row.number("version"))
                .orElseThrow();
    }

    /** Keeps the draft as it was saved, so that who typed over an older one can be told. */
    void saved(RuleDraftId id, String staff, Instant at) {
        Sql.on(
                        entities,
                        """
                        insert into flow_draft_save (draft_id, revision, flow, staff, saved_at)
                        values (:id, (select revision from flow_draft where id = :id),
                                (select flow from flow_draft where id = :id), :staff, :at)
                        """)
                .set("staff", staff)
                .set("at", at)
                .set("id", id.value())
                .update();
    }

    /** What was saved over a revision. */
    FlowMeanwhile since(RuleDraftId id, int revision) {
        List<FlowMeanwhile.Save> saves = Sql.on(
                        entities,
                        """
                        select staff, saved_at from flow_draft_save where draft_id = :id and revision > :revision
                        order by revision
                        """)
                .set("id", id.value())
                .set("revision", revision)
                .list(row -> new FlowMeanwhile.Save(row.text("staff"), row.instant("saved_at")));
        CallFlow now = one(id).flow();
        CallFlow then = Sql.on(
                        entities,
                        """
                        select cast(flow as text) as flow from flow_draft_save
                        where draft_id = :id and revision = :revision
                        """)
                .set("id", id.value())
                .set("revision", revision)
                .first(row -> sounds.named(FlowJson.read(0, row.text("flow"))))
                .orElse(now);
        return new FlowMeanwhile(saves, then, FlowDifference.of(then, now));
    }

    void wrote(RuleDraftId id, String staff) {
        Sql.on(entities, "insert into flow_draft_author (draft_id, staff) values (:id, :staff) on conflict do nothing")
                .set("id", id.value())
                .set("staff", staff)
                .update();
    }

    /** Who attends calls decides which topics are served. */
    List<FlowFault> faults(CallFlow flow) {
        return FlowCheck.of(
                flow,
                codes("select code from topic where active"),
                codes(
                        """
                        select distinct t.code from valid_skill t join valid_skill c on c.username = t.username
                        where t.kind = 'TOPIC' and c.kind = 'CHANNEL' and c.code = 'PHONE'
                        """),
                questions(false).keySet());
    }

    /** What the survey in force asks, by code, in its order. */
    Map<String, String> questions(boolean english) {
        Map<String, String> questions = new LinkedHashMap<>();
        Sql.on(
                        entities,
                        """
                        select q.code, q.text_es, q.text_en from survey_question q
                        join survey_version v on v.number = q.version and v.state = 'IN_FORCE'
                        where exists (select 1 from survey_option o where o.version = q.version and o.question = q.number)
                        order by q.number
                        """)
                .list(row -> Map.entry(row.text("code"), row.text(english ? "text_en" : "text_es")))
                .forEach(one -> questions.put(one.getKey(), one.getValue()));
        return questions;
    }

    private Set<String> codes(String sql) {
        return new HashSet<>(Sql.on(entities, sql).list(row -> row.text("code")));
    }

    /** Whether it may be handed in and published, as the newest version is. */
    void requireSound(FlowDraft draft, int newest) {
        if (draft.reason().isBlank()) {
            throw new RuleReasonMissing();
        }
        if (draft.base() != newest) {
            throw new RulesMovedOn();
        }
        List<FlowFault> errors =
                faults(draft.flow()).stream().filter(fault -> !fault.warning()).toList();
        if (!errors.isEmpty()) {
            throw new FlowUnsound(errors);
        }
        if (FlowJson.write(book.version(newest).orElseThrow()).equals(FlowJson.write(draft.flow()))) {
            throw new RulesUnchanged();
        }
    }

    /** Names a menu for the ledger. */
    static String hash(CallFlow flow) {
        return HexFormat.of().formatHex(Sha256.of(FlowJson.write(flow).getBytes(StandardCharsets.UTF_8)));
    }
}
