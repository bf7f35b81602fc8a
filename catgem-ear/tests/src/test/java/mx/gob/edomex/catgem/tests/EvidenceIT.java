package mx.gob.edomex.catgem.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mx.gob.edomex.catgem.shared.Sha256;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The auditor takes the evidence of a folio and of a day, and checks both without the server. */
class EvidenceIT extends BrowserTest {

    private static final Path SECOND = Path.of("../../catgem-ejb/verifier/src/test/python/verify_bundle.py");
    private static final String NO_AUDIT = "7d0a4b1e-0000-4000-8000-000000000009";

    @TempDir
    Path folder;

    @Test
    void aFolioAndADayAreTakenAwayAndVerifiedByBothVerifiers() throws Exception {
        String folio = FolioPagesIT.contact("Palabras que la evidencia no dice");
        signIn(page, "auditora");
        page.navigate(address("folio.xhtml?folio=" + folio));
        assertThat(page.locator("#evidence")).containsText("registros de este folio");
        assertAccessible(page);
        picture(page, "evidence-folio");
        Path ofFolio = saved(page.waitForDownload(() -> page.click("#evidence-take")), "folio.zip");

        page.waitForCondition(() -> {
            page.navigate(address("evidence.xhtml"));
            return page.locator("#log-sealed .number").count() > 0;
        });
        assertThat(page.locator("main code").first()).containsText("catgem.edomex.gob.mx/TRYOUT/");
        String key = page.locator("main code").first().textContent().strip();
        Path verifier = saved(page.waitForDownload(() -> page.click("#verifier")), "verifier.jar");
        assertThat(Files.size(verifier)).isLessThan(1 << 20);
        assertAccessible(page);
        picture(page, "evidence");
        Path ofDay = saved(page.waitForDownload(() -> page.click("button[type=submit].primary")), "day.zip");

        for (Path bundle : List.of(ofFolio, ofDay)) {
            String told = run("java", "-jar", verifier.toString(), "--key", key, bundle.toString());
            assertThat(told).startsWith("0 V\u00c1LIDO").contains("instalaci\u00f3n de prueba");
            assertThat(second(key, bundle)).startsWith("0 VALID");
        }
        assertThat(onRecord(HexFormat.of().formatHex(Sha256.of(Files.readAllBytes(ofFolio)))))
                .isEqualTo("auditora auditor");
        assertThat(onRecord(HexFormat.of().formatHex(Sha256.of(Files.readAllBytes(ofDay)))))
                .isEqualTo("auditora auditor");
        byte[] altered = Files.readAllBytes(ofFolio);
        altered[altered.length / 2] ^= 1;
        Files.write(ofFolio, altered);
        assertThat(run("java", "-jar", verifier.toString(), "--lang", "en", ofFolio.toString()))
                .matches("(?s)[12] (ALTERED|INCOMPLETE).*");
    }

    @Test
    void whoDoesNotWaitForTheNightHasEverythingReadNow() {
        signIn(page, "auditora");
        page.navigate(address("evidence.xhtml"));
        page.waitForResponse(
                answer -> answer.url().endsWith("evidence.xhtml")
                        && "GET".equals(answer.request().method()),
                () -> page.click("#read-now"));

        until(page, () -> {
            page.navigate(address("evidence.xhtml"));
            return page.locator("#read-now").count() == 1
                    && !page.locator(".facts").innerText().contains("La primera es esta noche");
        });

        assertAccessible(page);
    }

    @Test
    void whoDoesNotAuditTakesNothingAway() {
        signIn(page, "asesora07");
        for (String path : List.of(
                "evidence.xhtml",
                "evidence/bundle?day=2026-01-01",
                "evidence/bundle?audit=" + NO_AUDIT,
                "evidence/verifier.jar")) {
            assertThat(page.navigate(address(path)).status()).isEqualTo(403);
        }
    }

    @Test
    void whatIsNotThereIsSaidAndThePageIsReadableOnAPhone() {
        signIn(page, "supervisora");
        assertThat(page.navigate(address("evidence/bundle?folio=2222-2222-2")).status())
                .isIn(400, 404);
        assertThat(page.navigate(address("evidence/bundle?day=ayer")).status()).isEqualTo(400);
        assertThat(page.navigate(address("evidence/bundle?audit=" + NO_AUDIT)).status())
                .isEqualTo(404);
        assertReadableOnAPhone(List.of("evidence.xhtml"));
    }

    private static String second(String key, Path bundle) throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Files.exists(Path.of("/usr/bin/python3"))
                        || run("sh", "-c", "command -v python3").startsWith("0"),
                "SKIPPED, no python3: apt-get install -y --no-install-recommends python3");
        return run("python3", SECOND.toString(), "--key", key, bundle.toString());
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue() + " " + told;
    }

    private Path saved(Download download, String name) {
        Path path = folder.resolve(name);
        download.saveAs(path);
        return path;
    }

    private static String onRecord(String sha256) throws SQLException {
        try (Connection connection = RunningCentre.centre().database().connect();
                PreparedStatement statement = connection.prepareStatement(
                        """
                        select staff || ' ' || role from event where code = 'EVIDENCE_TAKEN' and refs->>'sha256' = ?
                        """)) {
            statement.setString(1, sha256);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }

    private static String address(String path) {
        return RunningCentre.address(path).toString();
    }
}
