package mx.gob.edomex.catgem.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import mx.gob.edomex.catgem.review.ReviewCard.Frozen;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Sql;

/** Management reviews, and everybody's own decisions of them. */
@Stateless
@RolesAllowed({Roles.SUPERVISOR, Roles.DIRECTION, Roles.AUDITOR})
public class ReviewQueries {

    private static final String DECISION =
            """
            select d.id, d.review_id, r.number || '/' || d.ordinal as number, d.what, d.owner, u.display_name,
                   cast(d.due_on as text) as due_on, d.done_at is null and d.due_on < :today as overdue, d.done_at,
                   d.outcome
            from review_decision d join management_review r on r.id = d.review_id join app_user u on u.username = d.owner
            """;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    ReviewRows rows;

    private record Kept(String content, Frozen frozen) {}

    /** The latest first. */
    public List<ReviewLine> all() {
        return Sql.on(
                        entities,
                        """
                        select r.id, r.number, r.state, cast(r.held_on as text) as held_on,
                               cast(r.period_from as text) as period_from, cast(r.period_to as text) as period_to,
                               count(d.id) as decisions, count(d.id) filter (where d.done_at is null) as open,
                               count(d.id) filter (where d.done_at is null and d.due_on < :today) as overdue
                        from management_review r left join review_decision d on d.review_id = r.id
                        group by r.id order by r.held_on desc, r.number desc
                        """)
                .set("today", rows.today())
                .list(row -> new ReviewLine(
                        row.uuid("id"),
                        row.text("number"),
                        row.constant("state", ReviewState.class),
                        LocalDate.parse(row.text("held_on")),
                        LocalDate.parse(row.text("period_from")),
                        LocalDate.parse(row.text("period_to")),
                        row.number("decisions"),
                        row.number("open"),
                        row.number("overdue")));
    }

    /** Held today, on the time since the last one looked back, or the last three whole months. */
    public ReviewPlan proposed() {
        LocalDate today = rows.today();
        LocalDate yesterday = today.minusDays(1);
        LocalDate from = Sql.on(
                        entities,
                        """
                        select cast(period_to as text) as day from management_review order by period_to desc limit 1
                        """)
                .first(row -> row.text("day"))
                .map(day -> LocalDate.parse(day).plusDays(1))
                .filter(day -> !day.isAfter(yesterday))
                .orElse(null);
        return from == null
                ? new ReviewPlan(
                        today,
                        today.withDayOfMonth(1).minusMonths(3),
                        today.withDayOfMonth(1).minusDays(1),
                        "")
                : new ReviewPlan(today, from, yesterday, "");
    }

    /** @throws ReviewUnknown when there is none */
    public ReviewCard card(ReviewId id) {
        ManagementReview review = rows.found(id);
        List<Kept> kept = Sql.on(
                        entities,
                        """
                        select i.content, i.sha256, u.display_name, i.assembled_at from review_input i
                        join app_user u on u.username = i.assembled_by where i.review_id = :id order by i.id desc
                        """)
                .set("id", id.value())
                .list(row -> new Kept(
                        row.text("content"),
                        new Frozen(row.text("sha256"), row.text("display_name"), row.instant("assembled_at"))));
        Kept last = kept.isEmpty() ? null : kept.get(0);
        return new ReviewCard(
                id,
                review.number(),
                review.state(),
                review.heldOn(),
                review.from(),
                review.to(),
                review.participants(),
                last == null ? null : InputSheet.read(last.content()),
                last == null ? null : last.frozen().hash(),
                last == null
                        || InputSheet.hash(last.content()).equals(last.frozen().hash()),
                kept.stream().map(Kept::frozen).toList(),
                review.minutes(),
                decisions(id),
                review.closedAt());
    }

    private List<DecisionLine> decisions(ReviewId id) {
        return Sql.on(entities, DECISION + " where d.review_id = :id order by d.ordinal")
                .set("today", rows.today())
                .set("id", id.value())
                .list(ReviewQueries::decision);
    }

    /** Of the caller, not done, the most urgent first. */
    @RolesAllowed({Roles.ADVISOR, Roles.COORDINATOR, Roles.INFORMATION, Roles.SUPERVISOR, Roles.DIRECTION, Roles.SUPPORT
    })
    public List<DecisionLine> mine() {
        return Sql.on(entities, DECISION + " where d.owner = :me and d.done_at is null order by d.due_on, d.decided_at")
                .set("today", rows.today())
                .set("me", rows.me())
                .list(ReviewQueries::decision);
    }

    /** How many decisions the caller has to do; for the badge of every page. */
    @RolesAllowed({Roles.ADVISOR, Roles.COORDINATOR, Roles.INFORMATION, Roles.SUPERVISOR, Roles.DIRECTION, Roles.SUPPORT
    })
    public int toDo() {
        return Sql.on(entities, "select count(*) as n from review_decision where owner = :me and done_at is null")
                .set("me", rows.me())
                .first(row -> row.number("n"))
                .orElse(0);
    }

    private static DecisionLine decision(Sql.Row row) {
        Instant done = row.instant("done_at");
        return new DecisionLine(
                row.uuid("id"),
                row.uuid("review_id"),
                row.text("number"),
                row.text("what"),
                row.text("owner"),
                row.text("display_name"),
                LocalDate.parse(row.text("due_on")),
                row.flag("overdue"),
                done,
                row.text("outcome"));
    }
}
