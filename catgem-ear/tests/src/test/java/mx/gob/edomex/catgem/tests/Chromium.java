package mx.gob.edomex.catgem.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The system's browser, which Playwright drives. */
public final class Chromium {
    private static final Path PROGRAM = Path.of(System.getProperty("catgem.chromium", "/usr/bin/chromium"));

    private Chromium() {}

    /** Skips the test loudly where there is no browser; where everything is checked it fails. */
    public static void require() {
        requireProgram(PROGRAM, "NO BROWSER TESTS", "apt-get install -y chromium");
    }

    /** Skips the test loudly where a program is missing, with how to install it; where everything is checked it fails. */
    public static void requireProgram(Path program, String loss, String install) {
        if (!Files.isExecutable(program)) {
            String missing = loss + ": " + program + " is missing; install it: " + install;
            System.err.println(missing);
            assertThat(System.getenv("CI")).as(missing).isNotEqualTo("true");
            Assumptions.abort(missing);
        }
    }

    public static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    /** @param more of the browser's own options */
    public static Browser launch(Playwright playwright, String... more) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(Stream.concat(Stream.of("--no-sandbox"), Stream.of(more))
                                .toList()));
    }
}
