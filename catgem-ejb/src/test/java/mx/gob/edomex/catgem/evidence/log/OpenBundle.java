package mx.gob.edomex.catgem.evidence.log;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import mx.gob.edomex.catgem.shared.Sha256;

/** A bundle in somebody's hands, to be changed file by file. */
final class OpenBundle {

    final Map<String, byte[]> files = new TreeMap<>();

    OpenBundle(byte[] zip) {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    OpenBundle put(String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    List<String> lines(String name) {
        return new ArrayList<>(Arrays.asList(text(name).split("\n")));
    }

    OpenBundle put(String name, List<String> lines) {
        return put(name, String.join("\n", lines) + "\n");
    }

    OpenBundle flip(String name, long bit) {
        byte[] content = files.get(name).clone();
        int at = (int) Math.floorMod(bit, 8L * content.length);
        content[at / 8] ^= (byte) (1 << at % 8);
        files.put(name, content);
        return this;
    }

    String procedureFile() {
        return files.keySet().stream()
                .filter(name -> name.startsWith("procedures/"))
                .findFirst()
                .orElseThrow();
    }

    /** As somebody may who has the log's key but cannot change what it has signed before. */
    OpenBundle signedAnew() {
        String manifest = text("manifest.note").split("\n")[1];
        StringBuilder hashes = new StringBuilder("\"files\":{");
        files.forEach((name, content) -> {
            if (!name.equals("manifest.note")) {
                hashes.append(hashes.length() > 9 ? "," : "")
                        .append('"')
                        .append(name)
                        .append("\":\"")
                        .append(HexFormat.of().formatHex(Sha256.of(content)))
                        .append('"');
            }
        });
        manifest = manifest.replaceAll("\"files\":\\{[^}]*", hashes.toString())
                .replaceAll(
                        "\"leaves\":[0-9]+",
                        "\"leaves\":" + text("leaves.jsonl").split("\n").length);
        SignedNote note = new SignedNote("catgem-evidence-bundle/1\n" + manifest + "\n", List.of());
        return put("manifest.note", note.and(MemoryLog.KEY.sign(note)).toString());
    }

    byte[] zip() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
