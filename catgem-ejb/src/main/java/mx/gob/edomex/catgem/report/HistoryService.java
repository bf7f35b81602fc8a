package mx.gob.edomex.catgem.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.report.HistoryMonth.Choice;
import mx.gob.edomex.catgem.report.HistoryMonth.Decision;
import mx.gob.edomex.catgem.report.HistoryMonth.Line;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Sha256;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * Contacts of the years before this system: imported whole or not at all, kept as published, and decided about one by
 * one where they are doubtful.
 */
@Stateless
@RolesAllowed({Roles.SUPERVISOR, Roles.DIRECTION, Roles.AUDITOR, Roles.COORDINATOR})
public class HistoryService {

    private static final String EXAMPLE = "monthly-contacts-2014-2016.csv";
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 500;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Installation installation;

    @Inject
    CurrentStaff staff;

    @Inject
    EventLedger ledger;

    @Inject
    Clock clock;

    public History read() {
        List<HistoryMonth> months = Sql.on(
                        entities,
                        """
                        select m.channel, m.year, m.month, m.published, d.decision, d.corrected, d.reason, d.at,
                               u.display_name
                        from history_month m
                        left join lateral (
                          select * from history_decision h
                          where h.channel = m.channel and h.year = m.year and h.month = m.month
                          order by id desc limit 1) d on true
                        left join app_user u on u.username = d.staff
                        order by m.channel desc, m.year, m.month
                        """)
                .list(HistoryService::month);
        History.Opening opening = Sql.on(
                        entities,
                        """
                        select contacts, cast(since as text) as since, cast(until as text) as until, source
                        from history_opening
                        """)
                .first(row -> new History.Opening(
                        row.number("contacts"),
                        LocalDate.parse(row.text("since")),
                        LocalDate.parse(row.text("until")),
                        row.text("source")))
                .orElse(null);
        return new History(Doubts.mark(months), opening);
    }

    private static HistoryMonth month(Sql.Row row) {
        Choice choice = row.constant("decision", Choice.class);
        return new HistoryMonth(
                row.constant("channel", Line.class),
                row.number("year"),
                row.number("month"),
                row.number("published"),
                null,
                choice == null
                        ? null
                        : new Decision(
                                choice,
                                row.numberOrNull("corrected"),
                                row.text("reason"),
                                row.text("display_name"),
                                row.instant("at")));
    }

    /** The file that is shipped: what the centre published of 2014 to 2016. */
    public byte[] example() {
        try (InputStream file = HistoryService.class.getResourceAsStream(EXAMPLE)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Imports a file, or nothing of it.
     *
     * @param source name of the file
     * @return what is wrong with it; empty when it was imported
     */
    @RolesAllowed(Roles.SUPERVISOR)
    public HistoryImport bring(String source, byte[] content) {
        HistoryFile file =
                HistoryFile.read(content, YearMonth.from(clock.instant().atZone(installation.timeZone())));
        Sql.on(entities, "lock table history_import in exclusive mode").update();
        Map<String, HistoryMonth> known =
                read().months().stream().collect(Collectors.toMap(HistoryMonth::key, Function.identity()));
        List<ImportFault> faults = new java.util.ArrayList<>(file.faults());
        file.months().stream()
                .filter(month ->
                        known.containsKey(month.key()) && known.get(month.key()).published() != month.published())
                .forEach(month ->
                        faults.add(new ImportFault(file.line(month), ImportFault.Kind.OTHER_VALUE_KNOWN, month.key())));
        if (!faults.isEmpty()) {
            return new HistoryImport(0, 0, faults);
        }
        List<HistoryMonth> fresh = file.months().stream()
                .filter(month -> !known.containsKey(month.key()))
                .toList();
        if (!fresh.isEmpty()) {
            store(source, content, fresh);
        }
        return new HistoryImport(fresh.size(), file.months().size() - fresh.size(), List.of());
    }

    private void store(String source, byte[] content, List<HistoryMonth> months) {
        UUID id = UUID.randomUUID();
        String hash = HexFormat.of().formatHex(Sha256.of(content));
        Sql.on(
                        entities,
                        """
                        insert into history_import (id, source, sha256, rows, staff, at)
                        values (:id, :source, :hash, :rows, :staff, :at)
                        """)
                .set("id", id)
                .set("source", source.length() > 120 ? source.substring(0, 120) : source)
                .set("hash", hash)
                .set("rows", months.size())
                .set("staff", staff.username())
                .set("at", clock.instant())
                .update();
        months.forEach(month -> Sql.on(
                        entities,
                        """
                        insert into history_month (channel, year, month, published, import_id)
                        values (:line, :year, :month, :published, :import)
                        """)
                .set("line", month.line())
                .set("year", month.year())
                .set("month", month.month())
                .set("published", month.published())
                .set("import", id)
                .update());
        record("ADMIN_HISTORY_IMPORTED", Map.of("rows", Integer.toString(months.size()), "sha256", hash));
    }

    /**
     * Decides about one value; the last decision counts and earlier ones stay on record.
     *
     * @param corrected the value to use instead, for CORRECT only
     * @throws ReasonMissing when nobody could understand the decision later
     */
    @RolesAllowed(Roles.SUPERVISOR)
    public void decide(Line line, int year, int month, Choice choice, Integer corrected, String reason) {
        String why = reason == null ? "" : reason.strip();
        if (why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON) {
            throw new ReasonMissing();
        }
        if ((choice == Choice.CORRECT) != (corrected != null) || (corrected != null && corrected < 0)) {
            throw new CorrectionMissing();
        }
        int decided = Sql.on(
                        entities,
                        """
                        insert into history_decision (channel, year, month, decision, corrected, reason, staff, at)
                        select channel, year, month, :choice, cast(:corrected as int), :reason, :staff, :at
                        from history_month where channel = :line and year = :year and month = :month
                        """)
                .set("choice", choice)
                .set("corrected", corrected == null ? null : corrected.toString())
                .set("reason", why)
                .set("staff", staff.username())
                .set("at", clock.instant())
                .set("line", line)
                .set("year", year)
                .set("month", month)
                .update();
        if (decided == 0) {
            throw new MonthUnknown();
        }
        String key = new HistoryMonth(line, year, month, 0, null, null).key();
        record("ADMIN_HISTORY_DECIDED", Map.of("month", key, "decision", choice.name()));
    }

    private void record(String code, Map<String, String> refs) {
        ledger.system(code, new Actor(staff.username(), Roles.SUPERVISOR, Source.SCREEN), clock.instant(), null, refs);
    }
}
