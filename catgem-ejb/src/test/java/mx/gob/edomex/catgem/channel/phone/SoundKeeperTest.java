package mx.gob.edomex.catgem.channel.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.channel.phone.flow.PromptSounds;
import mx.gob.edomex.catgem.shared.Rounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files come where the exchange plays them from, whole or not at all; what it plays is in AsteriskCallLifeTest. */
class SoundKeeperTest {

    @TempDir
    Path exchange;

    private final List<UUID> uploaded = new ArrayList<>(List.of(UUID.randomUUID(), UUID.randomUUID()));
    private final List<UUID> arrived = new ArrayList<>();
    private UUID broken;

    private final PromptSounds sounds = new PromptSounds() {
        @Override
        public List<UUID> all() {
            return uploaded;
        }

        @Override
        public byte[] sound(UUID recording) {
            if (recording.equals(broken)) {
                throw new IllegalStateException("cannot be read");
            }
            return recording.toString().getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public void arrived(UUID recording) {
            assertThat(file(recording)).exists();
            arrived.add(recording);
        }
    };

    @Test
    void eachRecordingIsBroughtOnceAndTheExchangeMayReadIt() throws IOException {
        round();
        round();
        assertThat(arrived).isEqualTo(uploaded);
        for (UUID recording : uploaded) {
            assertThat(file(recording)).hasContent(recording.toString());
            assertThat(Files.getPosixFilePermissions(file(recording))).contains(PosixFilePermission.OTHERS_READ);
        }
        assertThat(files()).hasSize(2);
    }

    @Test
    void anExchangeThatWasSetUpAnewGetsThemAgain() throws IOException {
        round();
        for (UUID recording : uploaded) {
            Files.delete(file(recording));
        }
        Files.delete(folder());
        round();
        assertThat(files()).hasSize(2);
    }

    @Test
    void whereTheyCannotBeBroughtNobodyIsToldThatTheyArrivedAndItIsTriedAgain() throws IOException {
        Files.createFile(folder());
        round();
        assertThat(arrived).isEmpty();
        Files.delete(folder());
        round();
        assertThat(arrived).isEqualTo(uploaded);
    }

    @Test
    void oneThatFailsKeepsNoOtherWaiting() throws IOException {
        broken = uploaded.get(0);
        round();
        assertThat(arrived).containsExactly(uploaded.get(1));
        assertThat(files()).hasSize(1);
    }

    private void round() {
        new SoundKeeper(folder(), sounds, new Rounds(SoundKeeperTest.class, "recordings wait")).round();
    }

    private Path folder() {
        return exchange.resolve("catgem");
    }

    private Path file(UUID recording) {
        return folder().resolve(recording + ".wav");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.toList();
        }
    }
}
