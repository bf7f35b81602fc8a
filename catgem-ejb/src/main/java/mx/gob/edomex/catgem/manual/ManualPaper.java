package mx.gob.edomex.catgem.manual;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import mx.gob.edomex.catgem.evidence.ProcedureVersion.ProcedureStep;
import mx.gob.edomex.catgem.export.FlowChart;
import mx.gob.edomex.catgem.export.PdfSheet;
import mx.gob.edomex.catgem.shared.CentreMode;
import mx.gob.edomex.catgem.shared.Language;

/**
 * The <i>Manual de Procedimientos</i> in its official layout: purpose, scope, references, responsibilities, definitions,
 * steps with who does them and what records them, flow diagram, signatures and history. An official paper, so in Spanish.
 */
final class ManualPaper {

    private static final Locale SPANISH = Language.ES.locale();

    private final ResourceBundle texts = ManualTerms.texts(SPANISH);
    private final CentreMode mode;
    private final ZoneId zone;
    private final Instant now;
    private final String mark;

    /** @param mark across each page; empty for none */
    ManualPaper(CentreMode mode, ZoneId zone, Instant now, String mark) {
        this.mark = mark;
        this.mode = mode;
        this.zone = zone;
        this.now = now;
    }

    /**
     * One version to be printed.
     *
     * @param history every version of the procedure that was ever signed or shipped, the newest first
     */
    record Printed(VersionCard version, ProcedureText text, String hash, List<VersionCard> history) {}

    /** One procedure, or with a cover the whole manual. */
    byte[] print(List<Printed> all) {
        boolean whole = all.size() > 1;
        String title = whole
                ? say("paper.manual")
                : say("paper.manual") + " " + all.get(0).version().procedure();
        try (PdfSheet sheet = new PdfSheet(title, SPANISH, now).watermark(mark)) {
            if (whole) {
                cover(sheet, all);
            }
            all.forEach(one -> procedure(sheet, one));
            return sheet.finish(say("paper.mode." + mode) + " · " + minute(now), say("paper.page"));
        }
    }

    private void cover(PdfSheet sheet, List<Printed> all) {
        sheet.paragraph(say("paper.government") + " · " + say("paper.centre"))
                .heading(say("paper.manual"))
                .paragraph(say("paper.printed", minute(now)))
                .section(say("paper.contents"))
                .table(
                        List.of(
                                say("paper.col.code"),
                                say("paper.procedure"),
                                say("paper.col.version"),
                                say("paper.col.from"),
                                say("paper.col.state")),
                        all.stream()
                                .map(one -> List.of(
                                        one.version().procedure(),
                                        one.version().nameEs(),
                                        Integer.toString(one.version().number()),
                                        day(one.version().inForceFrom()),
                                        state(one.version())))
                                .toList(),
                        10,
                        46,
                        10,
                        16,
                        18);
    }

    private void procedure(PdfSheet sheet, Printed one) {
        VersionCard version = one.version();
        sheet.running(
                List.of(
                        say("paper.government"),
                        say("paper.centre"),
                        say("paper.manual") + (mark(version).isEmpty() ? "" : " · " + mark(version)),
                        say("paper.procedure") + ": " + version.nameEs()),
                List.of(
                        say("paper.edition", Integer.toString(version.number())),
                        say("paper.date", day(version.inForceFrom())),
                        say("paper.code", version.procedure(), Integer.toString(version.number())),
                        say("paper.state", state(version))),
                mark(version));
        sheet.heading(version.nameEs());
        if (version.proposal() && version.prepared() == null) {
            sheet.strong(say("paper.proposal"));
        }
        for (String section : ProcedureText.SECTIONS) {
            sheet.section(say("paper.section." + section))
                    .paragraph(one.text().sections().getOrDefault(section, ""));
        }
        steps(sheet, one.text());
        exits(sheet, one.text());
        sheet.flow(chart(one.text()));
        sheet.paragraph(say("paper.flow.what"));
        signatures(sheet, version);
        history(sheet, one);
    }

    private void steps(PdfSheet sheet, ProcedureText text) {
        sheet.section(say("paper.steps"))
                .table(
                        List.of(
                                say("paper.col.code"),
                                say("paper.col.role"),
                                say("paper.col.what"),
                                say("paper.col.record"),
                                say("paper.col.demands")),
                        text.steps().stream()
                                .map(step -> List.of(
                                        step.code(),
                                        term("role", step.role()),
                                        step.nameEs(),
                                        step.evidence() == null ? "" : term("evidence", step.evidence()),
                                        String.join("\n", demands(text, step))))
                                .toList(),
                        11,
                        17,
                        30,
                        19,
                        27);
    }

    private List<String> demands(ProcedureText text, ProcedureStep step) {
        List<String> demands = new ArrayList<>();
        demands.add(
                step.mandatory()
                        ? say("paper.mandatory")
                        : step.mandatoryFor() == null
                                ? say("paper.optional")
                                : say("paper.onlyFor", term("outcome", step.mandatoryFor())));
        if (step.limitSeconds() != null) {
            demands.add(say("paper.limit", step.limitSeconds().toString()));
        }
        if (step.repeats()) {
            demands.add(say("paper.repeats"));
        }
        if (step.declarable()) {
            demands.add(say("paper.declarable"));
        }
        List<String> before = text.before(step.code());
        if (!before.isEmpty()) {
            demands.add(say("paper.after", String.join(", ", before)));
        }
        return demands;
    }

    private void exits(PdfSheet sheet, ProcedureText text) {
        sheet.section(say("paper.order"));
        if (text.earlyExits().isEmpty()) {
            sheet.paragraph(say("paper.order.none"));
            return;
        }
        Map<String, List<String>> exits = new TreeMap<>();
        text.earlyExits().forEach((outcome, owed) -> exits.put(term("outcome", outcome), owed));
        sheet.paragraph(say("paper.order.what"))
                .table(
                        List.of(say("paper.col.outcome"), say("paper.col.owed")),
                        exits.entrySet().stream()
                                .map(exit -> List.of(exit.getKey(), String.join(", ", exit.getValue())))
                                .toList(),
                        30,
                        70);
    }

    private FlowChart chart(ProcedureText text) {
        List<String> roles =
                text.steps().stream().map(ProcedureStep::role).distinct().toList();
        List<String> codes = text.steps().stream().map(ProcedureStep::code).toList();
        return new FlowChart(
                roles.stream().map(role -> term("role", role)).toList(),
                text.steps().stream()
                        .map(step -> new FlowChart.Step(
                                roles.indexOf(step.role()),
                                step.code() + "  " + step.nameEs(),
                                notes(step),
                                !step.mandatory()))
                        .toList(),
                text.precedences().stream()
                        .map(one -> new FlowChart.Link(codes.indexOf(one.before()), codes.indexOf(one.after())))
                        .filter(link -> link.before() >= 0 && link.after() >= 0)
                        .toList(),
                say("paper.flow.start"),
                say("paper.flow.end"),
                say("paper.flow"));
    }

    private List<String> notes(ProcedureStep step) {
        List<String> notes = new ArrayList<>();
        if (step.mandatoryFor() != null) {
            notes.add(say("paper.onlyFor", term("outcome", step.mandatoryFor())));
        }
        if (step.limitSeconds() != null) {
            notes.add(say("paper.limit", step.limitSeconds().toString()));
        }
        if (step.repeats()) {
            notes.add(say("paper.repeats"));
        }
        return notes;
    }

    private void signatures(PdfSheet sheet, VersionCard version) {
        sheet.section(say("paper.validation"))
                .table(
                        List.of(say("paper.col.act"), say("paper.col.person"), say("paper.col.when")),
                        List.of(
                                signature("prepared", version.prepared()),
                                signature("reviewed", version.reviewed()),
                                signature("authorised", version.authorised())),
                        20,
                        50,
                        30);
    }

    private List<String> signature(String act, Signature signature) {
        return signature == null
                ? List.of(say("paper.act." + act), say("paper.nobody"), "–")
                : List.of(
                        say("paper.act." + act),
                        signature.name() + " (" + signature.staff() + ")",
                        minute(signature.at()));
    }

    private void history(PdfSheet sheet, Printed one) {
        sheet.section(say("paper.updates"))
                .table(
                        List.of(
                                say("paper.col.version"),
                                say("paper.col.from"),
                                say("paper.col.state"),
                                say("paper.col.reason")),
                        one.history().stream()
                                .map(version -> List.of(
                                        Integer.toString(version.number()),
                                        day(version.inForceFrom()),
                                        state(version),
                                        version.reason().isEmpty() ? say("paper.first") : version.reason()))
                                .toList(),
                        10,
                        17,
                        18,
                        55);
        sheet.strong(one.hash().isEmpty() ? say("paper.hash.none") : say("paper.hash", one.hash()));
        if (!one.hash().isEmpty()) {
            sheet.paragraph(say(one.version().prepared() == null ? "paper.hash.shipped" : "paper.hash.whole"));
        }
        sheet.paragraph(say("paper.printed", minute(now)));
    }

    private String state(VersionCard version) {
        String state = say("paper.state." + version.state());
        return isProposal(version) ? say("paper.state.proposal") + " · " + state.toLowerCase(SPANISH) : state;
    }

    /** What everybody must see on each page of what is not the authorised text in force. */
    private String mark(VersionCard version) {
        String own = "paper.mark." + version.state();
        return texts.containsKey(own) ? texts.getString(own) : isProposal(version) ? say("paper.mark.proposal") : "";
    }

    private static boolean isProposal(VersionCard version) {
        return version.proposal()
                && (version.state() == VersionState.IN_FORCE || version.state() == VersionState.IN_REVIEW);
    }

    private String term(String kind, String code) {
        return ManualTerms.of(kind, code, SPANISH);
    }

    private String say(String key, String... values) {
        String pattern = texts.getString(key);
        return values.length == 0 ? pattern : MessageFormat.format(pattern.replace("'", "''"), (Object[]) values);
    }

    private String day(Instant at) {
        return at == null ? "–" : format(at, "dd/MM/yyyy");
    }

    private String minute(Instant at) {
        return format(at, "dd/MM/yyyy HH:mm");
    }

    private String format(Instant at, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(at.atZone(zone));
    }
}
