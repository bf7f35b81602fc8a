package mx.gob.edomex.catgem.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mx.gob.edomex.catgem.contact.CentreFixture;
import mx.gob.edomex.catgem.contact.ContactState;
import mx.gob.edomex.catgem.security.AccountStanding;
import mx.gob.edomex.catgem.security.CurrentPasswordWrong;
import mx.gob.edomex.catgem.security.PasswordTooShort;
import mx.gob.edomex.catgem.security.PasswordUnchanged;
import mx.gob.edomex.catgem.security.SignInAttempt;
import mx.gob.edomex.catgem.security.SignInGuard;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AccountServiceTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final CentreFixture centre = new CentreFixture(persistence);
    private final AdministrationFixture administration = new AdministrationFixture(persistence, centre);
    private final AccountQueries accounts = administration.accounts;
    private final AccountService service = administration.service;

    @BeforeEach
    void signIn() {
        administration.is("supervisora", "supervisor");
    }

    private static AccountForm advisor(String number) {
        return new AccountForm(
                number,
                "Ramona Inventada",
                Language.ES,
                Set.of("advisor"),
                Set.of("CHAT"),
                Set.of("ES"),
                Set.of("AGUA"));
    }

    private AccountCard card(String username) {
        return centre.does(() -> accounts.one(username));
    }

    private AccountStanding standing(String username) {
        return centre.does(() -> administration.standings.of(username).orElseThrow());
    }

    private boolean refuses(String username, String password) {
        return centre.does(
                () -> !administration.standings.judge(username, password).orElse(true));
    }

    @Test
    void aNewAccountHasItsSkillsAndAPasswordForOneUse() {
        Credentials made = centre.does(() -> service.create("ramona.i", advisor("N-1")));
        AccountCard card = card("ramona.i");
        assertThat(card.form()).isEqualTo(advisor("N-1"));
        assertThat(card.mustChange()).isTrue();
        assertThat(refuses("ramona.i", made.password())).isFalse();
        assertThat(refuses("ramona.i", "catgem-demo")).isTrue();
        assertThat(administration.lastEvent())
                .contains("ADMIN_ACCOUNT_CREATED", "supervisora", "ramona.i", "AGUA")
                .doesNotContain("Inventada")
                .doesNotContain(made.password());
    }

    @Test
    void whatIsNotValidIsRefusedByItsRule() {
        refused(UsernameNotValid.class, () -> service.create("Ramona", advisor("N-2")));
        refused(AccountExists.class, () -> service.create("asesora01", advisor("N-2")));
        refused(StaffNumberTaken.class, () -> service.create("ramona", advisor("A-001")));
        refused(StaffNumberNotValid.class, () -> service.create("ramona", advisor("N 2")));
        refused(NameMissing.class, () -> service.create("ramona", named("<b>x</b>", Set.of("advisor"))));
        refused(RoleMissing.class, () -> service.create("ramona", named("Ramona", Set.of())));
        refused(RolesDoNotMix.class, () -> service.create("ramona", named("Ramona", Set.of("auditor", "advisor"))));
        refused(
                SkillsMissing.class,
                () -> service.create(
                        "ramona",
                        new AccountForm(
                                "N-2",
                                "Ramona",
                                Language.ES,
                                Set.of("advisor"),
                                Set.of("CHAT"),
                                Set.of("ES"),
                                Set.of())));
    }

    private static AccountForm named(String name, Set<String> roles) {
        return new AccountForm("N-2", name, Language.ES, roles, Set.of("CHAT"), Set.of("ES"), Set.of("AGUA"));
    }

    private void refused(Class<? extends RuntimeException> rule, Callable<?> command) {
        assertThatThrownBy(() -> centre.does(command)).isInstanceOf(rule);
    }

    private static Callable<Object> act(Runnable command) {
        return () -> {
            command.run();
            return null;
        };
    }

    @Test
    void aProgramGetsASecretThatStays() {
        Credentials made = centre.does(() -> service.create(
                "programa",
                new AccountForm(
                        "X-9", "Sistema de citas", Language.ES, Set.of("integration"), Set.of(), Set.of(), Set.of())));
        assertThat(made.password()).hasSize(43);
        assertThat(card("programa").mustChange()).isFalse();
        assertThat(centre.text("select left(password, 7) from app_user where username = 'programa'"))
                .isEqualTo("$2a$04$");
    }

    @Test
    void nobodyAdministersThemselvesAndTheLastSupervisorStays() {
        refused(OwnAccountUntouchable.class, act(() -> service.disable("supervisora", false)));
        refused(OwnAccountUntouchable.class, () -> service.resetPassword("supervisora"));
        AccountForm mine = card("supervisora").form();
        AccountForm more = new AccountForm(
                mine.staffNumber(),
                mine.displayName(),
                mine.language(),
                Set.of("supervisor", "coordinator"),
                Set.of(),
                Set.of(),
                Set.of());
        refused(OwnAccountUntouchable.class, act(() -> service.change("supervisora", mine.mark(), more, false)));
        administration.is("coordinadora2", "supervisor");
        refused(LastSupervisor.class, act(() -> service.disable("supervisora", false)));
    }

    /** Both would pass a check made before the other's change. */
    @Test
    void twoSupervisorsCannotRemoveEachOther() throws Exception {
        centre.run(() -> service.create("segunda", named("Segunda Persona", Set.of("supervisor"))));
        CyclicBarrier together = new CyclicBarrier(2);
        var pool = Executors.newFixedThreadPool(2);
        Callable<Object> first = removes("supervisora", "segunda", together);
        Callable<Object> second = removes("segunda", "supervisora", together);
        int refused = 0;
        for (Future<Object> done : List.of(pool.submit(first), pool.submit(second))) {
            try {
                done.get();
            } catch (java.util.concurrent.ExecutionException e) {
                assertThat(e.getCause()).isInstanceOf(LastSupervisor.class);
                refused++;
            }
        }
        pool.shutdown();
        assertThat(refused).isEqualTo(1);
        persistence.database().execute("update app_user set enabled = true where username = 'supervisora'");
        persistence.database().execute("update app_user set enabled = false where username = 'segunda'");
    }

    private Callable<Object> removes(String who, String whom, CyclicBarrier together) {
        return () -> {
            administration.is(who, "supervisor");
            together.await();
            return centre.does(act(() -> service.disable(whom, false)));
        };
    }

    @Test
    void disablingEndsSessionsAndGivesTheContactsBackWithTheirAge() {
        centre.available("asesora05");
        ContactId contact = centre.aChatWith("asesora05");
        centre.time.pass(Duration.ofMinutes(3));
        String queued = centre.text("select cast(first_queued_at as text) from contact where id = '" + contact + "'");
        int epoch = standing("asesora05").epoch();
        refused(HasOpenContacts.class, act(() -> service.disable("asesora05", false)));
        assertThat(standing("asesora05").enabled()).isTrue();

        centre.run(() -> service.disable("asesora05", true));

        assertThat(standing("asesora05").enabled()).isFalse();
        assertThat(standing("asesora05").epoch()).isGreaterThan(epoch);
        assertThat(refuses("asesora05", "catgem-demo")).isTrue();
        assertThat(centre.state(contact)).isEqualTo(ContactState.QUEUED);
        assertThat(centre.points("asesora05")).isZero();
        assertThat(centre.text("select presence from advisor where username = 'asesora05'"))
                .isEqualTo("OFFLINE");
        assertThat(centre.text("select cast(first_queued_at as text) from contact where id = '" + contact + "'"))
                .isEqualTo(queued);
        Credentials made = centre.does(() -> service.enable("asesora05"));
        assertThat(refuses("asesora05", "catgem-demo")).isTrue();
        assertThat(refuses("asesora05", made.password())).isFalse();
    }

    @Test
    void aFormThatIsOutOfDateChangesNothing() {
        AccountForm seen = card("asesora06").form();
        AccountForm other = new AccountForm(
                seen.staffNumber(),
                "Otro Nombre",
                seen.language(),
                seen.roles(),
                seen.channels(),
                seen.languages(),
                Set.of("AGUA"));
        centre.run(() -> service.change("asesora06", seen.mark(), other, false));
        assertThat(card("asesora06").form()).isEqualTo(other);
        assertThat(administration.lastEvent()).contains("skill.topic.removed").doesNotContain("Otro");
        refused(ChangedMeanwhile.class, act(() -> service.change("asesora06", seen.mark(), seen, false)));
    }

    @Test
    void rolesThatChangeEndTheSessionsThatHaveThem() {
        AccountForm seen = card("asesora07").form();
        AccountForm other = new AccountForm(
                seen.staffNumber(),
                seen.displayName(),
                seen.language(),
                Set.of("direction"),
                Set.of(),
                Set.of(),
                Set.of());
        int epoch = standing("asesora07").epoch();
        centre.run(() -> service.change("asesora07", seen.mark(), other, false));
        assertThat(standing("asesora07").epoch()).isEqualTo(epoch + 1);
        assertThat(card("asesora07").form().topics())
                .as("kept, for another day")
                .isNotEmpty();
    }

    @Test
    void onesOwnPasswordNeedsTheCurrentOneAndEndsOtherSessions() {
        administration.is("asesora08", "advisor");
        OwnPassword own = administration.ownPassword(new SignInGuard() {
            @Override
            public SignInAttempt begin(String name, String address) {
                return new SignInAttempt(name, address, true, false, false, Duration.ZERO);
            }

            @Override
            public void failed(SignInAttempt attempt) {}

            @Override
            public void succeeded(SignInAttempt attempt) {}
        });
        int epoch = standing("asesora08").epoch();
        refused(CurrentPasswordWrong.class, act(() -> own.change("catgem-dem", "tres gatos leen", "10.0.0.1")));
        refused(PasswordTooShort.class, act(() -> own.change("catgem-demo", "tres gatos", "10.0.0.1")));
        centre.run(() -> own.change("catgem-demo", "tres gatos leen", "10.0.0.1"));
        assertThat(standing("asesora08").epoch()).isEqualTo(epoch + 1);
        assertThat(refuses("asesora08", "catgem-demo")).isTrue();
        refused(PasswordUnchanged.class, act(() -> own.change("tres gatos leen", "tres gatos leen", "10.0.0.1")));
        assertThat(administration.lastEvent())
                .contains("ADMIN_PASSWORD_CHANGED")
                .doesNotContain("gatos");
    }

    private static AccountForm auditor(LocalDate from, LocalDate until) {
        return new AccountForm(
                "Q-9",
                "Revisora Inventada",
                Language.ES,
                Set.of("auditor"),
                Set.of(),
                Set.of(),
                Set.of(),
                new AccountForm.Period(from, until));
    }

    @Test
    void whoAuditsComesForAPeriodOfAYearAtMost() throws SQLException {
        LocalDate today = LocalDate.now(ZoneId.of("America/Mexico_City"));
        refused(AuditorNeedsAPeriod.class, () -> service.create("revisora", auditor(null, null)));
        refused(AuditorNeedsAPeriod.class, () -> service.create("revisora", auditor(today, null)));
        refused(AuditorNeedsAPeriod.class, () -> service.create("revisora", auditor(today, today.minusDays(1))));
        refused(AuditorNeedsAPeriod.class, () -> service.create("revisora", auditor(today, today.plusDays(366))));
        persistence.database().execute("update app_user set staff_number = username where staff_number = 'Q-9'");
        centre.does(() -> service.create("revisora", auditor(today, today.plusDays(365))));
        assertThat(administration.lastEvent())
                .contains("validUntil.to", today.plusDays(365).toString());
        assertThat(card("revisora").form().period().from()).isEqualTo(today);
    }

    @Test
    void outsideItsPeriodAnAccountLetsNobodyIn() throws SQLException {
        LocalDate today = LocalDate.now(ZoneId.of("America/Mexico_City"));
        persistence.database().execute("update app_user set staff_number = username where staff_number = 'Q-9'");
        Credentials made = centre.does(() -> service.create("visita", auditor(today, today)));
        assertThat(standing("visita").enabled()).as("the last day counts").isTrue();
        assertThat(refuses("visita", made.password())).isFalse();

        AccountCard card = card("visita");
        centre.does(act(() ->
                service.change("visita", card.form().mark(), auditor(today.minusDays(9), today.minusDays(1)), false)));
        assertThat(standing("visita").enabled()).as("its sessions end").isFalse();
        assertThat(refuses("visita", made.password())).isTrue();
        assertThat(card("visita").enters()).isFalse();
        assertThat(card("visita").enabled()).isTrue();

        AccountCard later = card("visita");
        centre.does(act(() ->
                service.change("visita", later.form().mark(), auditor(today.plusDays(1), today.plusDays(9)), false)));
        assertThat(standing("visita").enabled()).as("it has not begun").isFalse();
    }

    @Test
    void theAuditorsThereWereHaveAYear() throws SQLException {
        assertThat(
                        persistence
                                .database()
                                .column(
                                        """
                                select valid_until - valid_from from app_user u
                                where username in ('auditora', 'auditor2') and may_enter(u)
                                """))
                .containsExactly("365", "365");
    }
}
