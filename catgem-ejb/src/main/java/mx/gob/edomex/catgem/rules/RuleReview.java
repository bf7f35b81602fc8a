package mx.gob.edomex.catgem.rules;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.contact.WaitingContact;
import mx.gob.edomex.catgem.routing.RoutingRules;
import mx.gob.edomex.catgem.routing.RuleBook;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.workforce.Occupancies;
import mx.gob.edomex.catgem.workforce.SkillBook;
import mx.gob.edomex.catgem.workforce.Staffing;

/** Looks at rules with the centre as it is: what is wrong with them, and what they would change. */
@Stateless
@RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR})
public class RuleReview {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    RuleBook book;

    @Inject
    SkillBook skillBook;

    @Inject
    Staffing staffing;

    @Inject
    Clock clock;

    /** What is wrong with the rules, errors first; empty when nothing is. */
    public List<RuleFault> faults(RoutingRules rules) {
        return faults(rules, context());
    }

    private static List<RuleFault> faults(RoutingRules rules, RuleContext context) {
        return RuleCheck.of(rules, context.topics(), context.everyone(), context.served(), context.now());
    }

    /** What would change if the rules took the place of those in force. */
    public RuleDifference difference(RoutingRules rules) {
        return RuleDifference.of(book.inForce(clock.instant()), rules, context());
    }

    /** What a version changed of the one before it: settings only, for the centre was another then. */
    public List<RuleDifference.Setting> changes(int version) {
        return book.version(version - 1)
                .map(before ->
                        RuleDifference.settings(before, book.version(version).orElseThrow(RuleVersionUnknown::new)))
                .orElse(List.of());
    }

    /** Whether the draft may be handed in and published, as the newest version is. */
    public void requireSound(RuleDraft draft, int newest) {
        if (draft.reason().isBlank()) {
            throw new RuleReasonMissing();
        }
        if (draft.base() != newest) {
            throw new RulesMovedOn();
        }
        List<RuleFault> errors =
                faults(draft.rules()).stream().filter(fault -> !fault.warning()).toList();
        if (!errors.isEmpty()) {
            throw new RulesContradictory(errors);
        }
        RoutingRules before = book.version(newest).orElseThrow();
        if (RuleDifference.settings(before, draft.rules()).isEmpty()) {
            throw new RulesUnchanged();
        }
    }

    /** Names of the active topics, by code. */
    public Map<String, String> topics(boolean english) {
        return Sql.on(entities, "select code, name_es, name_en from topic where active")
                .list(row -> Map.entry(row.text("code"), row.text(english ? "name_en" : "name_es")))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private RuleContext context() {
        Instant now = clock.instant();
        Set<String> topics = topics(false).keySet();
        return new RuleContext(
                now,
                topics,
                skillBook.profiles().stream().map(profile -> profile.ready(now)).toList(),
                served(),
                staffing.atWork(Occupancies.NONE),
                waiting());
    }

    /** A topic can be asked for in every channel and language in which an entry point lets people in. */
    private List<ServiceClass> served() {
        return Sql.on(
                        entities,
                        """
                        select distinct e.language || '.' || t.code || '.' || e.channel || '.NORMAL' as class
                        from entry_point e cross join topic t where t.active order by class
                        """)
                .list(row -> ServiceClass.of(row.text("class")));
    }

    private List<WaitingContact> waiting() {
        return Sql.on(
                        entities,
                        """
                        select id, language || '.' || topic || '.' || channel || '.' || priority as class,
                               first_queued_at, paused_seconds, epoch
                        from contact where state = 'QUEUED' order by first_queued_at, id
                        """)
                .list(row -> new WaitingContact(
                        row.contact("id"),
                        ServiceClass.of(row.text("class")),
                        row.instant("first_queued_at"),
                        Duration.ofSeconds(row.number("paused_seconds")),
                        row.number("epoch"),
                        Set.of(),
                        null));
    }
}
