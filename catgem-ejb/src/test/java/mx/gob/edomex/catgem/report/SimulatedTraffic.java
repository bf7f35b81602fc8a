package mx.gob.edomex.catgem.report;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.shared.Folio;
import org.postgresql.PGConnection;

/**
 * Days of invented traffic, written as the services would have written them: contacts with their steps and states in
 * the ledger, advisors who come and go. The same seed gives the same days.
 */
public final class SimulatedTraffic {

    /** Part of a day's contacts by local hour; the night is quiet and the late morning full. */
    private static final int[] HOURS = {1, 1, 1, 1, 1, 1, 2, 4, 7, 9, 10, 10, 9, 8, 7, 6, 5, 5, 4, 3, 3, 2, 2, 1};

    private static final String[] TOPICS = {
        "GENERAL", "REGISTRO_CIVIL", "LICENCIAS", "VEHICULOS", "PREDIAL", "EDUCACION", "SALUD", "AGUA", "TRABAJO"
    };
    private static final String[] EARLY = {"WRONG_NUMBER", "SILENCE", "CITIZEN_LEFT", "PRANK", "ABUSE", "DUPLICATE"};

    private static final int OUTBOUND_ONE_IN = 40;

    private final Random random;
    private final Random calls = new Random(15);
    private final Map<String, StringBuilder> rows = new LinkedHashMap<>();
    private final Map<String, String> versions = new TreeMap<>();
    /** By procedure and act: the ledger's bundles are checked against the text of the procedure. */
    private final Map<String, String> codes = new TreeMap<>();

    private final List<Event> events = new ArrayList<>();
    private final Random matters;
    private final List<String> known = new ArrayList<>();
    private UUID subject;

    private record Event(Instant at, String kind, Map<String, String> columns) {}

    public SimulatedTraffic(long seed) {
        random = new Random(seed);
        matters = new Random(seed + 1);
        for (String table : new String[] {"matter", "arrival", "contact", "execution"}) {
            rows.put(table, new StringBuilder());
        }
    }

    /**
     * Writes the traffic and commits it.
     *
     * @param midnight local midnight of the first day
     * @return how many contacts there are
     */
    public int write(Connection connection, Instant midnight, int days, int contactsADay) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(
                        "select procedure_code, id from procedure_version where state = 'IN_FORCE'")) {
            while (found.next()) {
                versions.put(found.getString(1), found.getString(2));
            }
        }
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(
                        """
                        select v.procedure_code || ' ' || s.act, s.code
                        from procedure_step s join procedure_version v on v.id = s.version_id
                        where v.state = 'IN_FORCE'
                        """)) {
            while (found.next()) {
                codes.put(found.getString(1), found.getString(2));
            }
        }
        subject = new UUID(random.nextLong(), random.nextLong());
        for (int day = 0; day < days; day++) {
            Instant start = midnight.plus(Duration.ofDays(day));
            shifts(start);
            for (int i = 0; i < contactsADay; i++) {
                contact(start.plusSeconds(secondOfDay()).plusMillis(random.nextInt(1000)));
            }
            for (int i = 0; i < contactsADay / OUTBOUND_ONE_IN; i++) {
                outbound(start.plusSeconds(secondOfDay()).plusMillis(random.nextInt(1000)));
            }
        }
        copy(connection);
        return days * contactsADay;
    }

    private long secondOfDay() {
        int all = Arrays.stream(HOURS).sum();
        int drawn = random.nextInt(all);
        int hour = 0;
        while (drawn >= HOURS[hour]) {
            drawn -= HOURS[hour++];
        }
        return hour * 3600L + random.nextInt(3600);
    }

    /** Sixteen advisors in each of three shifts, with a meal in the middle. */
    private void shifts(Instant start) {
        for (int advisor = 1; advisor <= 48; advisor++) {
            String name = "asesora%02d".formatted(advisor);
            Instant begin =
                    start.plus(Duration.ofHours((advisor - 1) / 16 * 8L)).plusSeconds(random.nextInt(300));
            Instant meal = begin.plus(Duration.ofHours(3)).plusSeconds(random.nextInt(3600));
            presence(name, "OFFLINE", "AVAILABLE", null, begin);
            presence(name, "AVAILABLE", "AUXILIARY", "MEAL", meal);
            presence(name, "AUXILIARY", "AVAILABLE", null, meal.plus(Duration.ofMinutes(30)));
            presence(name, "AVAILABLE", "OFFLINE", null, begin.plus(Duration.ofHours(8)));
        }
    }

    private void presence(String advisor, String from, String to, String reason, Instant at) {
        Map<String, String> columns = columns("PRESENCE", at);
        columns.put("staff", advisor);
        columns.put("reason", reason);
        columns.put("refs", refs("advisor", advisor, "from", from, "to", to));
        events.add(new Event(at, "SYSTEM", columns));
    }

    private void contact(Instant queued) {
        String id = new UUID(random.nextLong(), random.nextLong()).toString();
        double drawn = random.nextDouble();
        String channel = drawn < 0.7 ? "PHONE" : drawn < 0.9 ? "CHAT" : "EMAIL";
        String entry = channel.equals("PHONE") ? "TEL_070" : channel.equals("CHAT") ? "CHAT_WEB" : "MAIL_CATGEM";
        int target = channel.equals("PHONE") ? 20 : channel.equals("CHAT") ? 60 : 14_400;
        String topic = TOPICS[random.nextInt(TOPICS.length)];
        String language = random.nextInt(40) == 0 ? "EN" : "ES";
        String procedure = channel.equals("PHONE") ? "AVT" : channel.equals("CHAT") ? "AVC" : "AVE";
        Life life = new Life(id, procedure);
        line("matter", id, topic, queued, null);
        String matter = comesBackOn(id);
        line(
                "arrival", id, channel, "INBOUND", entry, language, topic, "NORMAL", subject, matter, null, null,
                queued, null, true);
        life.state(
                "QUEUED",
                "CREATED",
                "QUEUED",
                null,
                0,
                queued.plusMillis(40),
                null,
                refs(
                        "matter",
                        matter,
                        "channel",
                        channel,
                        "direction",
                        "INBOUND",
                        "entryPoint",
                        entry,
                        "language",
                        language,
                        "topic",
                        topic,
                        "priority",
                        "NORMAL",
                        "target",
                        Integer.toString(target),
                        "queuedAt",
                        queued.toString()));
        life.step("NOTICE", queued, null);
        life.step("ENTERS_QUEUE", queued, null);
        String end = live(life, queued, target, channel);
        matter = linked(life, matter);
        line(
                "contact",
                id,
                Folio.next().value(),
                channel,
                "INBOUND",
                entry,
                language,
                topic,
                "NORMAL",
                subject,
                matter,
                end,
                life.outcome,
                life.disposition,
                life.leg,
                life.advisor,
                queued,
                life.connected,
                life.delivered,
                life.ended,
                queued);
        line("execution", id, versions.get(procedure), queued, life.k);
    }

    /** A mail that the centre writes first, and answers no question by. */
    private void outbound(Instant begun) {
        String id = new UUID(random.nextLong(), random.nextLong()).toString();
        Life life = new Life(id, "AVE");
        life.advisor = advisor(begun);
        line("matter", id, "AGUA", begun, null);
        line(
                "arrival",
                id,
                "EMAIL",
                "OUTBOUND",
                "MAIL_CATGEM",
                "ES",
                "AGUA",
                "NORMAL",
                subject,
                id,
                null,
                null,
                begun,
                null,
                true);
        String facts = refs(
                "channel",
                "EMAIL",
                "direction",
                "OUTBOUND",
                "entryPoint",
                "MAIL_CATGEM",
                "language",
                "ES",
                "topic",
                "AGUA",
                "priority",
                "NORMAL",
                "target",
                "14400",
                "queuedAt",
                begun.toString());
        life.state("BEGUN", "CREATED", "IN_PROGRESS", life.advisor, 1, begun, null, facts);
        life.fact("ANSWERED", null, begun.plusSeconds(60), null, null);
        Instant finished = begun.plusSeconds(90L + random.nextInt(200));
        life.state("FINISHED", "IN_PROGRESS", "AFTER_CALL_WORK", life.advisor, 1, finished, "ADVISOR_ENDED", null);
        Instant closed = finished.plusSeconds(10);
        String outcome = random.nextInt(3) == 0 ? "REFERRED" : "RESOLVED";
        life.state(
                "CLOSED",
                "AFTER_CALL_WORK",
                "CLOSED",
                life.advisor,
                1,
                closed,
                "INFORMATION_GIVEN",
                refs("outcome", outcome));
        line(
                "contact",
                id,
                Folio.next().value(),
                "EMAIL",
                "OUTBOUND",
                "MAIL_CATGEM",
                "ES",
                "AGUA",
                "NORMAL",
                subject,
                id,
                "CLOSED",
                outcome,
                "INFORMATION_GIVEN",
                1,
                life.advisor,
                begun,
                begun,
                null,
                closed,
                begun);
    }

    /** One in twelve is about the same as some contact before. */
    private String comesBackOn(String id) {
        String matter = !known.isEmpty() && matters.nextInt(12) == 0 ? known.get(matters.nextInt(known.size())) : id;
        known.add(id);
        return matter;
    }

    /** Some are linked to another matter in hand, and some of these links are taken back. */
    private String linked(Life life, String matter) {
        if (life.connected == null || matters.nextInt(20) != 0) {
            return matter;
        }
        String other = known.get(matters.nextInt(known.size()));
        life.fact("MATTER_LINKED", life.advisor, life.connected.plusSeconds(1), null, refs("matter", other));
        if (matters.nextInt(3) > 0) {
            return other;
        }
        life.fact("MATTER_LINK_UNDONE", life.advisor, life.connected.plusSeconds(2), null, refs("matter", matter));
        return matter;
    }

    private String live(Life life, Instant queued, int target, String channel) {
        double wait = -Math.log(1 - random.nextDouble()) * target * 0.5;
        double patience = 2 + -Math.log(1 - random.nextDouble()) * target * 5;
        if (!channel.equals("EMAIL") && patience < wait) {
            life.ended = queued.plusMillis((long) (patience * 1000));
            boolean alerting = random.nextInt(4) == 0;
            String state = alerting ? "ABANDONED_WHILE_ALERTING" : "ABANDONED_IN_QUEUE";
            life.state("ABANDONED", alerting ? "OFFERED" : "QUEUED", state, null, 0, life.ended, null, null);
            life.step("CLOSE", life.ended, state);
            return state;
        }
        Instant at = queued.plusMillis((long) (wait * 1000));
        if (!channel.equals("EMAIL") && calls.nextInt(60) == 0) {
            life.ended = at;
            life.state("OVERFLOWED", "QUEUED", "OVERFLOWED", null, 0, at, null, null);
            life.step("CLOSE", at, "OVERFLOWED");
            return "OVERFLOWED";
        }
        boolean callback = !channel.equals("EMAIL") && calls.nextInt(12) == 0;
        if (callback) {
            at = phoned(life, at);
            if (life.ended != null) {
                return life.outcome == null ? "FAILED" : "CLOSED";
            }
        }
        int before = life.leg;
        int legs = before + (random.nextInt(30) == 0 ? 2 : 1);
        for (int leg = before + 1; leg <= legs; leg++) {
            String advisor = advisor(at);
            life.leg = leg;
            life.advisor = advisor;
            life.state("OFFERED", "QUEUED", "OFFERED", null, leg - 1, at, null, null);
            if (random.nextInt(25) == 0) {
                at = at.plusSeconds(15);
                life.state("MISSED", "OFFERED", "QUEUED", null, leg - 1, at, null, null);
                life.state("OFFERED", "QUEUED", "OFFERED", null, leg - 1, at.plusMillis(300), null, null);
            }
            at = at.plusMillis(800L + random.nextInt(4000));
            life.connected = life.connected == null ? at : life.connected;
            life.state("ACCEPTED", "OFFERED", "IN_PROGRESS", advisor, leg, at, null, null);
            life.step("ASSIGNED", at, null);
            if (leg < legs) {
                at = at.plusSeconds(20L + random.nextInt(60));
                if (random.nextBoolean()) {
                    life.state("ADVISOR_LOST", "IN_PROGRESS", "QUEUED", null, leg, at, null, refs("advisor", advisor));
                } else {
                    life.step("REFER", at, null, "TRANSFER");
                    life.state(
                            "TRANSFERRED", "IN_PROGRESS", "QUEUED", advisor, leg, at, null, refs("advisor", advisor));
                }
                at = at.plusSeconds(5);
            }
        }
        if (callback) {
            at = at.plusSeconds(5L + calls.nextInt(25));
            life.fact("CALLBACK_ATTEMPT", life.advisor, at, "ANSWERED", null);
        }
        return attended(life, at);
    }

    /** Parked, phoned in vain up to three times or cancelled; when it is offered for the call that is answered. */
    private Instant phoned(Life life, Instant asked) {
        life.state("CALLBACK_ASKED", "QUEUED", "CALLBACK_SCHEDULED", null, 0, asked, null, null);
        Instant at = asked.plusSeconds(600L + calls.nextInt(7200));
        if (calls.nextInt(10) == 0) {
            life.ended = at;
            life.state("FAILED", "CALLBACK_SCHEDULED", "FAILED", null, 0, at, "CALLBACK_CITIZEN_ASKED", null);
            life.step("CLOSE", at, "FAILED");
            return at;
        }
        int inVain = calls.nextInt(4);
        for (int leg = 1; leg <= inVain; leg++) {
            life.leg = leg;
            life.advisor = advisor(at);
            life.state("CALLBACK_DUE", "CALLBACK_SCHEDULED", "QUEUED", null, leg - 1, at, null, null);
            life.state("OFFERED", "QUEUED", "OFFERED", null, leg - 1, at.plusSeconds(20), null, null);
            life.state("ACCEPTED", "OFFERED", "IN_PROGRESS", life.advisor, leg, at.plusSeconds(24), null, null);
            life.step("ASSIGNED", at.plusSeconds(24), null);
            Instant rung = at.plusSeconds(50);
            life.fact("CALLBACK_ATTEMPT", life.advisor, rung, "NO_ANSWER", null);
            if (leg == 3) {
                life.outcome = "SILENCE";
                life.disposition = "CALLBACK_UNREACHED";
                life.ended = rung;
                life.state("FINISHED", "IN_PROGRESS", "AFTER_CALL_WORK", life.advisor, leg, rung, null, null);
                life.state(
                        "CLOSED",
                        "AFTER_CALL_WORK",
                        "CLOSED",
                        life.advisor,
                        leg,
                        rung.plusMillis(1),
                        life.disposition,
                        refs("outcome", life.outcome));
                life.step("CLOSE", rung.plusMillis(2), life.outcome);
                return rung;
            }
            life.state(
                    "CALLBACK_AGAIN", "IN_PROGRESS", "CALLBACK_SCHEDULED", life.advisor, leg, rung, "NO_ANSWER", null);
            at = rung.plusSeconds(900);
        }
        life.state("CALLBACK_DUE", "CALLBACK_SCHEDULED", "QUEUED", null, life.leg, at, null, null);
        return at.plusSeconds(10);
    }

    private String attended(Life life, Instant connected) {
        Instant at = connected.plusSeconds(2);
        boolean early = random.nextInt(20) == 0;
        life.outcome = "RESOLVED";
        life.disposition = "INFORMATION_GIVEN";
        if (early) {
            life.outcome = EARLY[random.nextInt(EARLY.length)];
            life.disposition = life.outcome;
        } else {
            life.fact("ANSWERED", life.advisor, at, null, null);
            life.step("CLASSIFY", at.plusSeconds(15), null);
            life.step("CONSULT", at.plusSeconds(30), null);
            if (random.nextInt(50) != 0) {
                life.delivered = at.plusMillis((long) ((30 + Math.abs(random.nextGaussian()) * 45) * 1000));
                life.step("DELIVER", life.delivered, null);
            }
            if (random.nextInt(15) == 0) {
                life.outcome = "REFERRED";
                life.disposition = "REFERRED_AGENCY";
                life.step("REFER", at.plusSeconds(150), null);
            }
            at = at.plusSeconds(160L + random.nextInt(100));
        }
        life.state("FINISHED", "IN_PROGRESS", "AFTER_CALL_WORK", life.advisor, life.leg, at, "ADVISOR_ENDED", null);
        life.ended = at.plusSeconds(5L + random.nextInt(40));
        life.state(
                "CLOSED",
                "AFTER_CALL_WORK",
                "CLOSED",
                life.advisor,
                life.leg,
                life.ended,
                life.disposition,
                refs("outcome", life.outcome));
        life.step("CLOSE", life.ended, life.outcome);
        if (!early) {
            life.fact("SURVEY_OFFERED", null, life.ended, null, null);
            if (random.nextInt(4) == 0) {
                int score = random.nextInt(50) == 0 ? 1 + random.nextInt(3) : 4 + random.nextInt(2);
                life.fact(
                        "SURVEY_ANSWERED",
                        null,
                        life.ended.plusSeconds(60),
                        "S" + score,
                        refs("advisor", life.advisor));
            }
        }
        return "CLOSED";
    }

    /** Someone of the shift. */
    private String advisor(Instant at) {
        int shift = Math.floorMod(at.atZone(ZoneId.of("America/Mexico_City")).getHour(), 24) / 8;
        return "asesora%02d".formatted(shift * 16 + 1 + random.nextInt(16));
    }

    /** A contact on its way. */
    private final class Life {
        final String id;
        final String procedure;
        int k;
        int leg;
        String advisor;
        Instant connected;
        Instant delivered;
        Instant ended;
        String outcome;
        String disposition;

        Life(String id, String procedure) {
            this.id = id;
            this.procedure = procedure;
        }

        void state(String code, String from, String to, String staff, int leg, Instant at, String reason, String refs) {
            Map<String, String> columns = columns(code, at);
            columns.put("contact_id", id);
            columns.put("leg", Integer.toString(leg));
            columns.put("state_from", from);
            columns.put("state_to", to);
            columns.put("staff", staff);
            columns.put("reason", reason);
            columns.put("refs", refs);
            events.add(new Event(at, "STATE", columns));
        }

        void fact(String code, String staff, Instant at, String reason, String refs) {
            Map<String, String> columns = columns(code, at);
            columns.put("contact_id", id);
            columns.put("staff", staff);
            columns.put("reason", reason);
            columns.put("refs", refs);
            events.add(new Event(at, "SYSTEM", columns));
        }

        void step(String act, Instant at, String outcome) {
            step(act, at, outcome, null);
        }

        void step(String act, Instant at, String outcome, String reason) {
            String code = codes.get(procedure + " " + act);
            if (code == null) {
                return; // no step of this procedure
            }
            Map<String, String> columns = columns(act, at);
            columns.put("contact_id", id);
            columns.put("execution_id", id);
            columns.put("k", Integer.toString(++k));
            columns.put("step_code", code);
            columns.put("step_kind", "END");
            columns.put("version_id", versions.get(procedure));
            columns.put("staff", advisor);
            columns.put("basis", "MEASURED");
            columns.put("outcome", outcome);
            columns.put("reason", reason);
            events.add(new Event(at, "STEP", columns));
        }
    }

    private static Map<String, String> columns(String code, Instant at) {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("code", code);
        columns.put("at", at.toString());
        columns.put("app_clock", at.toString());
        columns.put("source", "SYSTEM");
        return columns;
    }

    private static String refs(String... pairs) {
        List<String> members = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            members.add("\"" + pairs[i] + "\": \"" + pairs[i + 1] + "\"");
        }
        return "{" + String.join(", ", members) + "}";
    }

    private void line(String table, Object... values) {
        StringBuilder into = rows.get(table);
        for (int i = 0; i < values.length; i++) {
            into.append(i == 0 ? "" : "\t").append(values[i] == null ? "\\N" : values[i]);
        }
        into.append('\n');
    }

    private void copy(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement("insert into subject (id, wrapped_key) values (?, '\\x00')")) {
            statement.setObject(1, subject);
            statement.executeUpdate();
        }
        copy(connection, "matter (id, topic, opened_at, closed_at)", rows.get("matter"));
        copy(
                connection,
                "arrival (contact_id, channel, direction, entry_point, language, topic, priority, subject_id, matter_id,"
                        + " title_sealed, external_id, received_at, notice_version, opened)",
                rows.get("arrival"));
        copy(
                connection,
                "contact (id, folio, channel, direction, entry_point, language, topic, priority, subject_id, matter_id,"
                        + " state, outcome, disposition, leg, advisor, first_queued_at, connected_at, delivered_at, closed_at,"
                        + " created_at)",
                rows.get("contact"));
        copy(connection, "execution (id, procedure_version_id, begun_at, steps)", rows.get("execution"));
        List<String> names = List.of(
                "code",
                "at",
                "app_clock",
                "source",
                "contact_id",
                "leg",
                "execution_id",
                "k",
                "step_code",
                "step_kind",
                "version_id",
                "state_from",
                "state_to",
                "staff",
                "basis",
                "outcome",
                "reason",
                "refs");
        StringBuilder lines = new StringBuilder();
        // The ledger's order is the order of events, as it would have been.
        events.sort((one, other) -> one.at().compareTo(other.at()));
        for (Event event : events) {
            lines.append(event.kind())
                    .append('\t')
                    .append(names.stream()
                            .map(name -> event.columns().get(name))
                            .map(value -> value == null ? "\\N" : value)
                            .collect(Collectors.joining("\t")));
            lines.append('\n');
        }
        copy(connection, "event (kind, " + String.join(", ", names) + ")", lines);
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static void copy(Connection connection, String into, StringBuilder lines) throws SQLException {
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + into + " from stdin", new StringReader(lines.toString()));
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }
}
