package mx.gob.edomex.catgem.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import mx.gob.edomex.catgem.launcher.Database;

/**
 * What this machine can do at all, in the same minutes: one durable commit and one static file. Machines are shared and
 * differ; the ratio of a figure to its base says more than the figure.
 */
final class Base implements AutoCloseable {
    private final Browser browser;
    private final Figures figures;
    private final Connection connection;
    private final Statement statement;

    Base(Database database, Browser browser, Figures figures) throws SQLException {
        this.browser = browser;
        this.figures = figures;
        connection = database.connect();
        statement = connection.createStatement();
        statement.execute("CREATE TABLE IF NOT EXISTS bench_probe (at TIMESTAMPTZ)");
    }

    /** @param figure beginning of the names: {@code base.} and under what circumstances */
    void sample(String figure) {
        try {
            long commit = System.nanoTime();
            statement.executeUpdate("INSERT INTO bench_probe VALUES (now())");
            figures.took(figure + ".commit", commit);
            long get = System.nanoTime();
            browser.get("chat/chat.css");
            figures.took(figure + ".static_get", get);
        } catch (SQLException | IOException e) {
            figures.failed("base", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
