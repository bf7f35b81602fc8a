package mx.gob.edomex.catgem.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Both languages are complete, and no page asks for a text that is not there. */
class MessageBundlesTest {
    private static final Path BUNDLES = Path.of("src/main/resources/i18n");
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern DECLARED =
            Pattern.compile("<base-name>i18n\\.(\\w+)</base-name>\\s*<var>(\\w+)</var>");

    @TestFactory
    Stream<DynamicTest> everyTextStandsInBothLanguages() throws IOException {
        return spanishBundles().stream()
                .map(spanish -> DynamicTest.dynamicTest(name(spanish), () -> {
                    Properties es = read(spanish);
                    Properties en = read(BUNDLES.resolve(name(spanish) + "_en.properties"));
                    assertThat(new TreeSet<>(en.keySet())).isEqualTo(new TreeSet<>(es.keySet()));
                    assertThat(en.values()).noneMatch(text -> text.toString().isBlank());
                    assertThat(es.values()).noneMatch(text -> text.toString().isBlank());
                }));
    }

    @Test
    void everyTextAPageAsksForExists() throws IOException {
        String config = Files.readString(PAGES.resolve("WEB-INF/faces-config.xml"));
        Matcher declared = DECLARED.matcher(config);
        int seen = 0;
        Set<String> missing = new TreeSet<>();
        while (declared.find()) {
            Properties texts = read(BUNDLES.resolve(declared.group(1) + "_es.properties"));
            Pattern asked = Pattern.compile(declared.group(2) + "\\['([^']+)'\\]");
            for (Path page : pages()) {
                Matcher use = asked.matcher(Files.readString(page));
                while (use.find()) {
                    seen++;
                    if (!texts.containsKey(use.group(1))) {
                        missing.add(page + ": " + use.group(1));
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(seen).as("texts asked for by pages").isGreaterThan(40);
    }

    /** Such a page compiles, and fails only when somebody opens it. */
    @Test
    void noExpressionOfAPageHoldsABackslash() throws IOException {
        Pattern broken = Pattern.compile("#\\{[^}]*\\\\[^}]*}");
        for (Path page : pages()) {
            assertThat(broken.matcher(Files.readString(page)).find())
                    .as(page.toString())
                    .isFalse();
        }
    }

    /** Two people add commands to the desk in one day; with one name for both no desk opens at all. */
    @Test
    void everyCommandOfTheDeskHasANameOfItsOwn() throws IOException {
        Matcher command = Pattern.compile("<p:remoteCommand id=\"(\\w+)\"")
                .matcher(Files.readString(PAGES.resolve("WEB-INF/desk/commands.xhtml")));
        List<String> names = command.results().map(found -> found.group(1)).toList();
        assertThat(names).hasSizeGreaterThan(10).doesNotHaveDuplicates();
    }

    private static List<Path> spanishBundles() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files.filter(file -> file.toString().endsWith("_es.properties"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".xhtml")).toList();
        }
    }

    private static String name(Path spanish) {
        return spanish.getFileName().toString().replace("_es.properties", "");
    }

    private static Properties read(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
