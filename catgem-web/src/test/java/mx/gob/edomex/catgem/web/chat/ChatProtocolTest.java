package mx.gob.edomex.catgem.web.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What page and server must agree on, and what the page must not weigh. */
class ChatProtocolTest {

    private static final Path CHAT = Path.of("src/main/webapp/chat");
    private static final long LIMIT = 30 * 1024;

    /** What a phone loads before a citizen can write; files.js comes with the first file. */
    @Test
    void theScriptsOfThePageStaySmall() throws IOException {
        long bytes = 0;
        for (String script : List.of("chat.js", "view.js", "link.js", "outbox.js", "texts.es.js")) {
            bytes += Files.size(CHAT.resolve(script));
        }
        assertThat(bytes).isLessThan(LIMIT);
    }

    @Test
    void bothLanguagesSayEverything() throws IOException {
        assertThat(keys("texts.en.js")).isEqualTo(keys("texts.es.js"));
        assertThat(keys("call.en.js")).isEqualTo(keys("call.es.js"));
    }

    @Test
    void everyTextAskedForExists() throws IOException {
        Set<String> asked = new TreeSet<>();
        try (Stream<Path> files = Files.list(CHAT)) {
            for (Path file : files.toList()) {
                Matcher matcher = Pattern.compile("(?:data-t(?:-label|-hint)?=\"|\\bt\\(\")([A-Za-z0-9_]+)\"")
                        .matcher(Files.readString(file, StandardCharsets.UTF_8));
                while (matcher.find()) {
                    asked.add(matcher.group(1));
                }
            }
        }
        assertThat(asked).isNotEmpty();
        Set<String> known = keys("texts.es.js");
        known.addAll(keys("call.es.js"));
        assertThat(known).containsAll(asked);
    }

    @Test
    void nothingOnThePageIsInline() throws IOException {
        for (String page : List.of("page.html", "demo.html")) {
            assertThat(Files.readString(CHAT.resolve(page), StandardCharsets.UTF_8))
                    .doesNotContainPattern("<script(?![^>]*\\bsrc=)")
                    .doesNotContain("<style", " style=", " onclick=", "javascript:");
        }
    }

    @Test
    void thePolicyNamesThoseWhoMayFrameUs() {
        assertThat(ChatPage.policy(List.of())).endsWith("frame-ancestors 'self'");
        assertThat(ChatPage.policy(List.of("https://a.example.mx", "https://b.example.mx")))
                .endsWith("frame-ancestors 'self' https://a.example.mx https://b.example.mx");
    }

    private static Set<String> keys(String file) throws IOException {
        Set<String> keys = new TreeSet<>();
        Matcher matcher = Pattern.compile("^  ([A-Za-z0-9_]+): \"", Pattern.MULTILINE)
                .matcher(Files.readString(CHAT.resolve(file), StandardCharsets.UTF_8));
        while (matcher.find()) {
            keys.add(matcher.group(1));
        }
        return keys;
    }
}
