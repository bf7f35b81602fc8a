package mx.gob.edomex.catgem.tests.storm;

import java.io.IOException;

/** What the operating system does to a process, whatever the process thinks of it. */
final class Processes {

    private Processes() {}

    /** It stands still: its memory and sockets stay, its clock does not stop. */
    static void pause(long pid) throws InterruptedException {
        signal("-STOP", pid);
    }

    static void wake(long pid) throws InterruptedException {
        signal("-CONT", pid);
    }

    static void kill(long pid) throws InterruptedException {
        signal("-KILL", pid);
    }

    private static void signal(String signal, long pid) throws InterruptedException {
        try {
            int exit = new ProcessBuilder("kill", signal, Long.toString(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new HarnessFault("kill " + signal + " " + pid + " ended with " + exit);
            }
        } catch (IOException e) {
            throw new HarnessFault("no program kill", e);
        }
    }
}
