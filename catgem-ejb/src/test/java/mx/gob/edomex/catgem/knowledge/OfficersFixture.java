package mx.gob.edomex.catgem.knowledge;

import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import mx.gob.edomex.catgem.evidence.AuditorLooks;
import mx.gob.edomex.catgem.evidence.Checklist;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.StepRecorder;
import mx.gob.edomex.catgem.knowledge.EntryUpdates.Saved;
import mx.gob.edomex.catgem.knowledge.EntryUpdates.Validation;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.EncryptedPersonalData;
import mx.gob.edomex.catgem.security.MasterKey;
import mx.gob.edomex.catgem.security.PasswordConfirmation;
import mx.gob.edomex.catgem.security.PasswordNotConfirmed;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.MovingClock;
import mx.gob.edomex.catgem.shared.SignalRaised;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.TestPersistence;

/** The officers' services on a real database with the try-out's people and entries; each call is one transaction. */
final class OfficersFixture {

    static final String AURELIA = "informacion1";
    static final String AMPARO = "informacion2";
    static final String RAQUEL = "informacion3";
    static final byte[] GAZETTE = "%PDF-1.7 Gaceta del Gobierno".getBytes(StandardCharsets.UTF_8);

    final MovingClock time = new MovingClock(Instant.parse("2026-11-20T16:00:00Z"));
    final List<SignalRaised> signals = new ArrayList<>();
    final EntryUpdates updates;
    final SupportingDocuments documents;
    final Publication publication;
    final UpdateQueries queries;
    final OfficerTasks tasks;
    final KnowledgeService knowledge;
    final WorkLogService log;
    final DaySheets sheets;
    final EntryReviews reviews;
    final EntryHistory history;
    final EncryptedPersonalData personalData;
    final EventLedger ledger;
    final CurrentStaff staff;

    private final TestPersistence persistence;
    private String caller = AURELIA;

    OfficersFixture(TestPersistence persistence) {
        this.persistence = persistence;
        staff = new CurrentStaff() {
            @Override
            public String username() {
                return caller;
            }

            @Override
            public boolean has(String role) {
                return "auditora".equals(caller) && "auditor".equals(role);
            }
        };
        Signals raised = new Signals(event());
        ledger = persistence.wire(new EventLedger(), time);
        StepRecorder steps = persistence.wire(new StepRecorder(), time);
        personalData = persistence.wire(new EncryptedPersonalData(), masterKey());
        UpdateRows rows = persistence.wire(new UpdateRows());
        WorkLog writing = persistence.wire(new WorkLog(), steps, staff, time);
        TaskRows taskRows = persistence.wire(new TaskRows(), ledger, staff, raised);
        Installation installation = persistence.wire(new Installation());
        updates = persistence.wire(new EntryUpdates(), rows, steps, writing, staff, installation, raised, time);
        AuditorLooks looks = persistence.wire(new AuditorLooks(), ledger, staff, time);
        documents = persistence.wire(
                new SupportingDocuments(), rows, personalData, steps, writing, looks, staff, raised, time);
        publication = persistence.wire(
                new Publication(),
                rows,
                persistence.wire(new PublishedVersions(), rows),
                taskRows,
                persistence.wire(new RefusedActs(), steps, time),
                steps,
                writing,
                staff,
                raised,
                time);
        queries = persistence.wire(
                new UpdateQueries(), rows, persistence.wire(new Checklist()), steps, personalData, staff);
        tasks = persistence.wire(
                new OfficerTasks(), updates, taskRows, personalData, steps, writing, staff, raised, time);
        log = persistence.wire(new WorkLogService(), staff, time);
        PasswordConfirmation confirmation = new PasswordConfirmation() {
            @Override
            public void confirm(String password, String address) {
                if (!"catgem-demo".equals(password)) {
                    throw new PasswordNotConfirmed();
                }
            }
        };
        sheets = persistence.wire(new DaySheets(), looks, log, confirmation, installation, ledger, staff, time);
        history = persistence.wire(new EntryHistory());
        reviews = persistence.wire(new EntryReviews(), history, ledger, writing, installation, staff, raised, time);
        knowledge = persistence.wire(new KnowledgeService());
    }

    OfficersFixture as(String username) {
        caller = username;
        return this;
    }

    <T> T does(Callable<T> work) {
        return persistence.inTransaction(work);
    }

    void run(Runnable work) {
        persistence.inTransaction(work::run);
    }

    UpdateId aChange(String entryCode) {
        return does(() -> updates.open(entryCode, UpdateKind.CHANGE));
    }

    void withDocument(UpdateId update) {
        run(() -> documents.register(update, "gaceta.pdf", GAZETTE, "Gaceta 104, 20 de noviembre"));
    }

    void validated(UpdateId update) {
        run(() -> updates.validateSource(update, Validation.OFFICIAL_GAZETTE));
    }

    UpdateCard card(UpdateId update) {
        return does(() -> queries.card(update, Language.ES));
    }

    EntryText text(UpdateId update) {
        return card(update).text();
    }

    Saved writes(UpdateId update, int basedOn, EntryText text) {
        return does(() -> updates.save(update, basedOn, text));
    }

    /** A change of the summary, handed in by the current officer. */
    UpdateId handedIn(String entryCode, String summary) {
        UpdateId update = aChange(entryCode);
        withDocument(update);
        validated(update);
        writes(update, card(update).head(), text(update).with(EntryField.SUMMARY_ES, summary));
        run(() -> updates.submit(update));
        return update;
    }

    void publishes(UpdateId update) {
        int head = card(update).head();
        run(() -> publication.publish(update, head));
    }

    static EntryText text(Map<EntryField, String> fields) {
        return new EntryText(fields);
    }

    private Event<SignalRaised> event() {
        return cast(Proxy.newProxyInstance(
                Event.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
                    signals.add((SignalRaised) arguments[0]);
                    return null;
                }));
    }

    private static MasterKey masterKey() {
        try {
            Path file = Files.createTempFile("catgem", ".key");
            Files.writeString(file, Base64.getEncoder().encodeToString(new byte[32]));
            file.toFile().deleteOnExit();
            System.setProperty(MasterKey.FILE, file.toString());
            return new MasterKey();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T> T cast(Object value) {
        return (T) value;
    }
}
