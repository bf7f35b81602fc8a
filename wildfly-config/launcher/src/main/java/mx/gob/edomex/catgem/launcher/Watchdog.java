package mx.gob.edomex.catgem.launcher;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Ends WildFly, its broker and PostgreSQL when the launcher itself was killed and could not. A shell waits on a pipe that only this
 * process holds: the operating system closes it however this process ends, so nothing has to poll.
 */
final class Watchdog implements AutoCloseable {
    private static final String SCRIPT =
            """
            trap '' INT TERM HUP
            while read -r what value; do
              case "$what" in
                database) database=$value ;;
                *) eval "pid_$what=$value"; case " $servers " in *" $what "*) ;; *) servers="$servers $what" ;; esac ;;
              esac
            done
            for what in $servers; do eval "pids=\\"$pids \\$pid_$what\\""; done
            if [ -n "$pids" ]; then
              kill -TERM $pids 2>/dev/null
              for i in 1 2 3 4 5 6 7 8 9 10; do
                living=
                for pid in $pids; do kill -0 "$pid" 2>/dev/null && living=1; done
                [ -n "$living" ] || break
                sleep 1
              done
              kill -KILL $pids 2>/dev/null
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

    /** @param name of the process, in letters and digits; a second process under one name takes the place of the first */
    void watchServer(String name, long pid) throws IOException {
        tell(name + " " + pid);
    }

    void watchDatabase(Path pidFile) throws IOException {
        tell("database " + pidFile);
    }

    private synchronized void tell(String line) throws IOException {
        pipe.write(line + "\n");
        pipe.flush();
    }

    /** Ends the shell too; whatever an interrupted start left behind goes with it. */
    @Override
    public void close() throws IOException {
        pipe.close();
    }
}
