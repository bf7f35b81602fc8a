package mx.gob.edomex.catgem.administration;

import java.util.Set;
import mx.gob.edomex.catgem.channel.EntryPoints;
import mx.gob.edomex.catgem.contact.CentreFixture;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.security.AccountStandings;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.SignInGuard;
import mx.gob.edomex.catgem.security.TryoutAccounts;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.TestPersistence;

/** The administration's services on a database, for the caller that a test names; each thread may have its own. */
final class AdministrationFixture {

    /** Who calls. */
    private record Caller(String username, Set<String> roles) {}

    final AccountQueries accounts;
    final AccountService service;
    final AccountStandings standings;
    final CatalogueRows rows;
    final CatalogueRules rules;
    final CatalogueService catalogues;
    final Changes changes;
    final SkillMatrix matrix;
    final HoursService hours;
    final LimitService limits;

    private final TestPersistence persistence;
    private final CentreFixture centre;
    private final EventLedger ledger;
    private final ThreadLocal<Caller> caller =
            ThreadLocal.withInitial(() -> new Caller("supervisora", Set.of("supervisor")));

    private final CurrentStaff staff = new CurrentStaff() {
        @Override
        public String username() {
            return caller.get().username();
        }

        @Override
        public boolean has(String role) {
            return caller.get().roles().contains(role);
        }
    };

    private final Signals signals = new Signals(null) {
        @Override
        public void toDesk(String username, DeskSignal.Kind kind, ContactId contact) {}

        @Override
        public void toAll(DeskSignal.Kind kind, ContactId contact) {}
    };

    AdministrationFixture(TestPersistence persistence, CentreFixture centre) {
        this.persistence = persistence;
        this.centre = centre;
        ledger = persistence.wire(new EventLedger(), centre.time);
        accounts = persistence.wire(new AccountQueries());
        standings = persistence.wire(new AccountStandings());
        service = persistence.wire(
                new AccountService(),
                accounts,
                persistence.wire(new TryoutAccounts(), persistence.wire(new Installation())),
                centre.endings,
                centre.capacity,
                staff,
                ledger,
                signals,
                centre.time);
        rows = persistence.wire(new CatalogueRows());
        rules = persistence.wire(new CatalogueRules(), accounts);
        catalogues = persistence.wire(new CatalogueService(), rows, rules, staff, ledger, signals, centre.time);
        changes = persistence.wire(new Changes());
        matrix = persistence.wire(new SkillMatrix(), staff, ledger, centre.time);
        AdministrationLog log = persistence.wire(new AdministrationLog(), ledger, staff, signals, centre.time);
        Installation installation = persistence.wire(new Installation());
        EntryPoints entryPoints = persistence.wire(new EntryPoints(), installation, centre.time);
        hours = persistence.wire(new HoursService(), entryPoints, installation, log, centre.time);
        limits = persistence.wire(new LimitService(), log);
    }

    OwnPassword ownPassword(SignInGuard guard) {
        return persistence.wire(new OwnPassword(), guard, staff, ledger, signals, centre.time);
    }

    DeadLetterBox deadLetters(Broker broker) {
        return persistence.wire(new DeadLetterBox(), broker, ledger, staff, centre.time);
    }

    void is(String username, String... roles) {
        caller.set(new Caller(username, Set.of(roles)));
    }

    /** How many changes are on record. */
    String count() {
        return centre.text("select cast(count(*) as text) from event where left(code, 6) = 'ADMIN_'");
    }

    /** Everything the ledger says of what happened last. */
    String lastEvent() {
        return centre.text("select code || ' ' || staff || ' ' || coalesce(cast(refs as text), '') from event "
                + "where left(code, 6) = 'ADMIN_' order by id desc limit 1");
    }
}
