package mx.gob.edomex.catgem.shared;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the database to this version before anything else starts, and stamps the installation's mode at its birth.
 * Start-up beans that touch the database depend on it: {@code @DependsOn("Migrations")}.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrations {

    private static final System.Logger LOG = System.getLogger(Migrations.class.getName());

    @Resource(lookup = "java:jboss/datasources/CatgemDS")
    private DataSource dataSource;

    @PostConstruct
    void migrate() {
        try {
            CentreMode mode = CentreMode.wanted();
            TryoutLeftovers.refuseIn(mode);
            run(dataSource, mode);
        } catch (IllegalStateException | IllegalArgumentException e) {
            LOG.log(System.Logger.Level.ERROR, "CATGEM does not start: " + e.getMessage());
            throw e;
        }
    }

    /**
     * @throws IllegalStateException when the installation was created in the other mode (nothing is changed then), or
     *     production is told to stop at fault points
     */
    public static void run(DataSource dataSource, CentreMode mode) {
        FaultPoint.refuseIn(mode);
        requireSame(stamped(dataSource), mode);
        // Demonstration people and entries exist in a try-out only; production never has these files on its path.
        String[] locations = mode == CentreMode.TRYOUT
                ? new String[] {"classpath:db/migration", "classpath:db/tryout"}
                : new String[] {"classpath:db/migration"};
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource)
                .locations(locations)
                .outOfOrder(true)
                .load()
                .migrate();
        requireSame(Optional.of(stamp(dataSource, mode)), mode);
    }

    /** Looked at before anything is migrated: the example content of a try-out is a migration too. */
    private static Optional<CentreMode> stamped(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement known =
                        connection.prepareStatement("select to_regclass('installation') is not null");
                ResultSet answer = known.executeQuery()) {
            answer.next();
            return answer.getBoolean(1) ? stamped(connection) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("the installation's mode cannot be read", e);
        }
    }

    private static Optional<CentreMode> stamped(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select mode from installation");
                ResultSet rows = select.executeQuery()) {
            return rows.next() ? Optional.of(CentreMode.valueOf(rows.getString(1))) : Optional.empty();
        }
    }

    private static void requireSame(Optional<CentreMode> stamped, CentreMode mode) {
        stamped.filter(born -> born != mode).ifPresent(born -> {
            throw new IllegalStateException("this database was created for " + born + " and stays so for ever; "
                    + CentreMode.SETTING + " says " + mode + ": give this server the other mode, or another database");
        });
    }

    private static CentreMode stamp(DataSource dataSource, CentreMode mode) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into installation (mode) values (?) on conflict do nothing")) {
            insert.setString(1, mode.name());
            insert.executeUpdate();
            return stamped(connection).orElseThrow();
        } catch (SQLException e) {
            throw new IllegalStateException("the installation's mode cannot be stamped: " + e.getMessage(), e);
        }
    }
}
