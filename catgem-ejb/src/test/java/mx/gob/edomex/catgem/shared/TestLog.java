package mx.gob.edomex.catgem.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;

/** Keeps what is said from INFO on. */
final class TestLog implements System.Logger {

    private final List<String> lines = new ArrayList<>();

    List<String> lines() {
        return lines;
    }

    @Override
    public String getName() {
        return "test";
    }

    @Override
    public boolean isLoggable(Level level) {
        return level.getSeverity() >= Level.INFO.getSeverity();
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
        log(level, bundle, message);
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
        if (isLoggable(level)) {
            lines.add(level + " " + format);
        }
    }
}
