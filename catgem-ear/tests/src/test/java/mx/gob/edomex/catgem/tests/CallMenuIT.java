package mx.gob.edomex.catgem.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The telephone's menu is drawn by one, checked in words, heard, and published by another. */
class CallMenuIT extends BrowserTest {

    /** @return id of the draft */
    private String propose() {
        signIn(page, "coordinadora1");
        open(page, "callmenu.xhtml");
        submit(page, "#propose");
        return page.url().replaceAll(".*id=", "").replaceAll("&.*", "");
    }

    @Test
    void aMenuIsDrawnCheckedAndPublishedByTwoPeople() {
        String id = propose();
        assertThat(page.locator("#node-list > li")).not().hasCount(0);
        assertThat(page.locator("li.menu-node:has(#node-general)"))
                .containsText("desde «temas» con 0 o sin oprimir nada");
        assertThat(page.locator("li.menu-node:has(#node-temas)")).containsText("0 o sin oprimir nada → general");
        assertThat(page.locator("li.menu-node:has(#node-espera)")).containsText("desde 8 nodos");
        assertAccessible(page);

        // After the talk the survey is asked, as it is drawn here.
        assertThat(page.locator("li.menu-node:has(#node-fila)")).containsText("Cuando la asesora o el asesor cuelga:");
        assertThat(page.locator("li.menu-node:has(#node-fila)")).containsText("→ encuesta");
        assertThat(page.locator("li.menu-node:has(#node-encuesta)")).containsText("1… → resuelta");
        open(page, "callmenudraft.xhtml?id=" + id + "&part=nodes&node=encuesta");
        assertThat(page.locator("#question")).hasValue("SATISFACTION");
        assertAccessible(page);
        page.locator("#question").selectOption("KINDNESS");
        page.locator("#otherwise").selectOption("fila");
        submit(page, "#save-node");
        assertThat(page.locator("li.menu-node:has(#node-encuesta)")).containsText("El trato fue amable");
        assertThat(page.locator("li.menu-node:has(#node-fila)")).containsText("Después de hablar solo hay");
        page.locator("#question").selectOption("SATISFACTION");
        page.locator("#otherwise").selectOption("adios");
        submit(page, "#save-node");

        // A node is added by choosing what it does and what it comes after; what is wrong with it stands beside it.
        page.locator("#kind").selectOption("SAY");
        page.locator("#new-name").fill("Horario de atención");
        page.locator("#after").selectOption("saludo");
        submit(page, "#add-node");
        assertThat(page.locator("#done")).containsText("Se agregó");
        assertThat(page.locator("#name")).hasValue("horario-de-atencion");
        page.locator("#next").selectOption("");
        submit(page, "#save-node");
        assertThat(page.locator("li.menu-node:has(#node-horario-de-atencion)")).containsText("→ (sin elegir)");
        assertAccessible(page);
        picture(page, "callmenudraft-faults-es-1366");
        page.locator("#next").selectOption("aviso");
        submit(page, "#save-node");

        open(page, "callmenudraft.xhtml?id=" + id + "&part=publish");
        page.locator("#reason").fill("Se dice el horario");
        submit(page, "#submit");
        assertThat(page.locator("#refused")).containsText("tiene errores");
        assertThat(page.locator("#reason")).hasValue("Se dice el horario");
        assertThat(page.locator("#check")).containsText("El mensaje «horario-de-atencion» no tiene texto en español");
        assertAccessible(page);

        open(page, "callmenudraft.xhtml?id=" + id + "&part=prompts&prompt=horario-de-atencion");
        page.locator("#words-ES").fill("Atendemos de ocho a veinte horas.");
        page.locator("#words-EN").fill("We attend from eight to twenty hours.");
        submit(page, "#save-prompt");
        assertAccessible(page);

        open(page, "callmenudraft.xhtml?id=" + id + "&part=diagram");
        assertThat(page.locator("svg.menu-diagram g.box")).not().hasCount(0);
        assertThat(page.locator("svg.menu-diagram")).containsText("horario-de-atencion");
        assertThat(page.locator(".menu-reading")).containsText("horario-de-atencion");
        assertAccessible(page);
        picture(page, "callmenudraft-diagram-es-1366");

        open(page, "callmenudraft.xhtml?id=" + id + "&part=publish");
        page.locator("#reason").fill("Se dice el horario");
        submit(page, "#submit");
        assertThat(page.locator("#done")).containsText("Se entregó");
        assertThat(page.locator("#publish")).hasCount(0);
        assertReadableOnAPhone(List.of(
                "callmenu.xhtml",
                "callmenudraft.xhtml?id=" + id + "&part=nodes&node=temas",
                "callmenudraft.xhtml?id=" + id + "&part=prompts&prompt=saludo",
                "callmenudraft.xhtml?id=" + id + "&part=diagram",
                "callmenudraft.xhtml?id=" + id + "&part=publish",
                "callmenuversion.xhtml",
                "callmenudrops.xhtml"));
        try (BrowserContext other = newSession()) {
            Page second = other.newPage();
            signIn(second, "supervisora");
            inEnglish(second);
            open(second, "callmenudraft.xhtml?id=" + id);
            assertThat(second.locator("#difference")).containsText("Node “horario-de-atencion”");
            second.locator("[data-opens='publish-sheet']").click();
            assertAccessible(second);
            submit(second, "#publish");
            assertThat(second.locator("#done")).containsText("The version was published");
            assertThat(second.locator("#versions tbody tr").first()).containsText("coordinadora1");
            assertThat(second.locator("#versions tbody tr").first()).containsText("In force");
            assertAccessible(second);
            picture(second, "callmenu-en-1366");
        }
    }

    @Test
    void whoSavesOverSomebodyElsesChangeIsShownItAndLosesNothing() {
        String id = propose();
        String where = "callmenudraft.xhtml?id=" + id + "&part=prompts&prompt=saludo";
        open(page, where);
        page.locator("#words-ES").fill("Mis palabras.");
        try (BrowserContext other = newSession()) {
            Page second = other.newPage();
            signIn(second, "coordinadora2");
            open(second, where);
            second.locator("#words-EN").fill("Their words.");
            submit(second, "#save-prompt");
            assertThat(second.locator("#done")).isVisible();
        }
        submit(page, "#save-prompt");
        assertThat(page.locator("#meanwhile")).containsText("coordinadora2");
        assertThat(page.locator("#meanwhile")).containsText("Their words.");
        assertThat(page.locator("#words-ES")).hasValue("Mis palabras.");
        assertThat(page.locator("#words-EN")).hasValue("Their words.");
        assertAccessible(page);
        picture(page, "callmenudraft-conflict-es-1366");
        submit(page, "#save-prompt");
        assertThat(page.locator("#done")).containsText("Se guardó");
        assertThat(page.locator("#words-ES")).hasValue("Mis palabras.");
        assertThat(page.locator("#words-EN")).hasValue("Their words.");
        abandon(id);
    }

    @Test
    void whoDidNotTouchTheKeysKeepsTheOneThatSomebodyElseGave() {
        String id = propose();
        String where = "callmenudraft.xhtml?id=" + id + "&part=nodes&node=temas";
        open(page, where);
        page.locator("#prompt").selectOption("saludo");
        try (BrowserContext other = newSession()) {
            Page second = other.newPage();
            signIn(second, "coordinadora2");
            open(second, where);
            second.locator("[name=key-10]").selectOption("8");
            second.locator("[name=to-10]").selectOption("fila");
            submit(second, "#save-node");
            assertThat(second.locator("#done")).isVisible();
        }
        submit(page, "#save-node");
        assertThat(page.locator("#meanwhile")).containsText("coordinadora2");
        assertThat(page.locator("[name=key-10]")).hasValue("8");
        assertThat(page.locator("#prompt")).hasValue("saludo");
        submit(page, "#save-node");
        assertThat(page.locator("[name=to-10]")).hasValue("fila");
        assertThat(page.locator("#prompt")).hasValue("saludo");
        abandon(id);
    }

    @Test
    void aNodeIsTakenAwayAndWhatLedToItLeadsOn() {
        String id = propose();
        open(page, "callmenudraft.xhtml?id=" + id + "&part=nodes&node=idioma");
        page.locator("[data-opens='remove-sheet']").click();
        assertThat(page.locator("#instead")).hasValue("temas");
        assertAccessible(page);
        submit(page, "#remove-node");
        assertThat(page.locator("#done")).containsText("Se quitó");
        assertThat(page.locator("#node-idioma")).hasCount(0);
        assertThat(page.locator("li.menu-node:has(#node-aviso)")).containsText("temas");
        abandon(id);
    }

    @Test
    void aRecordingIsTakenOnlyWhenItIsOneAndIsHeardOnThePage() {
        String id = propose();
        open(page, "callmenudraft.xhtml?id=" + id + "&part=prompts&prompt=emergencia");
        page.locator("#file")
                .setInputFiles(new FilePayload(
                        "voz.wav", "audio/wav", "ID3 no es una grabación".getBytes(StandardCharsets.UTF_8)));
        submit(page, "#upload");
        assertThat(page.locator("#refused")).containsText("no es un WAV");
        page.locator("#file").setInputFiles(new FilePayload("voz.wav", "audio/wav", silence(3200)));
        submit(page, "#upload");
        assertThat(page.locator("#done")).containsText("La grabación se guardó");
        assertThat(page.locator("#recordings audio")).hasCount(1);
        assertThat(page.locator("#seconds")).hasValue("4");
        assertThat(page.evaluate("async () => (await fetch(document.querySelector('#recordings audio').src)).status"))
                .isEqualTo(200);
        assertAccessible(page);
        picture(page, "callmenudraft-recording-es-1366");
        page.locator("#words-ES").fill("Otras palabras.");
        submit(page, "#save-prompt");
        assertThat(page.locator("#recordings")).containsText("grabado con otro texto");
        abandon(id);
    }

    @Test
    void whereCallsLeaveIsReadByAuditorsToo() {
        signIn(page, "auditora");
        open(page, "callmenudrops.xhtml");
        assertThat(page.locator("h1")).containsText("Dónde se deja el menú");
        assertAccessible(page);
        Download file = page.waitForDownload(() -> page.locator("#export-csv").click());
        assertThat(file.suggestedFilename())
                .startsWith("catgem-menu-drop-offs-")
                .endsWith(".csv");
        picture(page, "callmenudrops-es-1366");
    }

    private void abandon(String id) {
        open(page, "callmenudraft.xhtml?id=" + id + "&part=publish");
        page.locator("[data-opens='abandon-sheet']").click();
        submit(page, "#abandon");
        assertThat(page.locator("#done")).containsText("se descartó");
    }

    private static byte[] silence(int millis) {
        int size = 16 * millis;
        ByteBuffer file = ByteBuffer.allocate(44 + size).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(36 + size).put(ascii("WAVEfmt ")).putInt(16);
        file.putShort((short) 1).putShort((short) 1).putInt(8000).putInt(16_000);
        file.putShort((short) 2).putShort((short) 16).put(ascii("data")).putInt(size);
        return file.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
