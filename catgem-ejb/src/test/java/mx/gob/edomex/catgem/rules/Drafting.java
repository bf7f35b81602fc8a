package mx.gob.edomex.catgem.rules;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.StepRecorder;
import mx.gob.edomex.catgem.routing.RuleBook;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.TestPersistence;
import mx.gob.edomex.catgem.shared.Violation;
import mx.gob.edomex.catgem.workforce.Roster;
import mx.gob.edomex.catgem.workforce.SkillBook;
import mx.gob.edomex.catgem.workforce.Staffing;

/** The services of rules on a test database. */
public final class Drafting {

    final RuleDrafts drafts;
    final RulePublication publication;
    final RuleReview review;
    final RuleBook book;

    Drafting(TestPersistence persistence, CurrentStaff staff, Clock clock) {
        book = persistence.wire(new RuleBook());
        RuleDraftRows rows = persistence.wire(new RuleDraftRows());
        Staffing staffing =
                persistence.wire(new Staffing(), persistence.wire(new Roster()), persistence.wire(new Installation()));
        review = persistence.wire(new RuleReview(), book, persistence.wire(new SkillBook()), staffing, clock);
        RuleSteps steps = persistence.wire(new RuleSteps(), persistence.wire(new StepRecorder(), clock), staff, clock);
        drafts = persistence.wire(new RuleDrafts(), rows, book, review, steps, staff, clock);
        publication =
                persistence.wire(new RulePublication(), rows, review, steps, apart(persistence, steps), staff, clock);
    }

    /** In a transaction of its own, as the container has it. */
    private static RefusedApprovals apart(TestPersistence persistence, RuleSteps steps) {
        RefusedApprovals refused = persistence.wire(new RefusedApprovals(), steps);
        return new RefusedApprovals() {
            @Override
            public void record(RuleDraftId id, Violation broken, Actor who) {
                CompletableFuture.runAsync(() -> persistence.inTransaction(() -> refused.record(id, broken, who)))
                        .join();
            }
        };
    }

    public static RuleDrafts drafts(TestPersistence persistence, CurrentStaff staff, Clock clock) {
        return new Drafting(persistence, staff, clock).drafts;
    }

    /** Nobody hears of it. */
    @SuppressWarnings("unchecked")
    public static <T> Event<T> silent() {
        return (Event<T>) Proxy.newProxyInstance(
                Event.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> null);
    }
}
