package mx.gob.edomex.catgem.quality.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mx.gob.edomex.catgem.channel.ControlBodyPost;
import mx.gob.edomex.catgem.evidence.log.LogFixture;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.MovingClock;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class CheckpointMailTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.production();

    @TempDir
    Path folder;

    @Test
    void oneCheckpointADayLeavesOnceSomebodyIsThereToGetIt() throws Exception {
        MovingClock clock = new MovingClock(Instant.parse("2026-03-02T13:00:00Z"));
        LogFixture log = new LogFixture(persistence, folder, clock);
        List<String> sent = new ArrayList<>();
        ControlBodyPost post = (address, values) ->
                sent.add(address + " " + values.get("day") + " " + values.get("size") + " " + values.get("checkpoint"));
        CheckpointMail mail =
                persistence.wire(new CheckpointMail(), log.standing, post, persistence.wire(new Installation()), clock);
        log.contact(2);
        log.append();
        String checkpoint = String.valueOf(log.sign().orElseThrow());

        assertThat(persistence.inTransaction(mail::send)).isFalse();
        persistence.database().execute("insert into setting values ('evidence.control-body', 'oic@correo.example')");
        assertThat(persistence.inTransaction(mail::send)).isTrue();
        assertThat(persistence.inTransaction(mail::send)).isFalse();
        clock.pass(Duration.ofDays(1));
        assertThat(persistence.inTransaction(mail::send)).isTrue();

        assertThat(sent)
                .containsExactly(
                        "oic@correo.example 2026-03-02 3 " + checkpoint,
                        "oic@correo.example 2026-03-03 3 " + checkpoint);
    }
}
