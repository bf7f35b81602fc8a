package mx.gob.edomex.catgem.knowledge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.text.MessageFormat;
import java.time.Clock;
import java.util.List;
import java.util.ResourceBundle;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.shared.Sql;

/** Reads the work log and takes lines by hand. Nothing in it is ever changed: a correction is a line of its own. */
@Stateless
@RolesAllowed({Roles.INFORMATION, Roles.SUPERVISOR, Roles.AUDITOR})
public class WorkLogService {

    private static final int LONGEST = 2000;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    /** The lines of a local day, oldest first. */
    public List<WorkLogLine> lines(LocalDay day, Language language) {
        ResourceBundle texts = ResourceBundle.getBundle("mx.gob.edomex.catgem.knowledge.WorkLog", language.locale());
        return Sql.on(
                        entities,
                        """
                        select l.id, l.kind, l.act, l.staff, u.display_name, l.at, l.update_id, l.entry_code, l.detail, l.words,
                               l.corrects, (select max(c.id) from work_log c where c.corrects = l.id) as corrected_by
                        from work_log l join app_user u on u.username = l.staff
                        where l.at >= :from and l.at < :until order by l.id
                        """)
                .set("from", day.start())
                .set("until", day.end())
                .list(row -> new WorkLogLine(
                        row.big("id"),
                        row.text("kind"),
                        row.text("staff"),
                        row.text("display_name"),
                        row.instant("at"),
                        row.uuid("update_id"),
                        row.text("entry_code"),
                        row.text("words") == null
                                ? text(texts, row.text("act"), row.text("detail"))
                                : row.text("words"),
                        row.bigOrNull("corrects"),
                        row.bigOrNull("corrected_by")));
    }

    private static String text(ResourceBundle texts, String act, String detail) {
        String of = texts.containsKey(act) ? texts.getString(act) : act;
        String said = detail == null ? "" : texts.containsKey(detail) ? texts.getString(detail) : detail;
        return MessageFormat.format(of.replace("'", "''"), said);
    }

    /**
     * A line by hand.
     *
     * @throws NoteMissing when it is blank
     */
    @RolesAllowed(Roles.INFORMATION)
    public void write(String words) {
        insert("MANUAL", words, null);
    }

    /**
     * A correction; the line corrected stays as it is.
     *
     * @throws NoteMissing when it is blank, or there is no such line
     */
    @RolesAllowed(Roles.INFORMATION)
    public void correct(long line, String words) {
        boolean known = Sql.on(entities, "select 1 from work_log where id = :id")
                .set("id", line)
                .exists();
        if (!known) {
            throw new NoteMissing();
        }
        insert("CORRECTION", words, line);
    }

    private void insert(String kind, String words, Long corrects) {
        if (words == null || words.isBlank()) {
            throw new NoteMissing();
        }
        String text = words.strip();
        Sql.on(
                        entities,
                        """
                        insert into work_log (kind, act, staff, at, words, corrects)
                        values (:kind, :kind, :staff, :at, :words, cast(:corrects as bigint))
                        """)
                .set("kind", kind)
                .set("staff", staff.username())
                .set("at", clock.instant())
                .set("words", text.substring(0, Math.min(LONGEST, text.length())))
                .set("corrects", corrects == null ? null : corrects.toString())
                .update();
    }
}
