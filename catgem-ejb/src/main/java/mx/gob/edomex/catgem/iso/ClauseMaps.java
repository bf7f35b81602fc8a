package mx.gob.edomex.catgem.iso;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mx.gob.edomex.catgem.export.Export;
import mx.gob.edomex.catgem.export.Export.Fact;
import mx.gob.edomex.catgem.export.Export.Table;
import mx.gob.edomex.catgem.iso.ClauseMap.Clause;
import mx.gob.edomex.catgem.iso.ClauseMap.Edition;
import mx.gob.edomex.catgem.iso.ClauseMap.Evidence;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.shared.Sql;

/** The maps of clauses: which are answered by what, and how the records stand at this moment. */
@Stateless
@RolesAllowed({Roles.AUDITOR, Roles.SUPERVISOR, Roles.DIRECTION})
public class ClauseMaps {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    EvidenceReading reading;

    @Inject
    Installation installation;

    @Inject
    Clock clock;

    private record Limits(int green, int amber) {}

    /** The newest first. */
    public List<Edition> editions(Language language) {
        return Sql.on(entities, "select code, name_es, name_en from clause_edition order by ordinal desc")
                .list(row -> new Edition(row.text("code"), row.text(language == Language.EN ? "name_en" : "name_es")));
    }

    /** Empty when there is no such edition. */
    public Optional<ClauseMap> of(String edition, Language language) {
        return editions(language).stream()
                .filter(one -> one.code().equals(edition))
                .findFirst()
                .map(one -> map(one, language));
    }

    private ClauseMap map(Edition edition, Language language) {
        LocalDate today = LocalDay.of(clock.instant(), installation.timeZone()).date();
        Map<EvidenceSource, Limits> limits = new EnumMap<>(EvidenceSource.class);
        Sql.on(entities, "select code, green, amber from evidence_source")
                .each(row -> limits.put(
                        row.constant("code", EvidenceSource.class),
                        new Limits(row.number("green"), row.number("amber"))));
        Map<EvidenceSource, Evidence> read = new EnumMap<>(EvidenceSource.class);
        Map<String, Clause> clauses = new LinkedHashMap<>();
        Sql.on(
                        entities,
                        """
                        select c.number, c.words_es, c.words_en, e.source
                        from clause c left join clause_evidence e on e.edition = c.edition and e.number = c.number
                        where c.edition = :edition order by c.ordinal, e.source
                        """)
                .set("edition", edition.code())
                .list(row -> {
                    Clause clause = clauses.computeIfAbsent(
                            row.text("number"),
                            number -> new Clause(
                                    number,
                                    row.text(language == Language.EN ? "words_en" : "words_es"),
                                    new ArrayList<>()));
                    EvidenceSource source = row.constant("source", EvidenceSource.class);
                    if (source != null) {
                        clause.evidence()
                                .add(read.computeIfAbsent(source, one -> evidence(one, limits.get(one), today)));
                    }
                    return clause;
                });
        return new ClauseMap(edition, today, List.copyOf(clauses.values()));
    }

    private Evidence evidence(EvidenceSource source, Limits limits, LocalDate today) {
        EvidenceFigures figures = reading.of(source, today);
        return new Evidence(source, source.rule().of(figures, limits.green(), limits.amber(), today), figures);
    }

    /** The map as a file: a row for each clause and what answers it. */
    public static Export export(ClauseMap map, Language language) {
        IsoWords words = IsoWords.in(language);
        List<List<Object>> rows = new ArrayList<>();
        for (Clause clause : map.clauses()) {
            for (Evidence evidence : clause.evidence()) {
                rows.add(List.of(
                        clause.number(),
                        clause.words(),
                        words.of("light", clause.light()),
                        words.of("source", evidence.source()),
                        words.of("light", evidence.light()),
                        words.figures(evidence)));
            }
        }
        return new Export(
                "CLAUSE_MAP",
                words.text("clauses.title", map.edition().name()),
                language,
                List.of(
                        new Fact(words.text("fact.day"), map.day()),
                        new Fact(words.text("fact.words"), words.text("fact.words.own")),
                        new Fact(words.text("fact.formulas"), IsoReports.FORMULAS),
                        new Fact("n", map.clauses().size())),
                Map.of("edition", map.edition().code(), "day", map.day().toString()),
                List.of(Table.of(words.text("clauses.table"), IsoReports.columns(words, "clauses.columns"), rows)));
    }
}
