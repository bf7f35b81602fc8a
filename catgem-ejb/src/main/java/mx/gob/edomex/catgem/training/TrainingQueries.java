package mx.gob.edomex.catgem.training;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.training.TraineeCard.Entry;
import mx.gob.edomex.catgem.training.TrainingMatrix.Cell;
import mx.gob.edomex.catgem.training.TrainingMatrix.Column;
import mx.gob.edomex.catgem.training.TrainingMatrix.Line;

/** The matrix for those who answer for it, and everybody's own part of it. */
@Stateless
@RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR, Roles.COORDINATOR})
public class TrainingQueries {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    TrainedPeople trained;

    @Inject
    TrainingRows rows;

    private record Version(UUID id, String procedure, int number, String name, String setBy) {}

    private record Trainee(String username, String name, Set<UUID> versions) {}

    public TrainingMatrix matrix(Language language) {
        return matrix(language, null);
    }

    /** How many are trained for what is in force, without who. */
    @RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR, Roles.COORDINATOR, Roles.DIRECTION})
    public List<Column> columns(Language language) {
        return matrix(language, null).columns();
    }

    /** @throws TraineeUnknown when there is no such account */
    public TraineeCard trainee(String username, Language language) {
        return card(username, language);
    }

    /** The caller's own. */
    @RolesAllowed({
        Roles.ADVISOR,
        Roles.COORDINATOR,
        Roles.INFORMATION,
        Roles.SUPERVISOR,
        Roles.AUDITOR,
        Roles.DIRECTION,
        Roles.SUPPORT
    })
    public TraineeCard own(Language language) {
        return card(rows.me(), language);
    }

    private TraineeCard card(String username, Language language) {
        String name = Sql.on(entities, "select display_name from app_user where username = :username")
                .set("username", username)
                .first(row -> row.text("display_name"))
                .orElseThrow(TraineeUnknown::new);
        TrainingMatrix matrix = matrix(language, username);
        List<Cell> cells = matrix.lines().isEmpty()
                ? Arrays.asList(new Cell[matrix.columns().size()])
                : matrix.lines().get(0).cells();
        return new TraineeCard(username, name, matrix.columns(), cells, records(username));
    }

    /** @param only of one person; null: of everybody */
    private TrainingMatrix matrix(Language language, String only) {
        LocalDate today = rows.today();
        int soon = rows.setting("training.soon-days", 30);
        List<Version> versions = versions(language);
        Map<UUID, Map<String, TrainingHistory>> histories =
                versions.stream().collect(Collectors.toMap(Version::id, version -> trained.histories(version.id())));
        List<Line> lines = new ArrayList<>();
        for (Trainee person : trainees(only)) {
            List<Cell> cells = new ArrayList<>();
            for (Version version : versions) {
                TrainingHistory history =
                        histories.get(version.id()).getOrDefault(person.username(), TrainingHistory.EMPTY);
                cells.add(person.versions().contains(version.id()) ? cell(version.id(), history, today, soon) : null);
            }
            lines.add(new Line(person.username(), person.name(), cells));
        }
        List<Column> columns = IntStream.range(0, versions.size())
                .mapToObj(i -> column(
                        versions.get(i),
                        lines.stream()
                                .map(line -> line.cells().get(i))
                                .filter(Objects::nonNull)
                                .map(Cell::standing)
                                .toList()))
                .toList();
        return new TrainingMatrix(columns, lines);
    }

    private Column column(Version version, List<Standing> standings) {
        return new Column(
                version.id(),
                version.procedure(),
                version.number(),
                version.name(),
                rows.demand(version.id()),
                version.setBy(),
                standings.size(),
                (int) standings.stream().filter(Standing::isTrained).count(),
                (int) standings.stream().filter(one -> one == Standing.EXPIRING).count());
    }

    private static Cell cell(UUID version, TrainingHistory history, LocalDate today, int soon) {
        Standing standing = Standing.of(history, today, soon);
        return history.latest(today)
                .map(one -> new Cell(version, standing, one.heldOn(), one.score(), one.passMark(), one.validUntil()))
                .orElseGet(() -> new Cell(version, standing, null, null, null, null));
    }

    private List<Version> versions(Language language) {
        return Sql.on(
                        entities,
                        """
                        select v.id, v.procedure_code, v.number, p.name_es, p.name_en,
                               (select u.display_name from training_demand d join app_user u on u.username = d.set_by
                                where d.version_id = v.id order by d.id desc limit 1) as set_by
                        from procedure_version v join procedure p on p.code = v.procedure_code
                        where v.state = 'IN_FORCE' order by v.procedure_code
                        """)
                .list(row -> new Version(
                        row.uuid("id"),
                        row.text("procedure_code"),
                        row.number("number"),
                        row.text(language == Language.EN ? "name_en" : "name_es"),
                        row.text("set_by")));
    }

    /** Whoever has the role of one of its steps does it; who stands in for that role now and then is not taught it. */
    private List<Trainee> trainees(String only) {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, Set<UUID>> needs = new HashMap<>();
        Sql.on(
                        entities,
                        """
                        select distinct u.display_name, u.username, v.id
                        from procedure_version v join procedure_step s on s.version_id = v.id and s.role <> 'system'
                        join user_role r on r.role = s.role join app_user u on u.username = r.username and u.enabled
                        where v.state = 'IN_FORCE' and (cast(:only as text) is null or u.username = :only)
                        order by u.display_name, u.username
                        """)
                .set("only", only)
                .each(row -> {
                    names.put(row.text("username"), row.text("display_name"));
                    needs.computeIfAbsent(row.text("username"), one -> new HashSet<>())
                            .add(row.uuid("id"));
                });
        return names.entrySet().stream()
                .map(one -> new Trainee(one.getKey(), one.getValue(), needs.get(one.getKey())))
                .toList();
    }

    private List<Entry> records(String username) {
        return Sql.on(
                        entities,
                        """
                        select r.id, v.procedure_code, v.number, cast(r.held_on as text) as held_on, r.trainer, r.score,
                               r.pass_mark, cast(r.valid_until as text) as valid_until, r.corrects, r.grounds,
                               (select c.id from training_record c where c.corrects = r.id) as corrected_by,
                               u.display_name, r.recorded_at
                        from training_record r join procedure_version v on v.id = r.version_id
                        join app_user u on u.username = r.recorded_by
                        where r.person = :person order by r.id desc
                        """)
                .set("person", username)
                .list(row -> new Entry(
                        row.big("id"),
                        row.text("procedure_code"),
                        row.number("number"),
                        TrainedPeople.day(row.text("held_on")),
                        row.text("trainer"),
                        row.numberOrNull("score"),
                        row.numberOrNull("pass_mark"),
                        TrainedPeople.day(row.text("valid_until")),
                        row.bigOrNull("corrects"),
                        row.text("grounds"),
                        row.bigOrNull("corrected_by"),
                        row.text("display_name"),
                        row.instant("recorded_at")));
    }
}
