package mx.gob.edomex.catgem.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The citizen's chat over real sockets. */
@ExtendWith(RunningCentre.class)
class ChatSocketIT {

    @Test
    void aSocketOfAForeignPageIsRefusedAndOneOfOursIsNot() {
        for (String origin : new String[] {"https://evil.example", "null", null}) {
            assertThatThrownBy(() -> CitizenChat.socket(origin, new Silent()).join())
                    .as("origin " + origin)
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            WebSocketHandshakeException.class,
                            e -> assertThat(e.getResponse().statusCode()).isEqualTo(403));
        }
        CitizenChat.socket(CitizenChat.ownOrigin(), new Silent()).join().abort();
    }

    @Test
    void fiftySocketsOfOneCitizenMakeOneContactWithFiftyMessages() throws Exception {
        CitizenChat citizen = CitizenChat.begun();
        List<CitizenChat.Line> lines = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            lines.add(citizen.line(1));
        }
        IntStream.range(0, 50).parallel().forEach(i -> lines.get(i).writes("m" + i, "mensaje " + i));
        for (CitizenChat.Line line : lines) {
            assertThat(line.isAcknowledged()).isTrue();
            line.closes();
        }
        String view = citizen.view(0);
        assertThat(CitizenChat.positions(view))
                .isEqualTo(IntStream.rangeClosed(1, 50).boxed().toList());
        assertThat(CitizenChat.texts(view)).hasSize(50).doesNotHaveDuplicates();
        // One folio: every message hangs on the one contact that the view is of.
        assertThat(citizen.folio()).isNotBlank();
    }

    @Test
    void oneSocketKeepsTheOrderAndARepeatAddsNothing() throws Exception {
        CitizenChat citizen = CitizenChat.begun();
        CitizenChat.Line line = citizen.line(50);
        for (int i = 0; i < 25; i++) {
            line.writes("m" + i, "mensaje " + i);
            line.writes("m" + i, "mensaje " + i);
        }
        assertThat(line.isAcknowledged()).isTrue();
        line.closes();
        assertThat(CitizenChat.texts(citizen.view(0)))
                .isEqualTo(IntStream.range(0, 25).mapToObj(i -> "mensaje " + i).toList());
        assertThat(CitizenChat.positions(citizen.view(20))).containsExactly(21, 22, 23, 24, 25);
    }

    @Test
    void whatIsTooLargeOrOfAnotherKindIsRefusedWithAWord() throws Exception {
        CitizenChat citizen = CitizenChat.begun();
        HttpResponse<String> large = citizen.attaches("f1", "plano.pdf", new byte[6 * 1024 * 1024]);
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.body()).contains("FileTooLarge");
        HttpResponse<String> page = citizen.attaches("f2", "plano.pdf", "<html>".getBytes(StandardCharsets.US_ASCII));
        assertThat(page.statusCode()).isEqualTo(415);
        assertThat(page.body()).contains("FileTypeNotAllowed");
        HttpResponse<String> text = citizen.writes("m1", "x".repeat(4001));
        assertThat(text.statusCode()).isEqualTo(422);
        assertThat(text.body()).contains("MessageTooLong");
        assertThat(CitizenChat.positions(citizen.view(0))).isEmpty();
    }

    private static final class Silent implements WebSocket.Listener {}
}
