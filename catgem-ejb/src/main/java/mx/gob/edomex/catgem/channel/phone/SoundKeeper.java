package mx.gob.edomex.catgem.channel.phone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.phone.flow.PromptSounds;
import mx.gob.edomex.catgem.shared.Rounds;

/**
 * Brings recordings of the menu's prompts to the exchange, while this node owns it: into a folder that the exchange plays
 * from, for its interface takes no files. Looks each time whether they are there, so an exchange that was set up anew gets
 * them again.
 */
final class SoundKeeper {

    private final Path folder;
    private final PromptSounds sounds;
    private final Rounds rounds;

    SoundKeeper(Path folder, PromptSounds sounds, Rounds rounds) {
        this.folder = folder;
        this.sounds = sounds;
        this.rounds = rounds;
    }

    void round() {
        rounds.run(() -> rounds.each(sounds::all, this::bring));
    }

    /** Whole or not at all. */
    private void bring(UUID recording) {
        Path file = folder.resolve(recording + ".wav");
        if (Files.exists(file)) {
            return;
        }
        Path part = folder.resolve(recording + ".part");
        try {
            Files.createDirectories(folder);
            Files.write(part, sounds.sound(recording));
            Files.setPosixFilePermissions(
                    part, PosixFilePermissions.fromString("rw-r--r--")); // the exchange is another user
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("a recording is not brought to the exchange", e);
        }
        sounds.arrived(recording);
    }
}
