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
import java.util.Locale;
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

    /** System property or environment variable that names the mode of a new installation. */
    public static final String MODE = "CATGEM_MODE";

    @Resource(lookup = "java:jboss/datasources/CatgemDS")
    private DataSource dataSource;

    @PostConstruct
    void migrate() {
        run(dataSource, wantedMode());
    }

    /**
     * @throws IllegalStateException when the installation was created in the other mode, or production is told to stop at
     *     fault points
     */
    public static void run(DataSource dataSource, CentreMode mode) {
        FaultPoint.refuseIn(mode);
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
        CentreMode stamped = stamp(dataSource, mode);
        if (stamped != mode) {
            throw new IllegalStateException(
                    "this database was created for " + stamped + " and stays so; " + MODE + " says " + mode);
        }
    }

    private static CentreMode stamp(DataSource dataSource, CentreMode mode) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into installation (mode) values (?) on conflict do nothing");
                PreparedStatement select = connection.prepareStatement("select mode from installation")) {
            insert.setString(1, mode.name());
            insert.executeUpdate();
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return CentreMode.valueOf(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the installation's mode cannot be read", e);
        }
    }

    private static CentreMode wantedMode() {
        return Optional.ofNullable(System.getProperty(MODE))
                .or(() -> Optional.ofNullable(System.getenv(MODE)))
                .map(text -> CentreMode.valueOf(text.toUpperCase(Locale.ROOT)))
                .orElse(CentreMode.PRODUCTION);
    }
}
