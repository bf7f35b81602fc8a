package mx.gob.edomex.catgem.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The desk is one page in many files: with one component id in two of them no desk opens. */
class DeskPageTest {
    private static final Pattern ID = Pattern.compile("(?:<[hp]:\\w+\\s+(?:[^>]*?\\s)?|faces:)id=\"([^\"#]+)\"");

    @Test
    void noTwoPartsOfTheDeskShareAnId() throws IOException {
        Set<String> known = new HashSet<>();
        List<String> twice = new ArrayList<>();
        try (Stream<Path> parts = Files.list(Path.of("src/main/webapp/WEB-INF/desk"))) {
            for (Path part : parts.toList()) {
                Matcher ids = ID.matcher(Files.readString(part));
                while (ids.find()) {
                    if (!known.add(ids.group(1))) {
                        twice.add(ids.group(1) + " again in " + part.getFileName());
                    }
                }
            }
        }
        assertThat(known).contains("doSend");
        assertThat(twice).isEmpty();
    }
}
