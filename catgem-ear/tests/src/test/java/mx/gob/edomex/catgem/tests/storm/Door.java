package mx.gob.edomex.catgem.tests.storm;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;

/**
 * The one address in front of several nodes: each connection goes to the first node that takes it. Of what a proxy does
 * this is as much as programs and chats need, which know nothing of sessions.
 */
final class Door implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 500;

    private final ServerSocket entrance;
    private final List<Integer> nodes;
    private volatile boolean closed;

    private Door(ServerSocket entrance, List<Integer> nodes) {
        this.entrance = entrance;
        this.nodes = nodes;
    }

    /** @param nodes their http ports, the preferred first */
    static Door before(List<Integer> nodes) throws IOException {
        Door door = new Door(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), nodes);
        daemon(door::receive);
        return door;
    }

    URI address() {
        return URI.create("http://localhost:" + entrance.getLocalPort() + "/catgem/");
    }

    private void receive() {
        while (!closed) {
            try {
                Socket caller = entrance.accept();
                daemon(() -> lead(caller));
            } catch (IOException e) {
                // Closed, or a caller who went away at once.
            }
        }
    }

    private void lead(Socket caller) {
        for (int port : nodes) {
            Socket node = new Socket();
            try {
                node.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
                daemon(() -> carry(caller, node));
                carry(node, caller);
                return;
            } catch (IOException e) {
                close(node);
            }
        }
        close(caller);
    }

    private static void carry(Socket from, Socket to) {
        byte[] chunk = new byte[16_384];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                to.getOutputStream().write(chunk, 0, length);
            }
        } catch (IOException e) {
            // One side went away, and so does the other.
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use any more either way.
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "door");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        entrance.close();
    }
}
