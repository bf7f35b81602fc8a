package mx.gob.edomex.catgem.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an installation is, is said once and held against every server that comes. */
class CentreModeTest {

    @RegisterExtension
    static final TestDatabase production = TestDatabase.newProduction();

    @RegisterExtension
    static final TestDatabase tryout = TestDatabase.tryout();

    private static TestDatabase of(CentreMode mode) {
        return mode == CentreMode.TRYOUT ? tryout : production;
    }

    private static CentreMode other(CentreMode mode) {
        return mode == CentreMode.TRYOUT ? CentreMode.PRODUCTION : CentreMode.TRYOUT;
    }

    @Test
    void withoutAWordItIsProduction() {
        assertThat(CentreMode.of(null)).isEqualTo(CentreMode.PRODUCTION);
        assertThat(CentreMode.of(" tryout ")).isEqualTo(CentreMode.TRYOUT);
        assertThatThrownBy(() -> CentreMode.of("demo")).hasMessageContaining("TRYOUT or PRODUCTION");
    }

    @ParameterizedTest
    @EnumSource(CentreMode.class)
    void aServerOfTheOtherModeDoesNotStartAndChangesNothing(CentreMode born) throws SQLException {
        String before = of(born).value("select count(*) from flyway_schema_history");
        assertThatThrownBy(() -> Migrations.run(of(born).dataSource(), other(born)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("created for " + born)
                .hasMessageContaining("CATGEM_MODE says " + other(born));
        assertThat(of(born).value("select count(*) from flyway_schema_history")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update installation set mode = 'TRYOUT'",
                "delete from installation",
                "truncate installation",
                "insert into installation (id, mode) values (2, 'TRYOUT')"
            })
    void theModeIsNeverChanged(String attempt) throws SQLException {
        assertThatThrownBy(() -> production.execute(attempt)).isInstanceOf(SQLException.class);
        assertThat(production.value("select mode from installation")).isEqualTo("PRODUCTION");
    }

    @Test
    void aDatabaseWithTheContentOfATryoutIsNotBornAsProduction() {
        assertThatThrownBy(
                        () -> tryout.execute(
                                """
                                alter table installation disable trigger installation_is_for_ever;
                                delete from installation;
                                insert into installation (mode) values ('PRODUCTION')
                                """))
                .hasMessageContaining("people or entries of a try-out");
    }

    @Test
    void productionTakesNoDemoPeople() {
        assertThatThrownBy(
                        () -> production.execute(
                                """
                                insert into app_user (username, staff_number, display_name, password, demo)
                                values ('asesora01', 'A-001', 'Inventada', 'x', true)
                                """))
                .hasMessageContaining("is of a try-out");
    }

    @Test
    void productionTakesNoExampleAgenciesAndEntries() throws SQLException {
        List<String> agencies = tryout.column("select to_jsonb(a)::text from agency a where code <> 'EMERGENCIAS'");
        assertThat(agencies).hasSizeGreaterThan(20);
        for (String agency : agencies) {
            assertThatThrownBy(() -> production.column(
                            "insert into agency select * from jsonb_populate_record(null::agency, ?::jsonb) returning code",
                            agency))
                    .as(agency)
                    .hasMessageContaining("an example of a try-out");
        }
    }
}
