package mx.gob.edomex.catgem.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class FileTypeTest {

    @Test
    void aFileIsWhatItsContentSays() {
        assertThat(FileType.of(bytes("%PDF-1.4"))).contains(FileType.PDF);
        assertThat(FileType.of(bytes("\u00ff\u00d8\u00ff\u00e0"))).contains(FileType.JPEG);
        assertThat(FileType.of(bytes("\u0089PNG\r\n\u001a\n"))).contains(FileType.PNG);
        assertThat(FileType.of(bytes("RIFF????WEBPVP8 "))).contains(FileType.WEBP);
    }

    @Test
    void whatCouldActInABrowserIsNoFileForUs() {
        assertThat(FileType.of(bytes("<svg xmlns='http://www.w3.org/2000/svg'/>")))
                .isEmpty();
        assertThat(FileType.of(bytes("<!doctype html>"))).isEmpty();
        assertThat(FileType.of(bytes("MZ\u0090"))).isEmpty();
        assertThat(FileType.of(bytes("RIFF????AVI "))).isEmpty();
        assertThat(FileType.of(new byte[0])).isEmpty();
    }

    @Test
    void aWordDocumentIsTakenUnlessItHasMacros() throws IOException {
        assertThat(FileType.of(zip("[Content_Types].xml", "word/document.xml"))).contains(FileType.DOCX);
        assertThat(FileType.of(zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")))
                .isEmpty();
        assertThat(FileType.of(zip("readme.txt"))).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write('x');
            }
        }
        return bytes.toByteArray();
    }
}
