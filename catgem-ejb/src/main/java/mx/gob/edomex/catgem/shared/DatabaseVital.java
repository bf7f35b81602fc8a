package mx.gob.edomex.catgem.shared;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The database answers. */
@ApplicationScoped
public class DatabaseVital implements Vital {
    private static final int PATIENCE_SECONDS = 2;

    @Resource(lookup = "java:jboss/datasources/CatgemDS")
    private DataSource dataSource;

    @Override
    public String name() {
        return "database";
    }

    /** As {@link #works()}, for callers to whom an exception says no more than no. */
    public boolean answers() {
        try {
            return works();
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public boolean works() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        }
    }
}
