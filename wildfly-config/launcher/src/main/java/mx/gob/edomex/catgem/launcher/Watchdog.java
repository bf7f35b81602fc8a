package mx.gob.edomex.catgem.launcher;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Ends WildFly and PostgreSQL when the launcher itself was killed and could not. A shell waits on a pipe that only this
 * process holds: the operating system closes it however this process ends, so nothing has to poll.
 */
final class Watchdog implements AutoCloseable {
    private static final String SCRIPT =
            """
            trap '' INT TERM HUP
            while read -r what value; do
              case "$what" in
                server) server=$value ;;
                database) database=$value ;;
              esac
            done
            if [ -n "$server" ]; then
              kill -TERM "$server" 2>/dev/null
              for i in 1 2 3 4 5 6 7 8 9 10; do kill -0 "$server" 2>/dev/null || break; sleep 1; done
              kill -KILL "$server" 2>/dev/null
            fi
            if [ -n "$database" ]; then
              [ -f "$database" ] && kill -INT "$(head -n 1 "$database")" 2>/dev/null
            fi
            exit 0
            """;

    private final Writer pipe;

    private Watchdog(Writer pipe) {
        this.pipe = pipe;
    }

    static Watchdog start() throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return new Watchdog(Writer.nullWriter());
        }
        Process shell = new ProcessBuilder("sh", "-c", SCRIPT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Watchdog(
                new BufferedWriter(new OutputStreamWriter(shell.getOutputStream(), StandardCharsets.UTF_8)));
    }

    void watchServer(long pid) throws IOException {
        tell("server " + pid);
    }

    void watchDatabase(Path pidFile) throws IOException {
        tell("database " + pidFile);
    }

    private void tell(String line) throws IOException {
        pipe.write(line + "\n");
        pipe.flush();
    }

    /** Ends the shell too; whatever an interrupted start left behind goes with it. */
    @Override
    public void close() throws IOException {
        pipe.close();
    }
}
