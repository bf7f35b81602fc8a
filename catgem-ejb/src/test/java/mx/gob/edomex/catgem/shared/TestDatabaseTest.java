package mx.gob.edomex.catgem.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The ground the other tests stand on. */
class TestDatabaseTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.production();

    private final TestDatabase database = persistence.database();

    @Test
    void whatOneDatabaseHoldsIsNotInAnother() throws SQLException {
        try (TestDatabase other = TestDatabase.production().open()) {
            other.execute("CREATE TABLE only_here (id int)");
            assertThat(tables(other)).isEqualTo("1");
            assertThat(tables(database)).isEqualTo("0");
        }
    }

    @Test
    void aDatabaseIsDroppedEvenWhileSomebodyIsConnected() throws SQLException {
        TestDatabase other = TestDatabase.production().open();
        String name = other.value("SELECT current_database()");
        try (var forgotten = other.connection()) {
            assertThat(forgotten.isValid(1)).isTrue();
            other.close();
        }
        assertThat(database.column("SELECT datname FROM pg_database WHERE datname = ?", name))
                .isEmpty();
    }

    @Test
    void aTransactionCommitsWhenItsWorkReturnsAndRollsBackWhenItFails() throws SQLException {
        database.execute("CREATE TABLE note (text text)");
        persistence.inTransaction(() -> insert("kept"));
        assertThatThrownBy(() -> persistence.inTransaction(() -> {
                    insert("lost");
                    throw new IllegalArgumentException("on purpose");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(database.column("SELECT text FROM note")).containsExactly("kept");
    }

    @Test
    void theEntityManagerIsRefusedOutsideOfATransaction() {
        assertThatThrownBy(() -> insert("nowhere")).isInstanceOf(IllegalStateException.class);
    }

    private int insert(String text) {
        return persistence
                .entityManager()
                .createNativeQuery("INSERT INTO note VALUES (?1)")
                .setParameter(1, text)
                .executeUpdate();
    }

    private static String tables(TestDatabase database) throws SQLException {
        return database.value("SELECT count(*) FROM pg_tables WHERE tablename = 'only_here'");
    }
}
