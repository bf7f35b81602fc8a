package mx.gob.edomex.catgem.iso;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import mx.gob.edomex.catgem.contact.ToldContacts;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.ProcedureCatalogue;
import mx.gob.edomex.catgem.evidence.ProcedureVersions;
import mx.gob.edomex.catgem.evidence.log.LogStanding;
import mx.gob.edomex.catgem.export.Export;
import mx.gob.edomex.catgem.knowledge.EntryHistory;
import mx.gob.edomex.catgem.knowledge.EntryReviews;
import mx.gob.edomex.catgem.manual.ProcedureManual;
import mx.gob.edomex.catgem.manual.VersionRows;
import mx.gob.edomex.catgem.quality.ConformityReports;
import mx.gob.edomex.catgem.report.Figures;
import mx.gob.edomex.catgem.report.Objectives;
import mx.gob.edomex.catgem.review.ReviewQueries;
import mx.gob.edomex.catgem.review.ReviewRows;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.MovingClock;
import mx.gob.edomex.catgem.shared.TestPersistence;
import mx.gob.edomex.catgem.training.TrainedPeople;
import mx.gob.edomex.catgem.training.TrainingQueries;
import mx.gob.edomex.catgem.training.TrainingRows;

/** The reports and the maps on a try-out's database, asked for by its auditor. */
final class IsoFixture {

    private static final ZoneId ZONE = ZoneId.of("America/Mexico_City");

    final MovingClock clock = new MovingClock(Instant.now());
    final LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
    final MasterList masterList;
    final Agencies agencies;
    final IsoReports reports;
    final ClauseMaps maps;

    private final TestPersistence persistence;

    IsoFixture(TestPersistence persistence) {
        this.persistence = persistence;
        CurrentStaff auditor = new CurrentStaff() {
            @Override
            public String username() {
                return "auditora";
            }

            @Override
            public boolean has(String role) {
                return role.equals("auditor");
            }
        };
        Installation installation = persistence.wire(new Installation());
        EventLedger ledger = persistence.wire(new EventLedger(), clock);
        ProcedureCatalogue catalogue = persistence.wire(new ProcedureCatalogue());
        ProcedureManual manual = persistence.wire(
                new ProcedureManual(),
                persistence.wire(new VersionRows(), catalogue),
                persistence.wire(new ProcedureVersions(), catalogue));
        Figures figures = persistence.wire(new Figures(), installation, auditor, clock);
        Objectives objectives = persistence.wire(new Objectives(), figures, ledger, auditor, clock);
        EntryHistory entries = persistence.wire(new EntryHistory());
        EntryReviews reviews = persistence.wire(new EntryReviews(), entries, installation, clock);
        masterList = persistence.wire(new MasterList(), manual);
        agencies = persistence.wire(new Agencies(), entries, reviews, installation);
        reports = persistence.wire(
                new IsoReports(),
                masterList,
                agencies,
                objectives,
                persistence.wire(
                        new ReviewQueries(), persistence.wire(new ReviewRows(), ledger, auditor, installation, clock)),
                entries,
                persistence.wire(new ToldContacts(), auditor),
                installation);
        EvidenceReading reading = persistence.wire(
                new EvidenceReading(),
                manual,
                persistence.wire(new LogStanding(), clock),
                objectives,
                figures,
                persistence.wire(
                        new TrainingQueries(),
                        persistence.wire(new TrainedPeople(), installation),
                        persistence.wire(new TrainingRows(), ledger, auditor, installation, clock)),
                persistence.wire(new ConformityReports(), installation, auditor),
                entries,
                reviews,
                installation);
        maps = persistence.wire(new ClauseMaps(), reading, installation, clock);
    }

    <T> T does(Callable<T> work) {
        return persistence.inTransaction(work);
    }

    /** Written as by somebody who owns the database: triggers and references do not stop it. */
    void write(String sql) {
        try {
            persistence.database().execute("set session_replication_role = replica; " + sql);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String value(String sql, Object... parameters) {
        try {
            return persistence.database().value(sql, parameters);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<List<?>> rows(Export export, int table) {
        List<List<?>> rows = new ArrayList<>();
        export.tables().get(table).rows().each(rows::add);
        return rows;
    }

    static Object fact(Export export, String name) {
        return export.facts().stream()
                .filter(one -> one.name().equals(name))
                .map(Export.Fact::value)
                .findFirst()
                .orElse(null);
    }
}
