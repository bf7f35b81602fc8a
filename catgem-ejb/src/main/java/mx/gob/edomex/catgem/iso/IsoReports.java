package mx.gob.edomex.catgem.iso;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.contact.ToldContacts;
import mx.gob.edomex.catgem.contact.ToldContacts.Told;
import mx.gob.edomex.catgem.export.Export;
import mx.gob.edomex.catgem.export.Export.Fact;
import mx.gob.edomex.catgem.export.Export.Table;
import mx.gob.edomex.catgem.iso.Reference.Kind;
import mx.gob.edomex.catgem.knowledge.EntryHistory;
import mx.gob.edomex.catgem.knowledge.EntryHistory.VersionLine;
import mx.gob.edomex.catgem.report.Measure;
import mx.gob.edomex.catgem.report.MeasureWords;
import mx.gob.edomex.catgem.report.Objectives;
import mx.gob.edomex.catgem.report.Objectives.Standing;
import mx.gob.edomex.catgem.report.WilsonInterval;
import mx.gob.edomex.catgem.report.Window;
import mx.gob.edomex.catgem.review.ReviewCard;
import mx.gob.edomex.catgem.review.ReviewId;
import mx.gob.edomex.catgem.review.ReviewLine;
import mx.gob.edomex.catgem.review.ReviewQueries;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Language;

/**
 * The reports as tables, for the page and for files alike. ISO-02 is an evidence bundle and ISO-03 the conformity report;
 * those have services of their own.
 */
@Stateless
@RolesAllowed({Roles.AUDITOR, Roles.SUPERVISOR, Roles.DIRECTION})
public class IsoReports {

    /** Goes up whenever what a figure of these reports is counted over, or how, is another than before. */
    public static final String FORMULAS = "1";

    /** Contacts of one version; the page of the version has them all. */
    private static final int MOST = 10_000;

    @Inject
    MasterList masterList;

    @Inject
    Agencies agencies;

    @Inject
    Objectives objectives;

    @Inject
    ReviewQueries reviews;

    @Inject
    EntryHistory entries;

    @Inject
    ToldContacts told;

    @Inject
    Installation installation;

    /** ISO-01: which version of which document was in force at the moment. */
    public Export masterList(Instant at, Language language) {
        IsoWords words = IsoWords.in(language);
        List<Document> documents = masterList.at(at, language);
        return export(
                IsoReport.ISO_01,
                words,
                List.of(new Fact(words.text("fact.moment"), at)),
                documents.size(),
                Map.of("at", at.toString()),
                Table.of(
                        words.text("documents"),
                        columns(words, "documents.columns"),
                        documents.stream().map(one -> cells(one, words)).toList()));
    }

    private static List<Object> cells(Document document, IsoWords words) {
        String name = document.name() == null ? words.of("document", document.kind()) : document.name();
        Object code = document.code().isEmpty() ? words.of("document.code", document.kind()) : document.code();
        Object first =
                switch (document.kind()) {
                    case PROCEDURE ->
                        new Reference(Kind.PROCEDURE, document.id().toString(), document.code());
                    case KNOWLEDGE -> new Reference(Kind.ENTRY, "", code.toString());
                    case ROUTING_RULES -> new Reference(Kind.ROUTING, "", code.toString());
                    case PRIVACY_NOTICE, SURVEY -> code;
                };
        return Arrays.asList(
                first,
                name,
                document.version(),
                document.since(),
                document.until(),
                words.of("standing", document.proposal() ? "PROPOSAL" : "SIGNED." + document.kind()),
                document.prepared(),
                document.reviewed(),
                document.authorised(),
                document.earlier(),
                document.sha256());
    }

    /** ISO-04: the three objectives in whole local days, the last included. */
    public Export objectives(LocalDate from, LocalDate to, Language language) {
        IsoWords words = IsoWords.in(language);
        MeasureWords measures = MeasureWords.in(language);
        List<Standing> standings = objectives.standings(Window.days(from, to, installation.timeZone()));
        List<Fact> facts = new ArrayList<>(period(from, to, words));
        standings.forEach(one -> facts.add(new Fact(name(one, measures), formula(one, measures))));
        return export(
                IsoReport.ISO_04,
                words,
                facts,
                standings.stream().mapToLong(Standing::n).sum(),
                refs(from, to),
                Table.of(
                        words.text("objectives"),
                        columns(words, "objectives.columns"),
                        standings.stream()
                                .map(one -> cells(one, measures, words))
                                .toList()));
    }

    private static String name(Standing standing, MeasureWords measures) {
        String measure = standing.objective().measure();
        return measure.equals("UPDATES") ? measures.text("updates.name") : measures.name(Measure.valueOf(measure));
    }

    private static String formula(Standing standing, MeasureWords measures) {
        String measure = standing.objective().measure();
        return measure.equals("UPDATES")
                ? measures.text("updates.formula")
                : measures.formula(Measure.valueOf(measure));
    }

    private static List<Object> cells(Standing standing, MeasureWords measures, IsoWords words) {
        WilsonInterval interval = standing.interval();
        return Arrays.asList(
                name(standing, measures),
                standing.shown(),
                standing.hits(),
                standing.n(),
                interval == null ? null : percent(interval.low()),
                interval == null ? null : percent(interval.high()),
                percent(standing.objective().target()),
                words.of("reached", standing.reached() == null ? "NONE" : standing.reached()),
                standing.objective().ownerName());
    }

    /** To one decimal. */
    private static Double percent(double share) {
        return Math.round(share * 1000) / 10.0;
    }

    /** ISO-05: reports of wrong information of the period, everything else as of now. */
    public Export agencies(LocalDate from, LocalDate to, Language language) {
        IsoWords words = IsoWords.in(language);
        List<AgencyLine> lines = agencies.all(from, to, language);
        return export(
                IsoReport.ISO_05,
                words,
                period(from, to, words),
                lines.size(),
                refs(from, to),
                Table.of(
                        words.text("agencies"),
                        columns(words, "agencies.columns"),
                        lines.stream()
                                .map(line -> Arrays.<Object>asList(
                                        line.code(),
                                        line.name(),
                                        words.of("level", line.level()),
                                        line.agreementUntil() == null
                                                ? words.text("agreement.none")
                                                : line.agreementUntil(),
                                        line.entries(),
                                        line.overdue(),
                                        line.expired(),
                                        line.oldest(),
                                        line.reported(),
                                        line.right(),
                                        line.waiting()))
                                .toList()));
    }

    /** ISO-06, forth: who was told which version of an entry, masked; a code that is none has no versions. */
    @RolesAllowed({Roles.AUDITOR, Roles.SUPERVISOR})
    public Export told(String entry, Language language) {
        IsoWords words = IsoWords.in(language);
        List<VersionLine> versions = entries.versions(entry);
        List<List<Object>> lines = new ArrayList<>();
        List<List<Object>> contacts = new ArrayList<>();
        for (VersionLine version : versions) {
            List<Told> found = told.of(version.id(), MOST);
            lines.add(Arrays.asList(
                    new Reference(Kind.ENTRY, entry, version.id().toString(), label(version)),
                    version.title(),
                    words.of("status", version.status()),
                    version.publishedAt(),
                    version.author(),
                    version.reviewer(),
                    told.count(version.id())));
            found.forEach(one -> contacts.add(Arrays.asList(
                    new Reference(Kind.FOLIO, one.folio(), one.folio()),
                    label(version),
                    words.of("channel", one.channel()),
                    one.toldAt(),
                    one.deliveredAt(),
                    one.advisor())));
        }
        return export(
                IsoReport.ISO_06,
                words,
                List.of(new Fact(words.text("fact.entry"), entry)),
                contacts.size(),
                Map.of("entry", entry),
                Table.of(words.text("versions"), columns(words, "versions.columns"), lines),
                Table.of(words.text("contacts"), columns(words, "contacts.columns"), contacts));
    }

    private static String label(VersionLine version) {
        return "v" + version.number() + " " + version.language();
    }

    /** ISO-06, back: what a contact's answers stood on. */
    @RolesAllowed({Roles.AUDITOR, Roles.SUPERVISOR})
    public Export toldIn(Folio folio, Language language) {
        IsoWords words = IsoWords.in(language);
        List<ToldContacts.Consulted> found = told.consultedIn(folio);
        return export(
                IsoReport.ISO_06,
                words,
                List.of(new Fact(words.text("fact.folio"), folio.value())),
                found.size(),
                Map.of("folio", folio.value()),
                Table.of(
                        words.text("consulted"),
                        columns(words, "consulted.columns"),
                        found.stream()
                                .map(one -> Arrays.<Object>asList(
                                        new Reference(
                                                Kind.ENTRY,
                                                one.entry(),
                                                one.version().toString(),
                                                one.entry()),
                                        "v" + one.number() + " " + one.language(),
                                        one.title(),
                                        one.publishedAt(),
                                        words.of("status", one.status()),
                                        one.at(),
                                        one.advisor()))
                                .toList()));
    }

    /** ISO-07: reviews held in the period, with the hash of their inputs and what was decided. */
    public Export reviews(LocalDate from, LocalDate to, Language language) {
        IsoWords words = IsoWords.in(language);
        List<ReviewLine> held = reviews.all().stream()
                .filter(one -> !one.heldOn().isBefore(from) && !one.heldOn().isAfter(to))
                .toList();
        List<List<Object>> lines = new ArrayList<>();
        List<List<Object>> decisions = new ArrayList<>();
        for (ReviewLine line : held) {
            ReviewCard card = reviews.card(new ReviewId(line.id()));
            lines.add(Arrays.asList(
                    new Reference(Kind.REVIEW, line.id().toString(), line.number()),
                    line.heldOn(),
                    line.from(),
                    line.to(),
                    words.of("review", line.state()),
                    line.decisions(),
                    line.open(),
                    line.overdue(),
                    card.hash()));
            card.decisions()
                    .forEach(one -> decisions.add(Arrays.asList(
                            one.number(),
                            one.what(),
                            one.ownerName(),
                            one.dueOn(),
                            words.of("decision", one.doneAt() != null ? "DONE" : one.overdue() ? "OVERDUE" : "OPEN"),
                            one.doneAt(),
                            one.outcome())));
        }
        return export(
                IsoReport.ISO_07,
                words,
                period(from, to, words),
                held.size(),
                refs(from, to),
                Table.of(words.text("reviews"), columns(words, "reviews.columns"), lines),
                Table.of(words.text("decisions"), columns(words, "decisions.columns"), decisions));
    }

    private static Export export(
            IsoReport report, IsoWords words, List<Fact> about, long n, Map<String, String> refs, Table... tables) {
        List<Fact> facts = Stream.concat(about.stream(), formulas(words, n)).toList();
        return new Export(
                report.name(),
                report.code() + " " + words.of("title", report),
                words.language(),
                facts,
                refs,
                List.of(tables));
    }

    /** What every report says of itself beside its period. */
    private static Stream<Fact> formulas(IsoWords words, long n) {
        return Stream.of(new Fact(words.text("fact.formulas"), FORMULAS), new Fact("n", n));
    }

    private static List<Fact> period(LocalDate from, LocalDate to, IsoWords words) {
        return List.of(new Fact(words.text("fact.period"), from + " – " + to));
    }

    private static Map<String, String> refs(LocalDate from, LocalDate to) {
        return Map.of("from", from.toString(), "to", to.toString());
    }

    static List<String> columns(IsoWords words, String key) {
        return List.of(words.text(key).split(";", -1));
    }
}
