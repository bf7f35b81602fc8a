package mx.gob.edomex.catgem.workforce;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import mx.gob.edomex.catgem.shared.Sql;

/** The rows of shifts and duties; joins the caller's transaction. */
@ApplicationScoped
public class Roster {

    private static final String SHIFT =
            "s.code, s.name_es, s.name_en, cast(s.starts as text) as starts, cast(s.ends as text) as ends";

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    List<Shift> shifts() {
        return Sql.on(entities, "select " + SHIFT + " from shift s where s.active order by s.starts, s.code")
                .list(Roster::shift);
    }

    Optional<Shift> shift(String code) {
        return Sql.on(entities, "select " + SHIFT + " from shift s where s.code = :code and s.active")
                .set("code", code)
                .first(Roster::shift);
    }

    /** Duties that start on the days, both included. */
    List<Duty> duties(LocalDate first, LocalDate last) {
        return duties("d.day between cast(:first as date) and cast(:last as date)", first, last, null);
    }

    List<Duty> dutiesOf(String username, LocalDate first, LocalDate last) {
        return duties(
                "d.day between cast(:first as date) and cast(:last as date) and d.username = :username",
                first,
                last,
                username);
    }

    private List<Duty> duties(String condition, LocalDate first, LocalDate last, String username) {
        Sql sql = Sql.on(
                        entities,
                        "select d.username, cast(d.day as text) as day, " + SHIFT
                                + " from duty d join shift s on s.code = d.shift where " + condition
                                + " order by d.day, s.starts, d.username")
                .set("first", first.toString())
                .set("last", last.toString());
        if (username != null) {
            sql.set("username", username);
        }
        return sql.list(row -> new Duty(row.text("username"), LocalDate.parse(row.text("day")), shift(row)));
    }

    void add(String username, LocalDate day, String shift) {
        Sql.on(
                        entities,
                        """
                        insert into duty (username, day, shift) values (:username, cast(:day as date), :shift)
                        on conflict do nothing
                        """)
                .set("username", username)
                .set("day", day.toString())
                .set("shift", shift)
                .update();
    }

    boolean remove(String username, LocalDate day, String shift) {
        return Sql.on(
                                entities,
                                "delete from duty where username = :username and day = cast(:day as date) and shift = :shift")
                        .set("username", username)
                        .set("day", day.toString())
                        .set("shift", shift)
                        .update()
                > 0;
    }

    /** @return false when the code was ever used */
    boolean define(Shift shift) {
        return Sql.on(
                                entities,
                                """
                                insert into shift (code, name_es, name_en, starts, ends)
                                values (:code, :es, :en, cast(:starts as time), cast(:ends as time)) on conflict do nothing
                                """)
                        .set("code", shift.code())
                        .set("es", shift.nameEs().strip())
                        .set("en", shift.nameEn().strip())
                        .set("starts", shift.starts().toString())
                        .set("ends", shift.ends().toString())
                        .update()
                > 0;
    }

    boolean retire(String code) {
        return Sql.on(entities, "update shift set active = false where code = :code and active")
                        .set("code", code)
                        .update()
                > 0;
    }

    private static Shift shift(Sql.Row row) {
        return new Shift(
                row.text("code"),
                row.text("name_es"),
                row.text("name_en"),
                LocalTime.parse(row.text("starts")),
                LocalTime.parse(row.text("ends")));
    }
}
