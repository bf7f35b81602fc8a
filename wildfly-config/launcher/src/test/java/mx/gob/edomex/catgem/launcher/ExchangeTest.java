package mx.gob.edomex.catgem.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExchangeTest {

    @TempDir
    Path root;

    private Exchange exchange;

    @BeforeEach
    void aCheckout() throws IOException {
        Files.createDirectories(root.resolve("wildfly-config/src/main/pbx"));
        exchange = new Exchange(root, new Ports(0));
    }

    @Test
    void whatIsMissingIsSaidAndNothingIsToBeStopped() throws IOException {
        script("echo \"$1\" >>'%s'; echo 'it needs root'; exit 3".formatted(log()));
        assertThatThrownBy(exchange::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("it needs root");
        exchange.close();
        assertThat(Files.readAllLines(log())).containsExactly("fetch");
    }

    @Test
    void whoIsToldToEndWhileItStartsLeavesNothingRunning() throws IOException {
        Path begins = root.resolve("begins");
        Path goesOn = root.resolve("goes-on");
        script(
                """
                if [ "$1" = start ]; then touch '%s'; until [ -e '%s' ]; do sleep 0.05; done; fi
                echo "$1 ${3:-}" >>'%s'
                """
                        .formatted(begins, goesOn, log()));
        CompletableFuture<Void> starting = CompletableFuture.runAsync(() -> {
            try {
                exchange.start();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        while (!Files.exists(begins)) {
            Thread.onSpinWait();
        }
        CompletableFuture<Void> ending = CompletableFuture.runAsync(exchange::close);
        assertThat(ending).isNotDone();
        Files.createFile(goesOn);
        ending.join();
        starting.exceptionally(toldToEnd -> null).join();
        List<String> did = Files.readAllLines(log());
        assertThat(did.subList(did.size() - 2, did.size())).containsExactly("stop centre", "stop town");
    }

    private Path log() {
        return root.resolve("log");
    }

    private void script(String does) throws IOException {
        Path script = root.resolve("wildfly-config/src/main/pbx/pbx");
        Files.writeString(script, "#!/usr/bin/env bash\n" + does);
        assertThat(script.toFile().setExecutable(true)).isTrue();
    }
}
