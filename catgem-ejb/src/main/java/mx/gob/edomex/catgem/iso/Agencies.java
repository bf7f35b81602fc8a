package mx.gob.edomex.catgem.iso;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.knowledge.EntryHistory;
import mx.gob.edomex.catgem.knowledge.EntryHistory.EntryLine;
import mx.gob.edomex.catgem.knowledge.EntryReviews;
import mx.gob.edomex.catgem.knowledge.EntryReviews.DueReview;
import mx.gob.edomex.catgem.knowledge.EntryReviews.Urgency;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.shared.Sql;

/** ISO-05: the agencies whose information the centre gives, with agreement, freshness and what advisors found wrong. */
@Stateless
@RolesAllowed({Roles.AUDITOR, Roles.SUPERVISOR, Roles.DIRECTION})
public class Agencies {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    EntryHistory history;

    @Inject
    EntryReviews reviews;

    @Inject
    Installation installation;

    private record Reports(int all, int right, int waiting) {
        static final Reports NONE = new Reports(0, 0, 0);
    }

    /**
     * Those with entries in force or reports in the period, by name. Agreements and freshness are as of now.
     *
     * @param to included
     */
    public List<AgencyLine> all(LocalDate from, LocalDate to, Language language) {
        Map<String, Long> entryCounts = history.entries(language).stream()
                .collect(Collectors.groupingBy(EntryLine::agencyCode, Collectors.counting()));
        Map<String, List<DueReview>> stale = reviews.stale(language).stream()
                .collect(Collectors.groupingBy(one -> one.entry().agencyCode()));
        Map<String, Reports> reports = reports(from, to);
        return Sql.on(
                        entities,
                        """
                        select a.code, a.level, a.name_es, a.name_en,
                               (select cast(cast(min(t.agreement_until) at time zone :zone as date) as text) from topic t
                                where exists (select 1 from knowledge_entry e where e.agency = a.code and e.topic = t.code
                                              and e.retired_at is null)) as agreement
                        from agency a order by a.code
                        """)
                .set("zone", installation.timeZone().getId())
                .list(row -> line(
                        row.text("code"),
                        row.text("level"),
                        row.text(language == Language.EN ? "name_en" : "name_es"),
                        row.text("agreement"),
                        entryCounts.getOrDefault(row.text("code"), 0L).intValue(),
                        stale.getOrDefault(row.text("code"), List.of()),
                        reports.getOrDefault(row.text("code"), Reports.NONE)))
                .stream()
                .filter(line -> line.entries() > 0 || line.reported() > 0)
                .sorted(Comparator.comparing(AgencyLine::name).thenComparing(AgencyLine::code))
                .toList();
    }

    private static AgencyLine line(
            String code,
            String level,
            String name,
            String agreement,
            int entries,
            List<DueReview> stale,
            Reports reports) {
        return new AgencyLine(
                code,
                level,
                name,
                agreement == null ? null : LocalDate.parse(agreement),
                entries,
                (int) stale.stream()
                        .filter(one -> one.urgency() == Urgency.OVERDUE)
                        .count(),
                (int) stale.stream()
                        .filter(one -> one.urgency() == Urgency.EXPIRED)
                        .count(),
                stale.stream()
                        .map(DueReview::day)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                reports.all(),
                reports.right(),
                reports.waiting());
    }

    private Map<String, Reports> reports(LocalDate from, LocalDate to) {
        ZoneId zone = installation.timeZone();
        Map<String, Reports> reports = new HashMap<>();
        Sql.on(
                        entities,
                        """
                        select e.agency, count(*) as reported, count(*) filter (where t.state = 'RESOLVED') as right_,
                               count(*) filter (where t.ended_at is null) as waiting
                        from officer_task t join knowledge_version v on v.id = t.version_id
                        join knowledge_entry e on e.id = v.entry_id
                        where t.kind = 'WRONG' and t.opened_at >= :from and t.opened_at < :to group by e.agency
                        """)
                .set("from", new LocalDay(from, zone).start())
                .set("to", new LocalDay(to, zone).end())
                .each(row -> reports.put(
                        row.text("agency"),
                        new Reports(row.number("reported"), row.number("right_"), row.number("waiting"))));
        return reports;
    }
}
