package mx.gob.edomex.catgem.administration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import mx.gob.edomex.catgem.contact.Endings;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Passwords;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.security.TryoutAccounts;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.workforce.AdvisorCapacity;

/**
 * Changes accounts. Whoever loses a right loses the sessions that have it, on every node within seconds; whoever loses
 * the desk gives the contacts in hand back to the queue with their age.
 */
@Stateless
@RolesAllowed(Roles.SUPERVISOR)
public class AccountService {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    AccountQueries accounts;

    @Inject
    Endings endings;

    @Inject
    AdvisorCapacity capacity;

    @Inject
    TryoutAccounts tryout;

    @Inject
    CurrentStaff staff;

    @Inject
    EventLedger ledger;

    @Inject
    Signals signals;

    @Inject
    Clock clock;

    /** @return the first password; it is stored nowhere but as a hash */
    public Credentials create(String typedName, AccountForm typed) {
        String username = typedName == null ? "" : typedName.strip();
        if (!username.matches("[a-z][a-z0-9.-]{2,31}")) {
            throw new UsernameNotValid();
        }
        if (tryout.refusesName(username)) {
            throw new NameOfATryout();
        }
        AccountForm form = typed.checked();
        freeStaffNumber(username, form.staffNumber());
        Credentials credentials = credentials(username, form.isProgram());
        int created = Sql.on(
                        entities,
                        """
                        insert into app_user (username, staff_number, display_name, password, language, must_change,
                                              credentials_changed_at, valid_from, valid_until)
                        values (:username, :number, :name, :password, :language, :mustChange, now(),
                                cast(cast(:from as text) as date), cast(cast(:until as text) as date))
                        on conflict do nothing
                        """)
                .set("username", username)
                .set("number", form.staffNumber())
                .set("name", form.displayName())
                .set("password", hash(credentials))
                .set("language", form.language())
                .set("mustChange", credentials.oneTime())
                .set("from", text(form.period().from()))
                .set("until", text(form.period().until()))
                .update();
        if (created == 0) {
            throw new AccountExists();
        }
        AccountRows rows = new AccountRows(entities);
        rows.roles(username, form.roles());
        rows.skills(username, form);
        record(
                "ADMIN_ACCOUNT_CREATED",
                differences(
                        username,
                        new AccountForm("", "", form.language(), Set.of(), Set.of(), Set.of(), Set.of()),
                        form));
        return credentials;
    }

    /**
     * @param seen mark of the account as the caller read it
     * @param handBack whether contacts in hand return to the queue when the advisor role goes
     * @throws ChangedMeanwhile when it is no longer as seen
     */
    public void change(String username, String seen, AccountForm typed, boolean handBack) {
        lock();
        AccountCard card = accounts.one(username);
        AccountForm form = typed.checked();
        if (!card.form().mark().equals(seen)) {
            throw new ChangedMeanwhile();
        }
        boolean otherRoles = !card.form().roles().equals(form.roles());
        if (otherRoles) {
            notOneself(username);
            if (!form.roles().contains(Roles.SUPERVISOR)) {
                notTheLast(card);
            }
        }
        freeStaffNumber(username, form.staffNumber());
        Sql.on(
                        entities,
                        """
                        update app_user set staff_number = :number, display_name = :name, language = :language,
                          valid_from = cast(cast(:from as text) as date), valid_until = cast(cast(:until as text) as date)
                        where username = :username
                        """)
                .set("from", text(form.period().from()))
                .set("until", text(form.period().until()))
                .set("number", form.staffNumber())
                .set("name", form.displayName())
                .set("language", form.language())
                .set("username", username)
                .update();
        AccountRows rows = new AccountRows(entities);
        rows.roles(username, form.roles());
        rows.skills(username, form);
        Refs refs = differences(username, card.form(), form);
        if (!refs.isEmpty()) {
            record("ADMIN_ACCOUNT_CHANGED", refs);
        }
        if (otherRoles) {
            endSessions(username);
            if (card.form().isAdvisor() && !form.isAdvisor()) {
                leaveDesk(card, handBack);
            }
        }
        signals.toDesk(username, DeskSignal.Kind.STATE, null);
    }

    /**
     * The account can no longer sign in and its sessions end.
     *
     * @throws HasOpenContacts when there are contacts in hand and they are not to go back to the queue
     */
    public void disable(String username, boolean handBack) {
        lock();
        AccountCard card = accounts.one(username);
        notOneself(username);
        notTheLast(card);
        if (!card.enabled()) {
            throw new ChangedMeanwhile();
        }
        set(username, "enabled = false");
        record(
                "ADMIN_ACCOUNT_DISABLED",
                Refs.of("account", username).with("contacts", Integer.toString(card.openContacts())));
        leaveDesk(card, handBack);
    }

    /** @return a new password: the old one may be why the account was disabled */
    public Credentials enable(String username) {
        lock();
        AccountCard card = accounts.one(username);
        if (card.enabled()) {
            throw new ChangedMeanwhile();
        }
        Credentials credentials = give(card);
        set(username, "enabled = true");
        record("ADMIN_ACCOUNT_ENABLED", Refs.of("account", username));
        return credentials;
    }

    /** Ends the account's sessions. */
    public Credentials resetPassword(String username) {
        lock();
        AccountCard card = accounts.one(username);
        notOneself(username);
        Credentials credentials = give(card);
        record("ADMIN_PASSWORD_RESET", Refs.of("account", username));
        return credentials;
    }

    /** One change of accounts at a time: two supervisors must not remove each other. */
    private void lock() {
        Sql.on(
                        entities,
                        "select username from app_user where username in (select username from user_role where role = :r) for update")
                .set("r", Roles.SUPERVISOR)
                .list(row -> row.text("username"));
    }

    private void notOneself(String username) {
        if (staff.username().equals(username)) {
            throw new OwnAccountUntouchable();
        }
    }

    private void notTheLast(AccountCard card) {
        boolean others = Sql.on(
                        entities,
                        """
                        select 1 from app_user join user_role using (username)
                        where role = :role and enabled and username <> :username
                        """)
                .set("role", Roles.SUPERVISOR)
                .set("username", card.username())
                .exists();
        if (card.form().roles().contains(Roles.SUPERVISOR) && !others) {
            throw new LastSupervisor();
        }
    }

    private void freeStaffNumber(String username, String number) {
        if (Sql.on(entities, "select 1 from app_user where staff_number = :number and username <> :username")
                .set("number", number)
                .set("username", username)
                .exists()) {
            throw new StaffNumberTaken();
        }
    }

    private Credentials give(AccountCard card) {
        Credentials credentials = credentials(card.username(), card.form().isProgram());
        Sql.on(
                        entities,
                        "update app_user set password = :password, must_change = :mustChange where username = :username")
                .set("password", hash(credentials))
                .set("mustChange", credentials.oneTime())
                .set("username", card.username())
                .update();
        endSessions(card.username());
        return credentials;
    }

    private static Credentials credentials(String username, boolean program) {
        return new Credentials(username, program ? Passwords.secret() : Passwords.oneTime(), !program);
    }

    private static String hash(Credentials credentials) {
        return Passwords.hash(
                credentials.password(), credentials.oneTime() ? Passwords.COST : Passwords.COST_OF_SECRETS);
    }

    private void endSessions(String username) {
        set(username, "enabled = enabled");
    }

    private void set(String username, String change) {
        Sql.on(
                        entities,
                        "update app_user set credential_epoch = credential_epoch + 1, credentials_changed_at = now(), "
                                + change + " where username = :username")
                .set("username", username)
                .update();
        signals.toDesk(username, DeskSignal.Kind.ACCOUNT, null);
    }

    private void leaveDesk(AccountCard card, boolean handBack) {
        if (card.openContacts() > 0 && !handBack) {
            throw new HasOpenContacts();
        }
        Sql.on(
                        entities,
                        "select id from contact where advisor = :advisor and closed_at is null order by first_queued_at, id")
                .set("advisor", card.username())
                .list(row -> new ContactId(row.uuid("id")))
                .forEach(endings::advisorLost);
        if (card.form().isAdvisor()) {
            capacity.leave(card.username());
        }
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static String day(LocalDate day) {
        return day == null ? "NONE" : day.toString();
    }

    private static Refs differences(String username, AccountForm before, AccountForm after) {
        Refs refs = Refs.of("account", username)
                .changed("role", before.roles(), after.roles())
                .changed("language", before.language().name(), after.language().name())
                .changed(
                        "validFrom",
                        day(before.period().from()),
                        day(after.period().from()))
                .changed(
                        "validUntil",
                        day(before.period().until()),
                        day(after.period().until()))
                .text("name", !before.displayName().equals(after.displayName()))
                .text("staffNumber", !before.staffNumber().equals(after.staffNumber()));
        return after.isAdvisor()
                ? refs.changed("skill.channel", before.channels(), after.channels())
                        .changed("skill.language", before.languages(), after.languages())
                        .changed("skill.topic", before.topics(), after.topics())
                : refs;
    }

    private void record(String code, Refs refs) {
        ledger.system(
                code, new Actor(staff.username(), Roles.SUPERVISOR, Source.SCREEN), clock.instant(), null, refs.map());
    }
}
