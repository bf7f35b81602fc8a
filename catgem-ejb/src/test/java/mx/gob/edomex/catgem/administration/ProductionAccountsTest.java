package mx.gob.edomex.catgem.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import mx.gob.edomex.catgem.administration.OpeningConditions.Code;
import mx.gob.edomex.catgem.administration.OpeningConditions.Condition;
import mx.gob.edomex.catgem.contact.CentreFixture;
import mx.gob.edomex.catgem.evidence.log.LogKeys;
import mx.gob.edomex.catgem.security.AccountStandings;
import mx.gob.edomex.catgem.security.PasswordTooShort;
import mx.gob.edomex.catgem.security.PersonalData;
import mx.gob.edomex.catgem.security.TryoutAccounts;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets into a production centre, and what it still lacks when it is born. */
class ProductionAccountsTest {

    @RegisterExtension
    static final TestPersistence born = TestPersistence.newProduction();

    @RegisterExtension
    static final TestPersistence tryout = TestPersistence.tryout();

    private static TryoutAccounts accounts(TestPersistence persistence) {
        return persistence.wire(new TryoutAccounts(), persistence.wire(new Installation()));
    }

    private static boolean refusesName(TestPersistence persistence, String name) {
        return persistence.inTransaction(() -> accounts(persistence).refusesName(name));
    }

    private static boolean refusesPassword(TestPersistence persistence, String password) {
        return persistence.inTransaction(() -> accounts(persistence).refusesPassword(password));
    }

    @Test
    void everyAccountOfTheTryoutIsKnownByItsName() throws SQLException {
        List<String> names = tryout.database().column("select username from app_user where demo");
        assertThat(names).hasSizeGreaterThanOrEqualTo(60).allMatch(name -> refusesName(born, name));
        assertThat(names).noneMatch(name -> refusesName(tryout, name));
        assertThat(refusesName(born, "asesora.perez")).isFalse();
    }

    @Test
    void thePasswordOfTheTryoutLetsNobodyIn() {
        assertThat(refusesPassword(born, "catgem-demo")).isTrue();
        assertThat(refusesPassword(born, "tres gatos leen de noche")).isFalse();
        assertThat(refusesPassword(tryout, "catgem-demo")).isFalse();
        FirstSupervisor first = born.wire(new FirstSupervisor());
        assertThatThrownBy(() -> born.inTransaction(() -> first.ensure("catgem-demo")))
                .isInstanceOf(PasswordTooShort.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"asesora01", "supervisora", "auditora"})
    void noAccountOfThatNameIsMade(String name) {
        CentreFixture centre = new CentreFixture(born);
        AdministrationFixture administration = new AdministrationFixture(born, centre);
        AccountForm form = new AccountForm(
                "N-1", "Persona Inventada", Language.ES, Set.of("support"), Set.of(), Set.of(), Set.of());
        assertThatThrownBy(() -> centre.does(() -> administration.service.create(name, form)))
                .isInstanceOf(NameOfATryout.class);
    }

    @Test
    void aDemoAccountThatGotThereLetsNobodyIn() throws SQLException {
        born.database()
                .execute(
                        """
                        alter table app_user disable trigger no_demo_people_in_production;
                        insert into app_user (username, staff_number, display_name, password, demo)
                        values ('colada', 'X-1', 'Colada', 'x', true);
                        alter table app_user enable trigger no_demo_people_in_production
                        """);
        assertThat(born.inTransaction(() -> born.wire(new AccountStandings()).of("colada"))
                        .orElseThrow()
                        .enabled())
                .isFalse();
        born.database().execute("delete from app_user where username = 'colada'");
    }

    private static List<Condition> conditions(TestPersistence persistence, boolean keys) {
        PersonalData personalData = (PersonalData) Proxy.newProxyInstance(
                PersonalData.class.getClassLoader(),
                new Class<?>[] {PersonalData.class},
                (proxy, method, arguments) -> {
                    if (!keys) {
                        throw new IllegalStateException("CATGEM_MASTER_KEY_FILE does not name the master key's file");
                    }
                    return "token";
                });
        LogKeys logKeys = new LogKeys() {
            @Override
            public boolean canSign() {
                return keys;
            }
        };
        OpeningConditions opening = persistence.wire(
                new OpeningConditions(),
                persistence.wire(new Installation()),
                persistence.wire(new AccountQueries()),
                personalData,
                logKeys);
        return persistence.outsideTransaction(opening::all);
    }

    private static List<Code> missing(TestPersistence persistence, boolean keys) {
        return conditions(persistence, keys).stream()
                .filter(one -> !one.met())
                .map(Condition::code)
                .toList();
    }

    @Test
    void aCentreIsBornWithoutAnythingAndATryoutLacksNothing() {
        assertThat(missing(born, false)).containsExactly(Code.values());
        assertThat(conditions(born, true))
                .filteredOn(one -> one.code() == Code.PROCEDURES)
                .singleElement()
                .satisfies(one -> assertThat(one.blocking()).isTrue())
                .extracting(Condition::open)
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactly("ABD", "AVC", "AVE", "AVT", "PRF");
        assertThat(missing(tryout, true)).isEmpty();
    }

    @Test
    void threeDifferentPeopleAreNeededToSign() throws SQLException {
        born.database()
                .execute(
                        """
                        insert into app_user (username, staff_number, display_name, password) values
                          ('sara', '1', 'sara', 'x'), ('carla', '2', 'carla', 'x'), ('ines', '3', 'ines', 'x');
                        insert into user_role values ('sara', 'supervisor'), ('sara', 'coordinator'),
                          ('carla', 'coordinator'), ('carla', 'information')
                        """);
        assertThat(missing(born, true)).contains(Code.PEOPLE);
        born.database().execute("insert into user_role values ('ines', 'information')");
        assertThat(missing(born, true)).doesNotContain(Code.PEOPLE);
        born.database().execute("delete from user_role; delete from app_user");
    }
}
