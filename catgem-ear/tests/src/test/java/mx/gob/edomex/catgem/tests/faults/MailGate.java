package mx.gob.edomex.catgem.tests.faults;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import mx.gob.edomex.catgem.launcher.Ports;

/** A mail server behind a gate that hears what the centre says to its mailbox, and may act before the mailbox does. */
final class MailGate implements AutoCloseable {

    private static final String CENTRE = "catgem@catgem.local";

    /** What happens in place of a command of the centre. */
    @FunctionalInterface
    interface Trap {
        void spring() throws InterruptedException;
    }

    private record Armed(String command, Trap trap) {}

    private final GreenMail mail;
    private final GreenMailUser centre;
    private final ServerSocket door;
    private final AtomicReference<Armed> armed = new AtomicReference<>();

    private MailGate(GreenMail mail, GreenMailUser centre, ServerSocket door) {
        this.mail = mail;
        this.centre = centre;
        this.door = door;
    }

    /** On the ports where the centre looks for its mail server. */
    static MailGate open(Ports ports, String password) throws IOException {
        ServerSetup smtp = new ServerSetup(ports.smtp(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        GreenMail mail = new GreenMail(new ServerSetup[] {smtp, ServerSetup.IMAP.dynamicPort()});
        mail.start();
        GreenMailUser centre = mail.setUser(CENTRE, CENTRE, password);
        ServerSocket door = new ServerSocket(ports.imap(), 50, InetAddress.getLoopbackAddress());
        MailGate gate = new MailGate(mail, centre, door);
        daemon(gate::receive);
        return gate;
    }

    /** At the next command of this name the trap springs; neither the command nor anything after it arrives. */
    void insteadOf(String command, Trap trap) {
        armed.set(new Armed(" " + command + " ", trap));
    }

    int inbox() {
        return mails("INBOX");
    }

    int processed() {
        return mails("Procesados");
    }

    private int mails(String name) {
        MailFolder folder = mail.getManagers().getImapHostManager().getFolder(centre, name);
        return folder == null ? 0 : folder.getMessageCount();
    }

    /** Mails that the centre has sent to a citizen. */
    int sentTo(String address) {
        return mail.getReceivedMessagesForDomain(address).length;
    }

    private void receive() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                Socket mailbox = new Socket(
                        InetAddress.getLoopbackAddress(), mail.getImap().getPort());
                daemon(() -> carry(caller, mailbox, true));
                daemon(() -> carry(mailbox, caller, false));
            } catch (IOException e) {
                // The gate was closed, or the mailbox with it: nobody is received.
            }
        }
    }

    private void carry(Socket from, Socket to, boolean heard) {
        byte[] chunk = new byte[16_384];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                if (heard && springs(new String(chunk, 0, length, StandardCharsets.US_ASCII))) {
                    return;
                }
                to.getOutputStream().write(chunk, 0, length);
            }
        } catch (IOException e) {
            // One side went away, and so does the other.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean springs(String said) throws InterruptedException {
        Armed waiting = armed.get();
        if (waiting == null || !said.contains(waiting.command()) || !armed.compareAndSet(waiting, null)) {
            return false;
        }
        waiting.trap().spring();
        return true;
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "mail-gate");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
        mail.stop();
    }
}
