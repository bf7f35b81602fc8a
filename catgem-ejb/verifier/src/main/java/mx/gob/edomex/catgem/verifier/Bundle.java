package mx.gob.edomex.catgem.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The files of a zip, read with limits: what is packed small may be as large as its maker likes. */
final class Bundle {

    static final long LIMIT = 256L << 20;
    private static final int FILES = 2000;
    private static final String NAME = "[A-Za-z0-9_-][A-Za-z0-9._/-]{0,119}";

    private final Map<String, byte[]> files = new TreeMap<>();

    private Bundle() {}

    /** @return null when it cannot be read, and then the findings say why */
    static Bundle read(Path path, Findings findings) {
        Bundle bundle = new Bundle();
        try {
            if (!Files.isRegularFile(path)) {
                findings.add(Fault.NOT_READABLE, path.getFileName());
                return null;
            }
            if (Files.size(path) > LIMIT) {
                findings.add(Fault.TOO_LARGE, Files.size(path));
                return null;
            }
            try (ZipFile zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8)) {
                return bundle.fill(zip, findings) ? bundle : null;
            }
        } catch (IOException | IllegalArgumentException | SecurityException e) {
            findings.add(Fault.NOT_READABLE, e.getClass().getSimpleName());
        } catch (OutOfMemoryError e) {
            bundle.files.clear();
            findings.add(Fault.TOO_LARGE, "memory");
        }
        return null;
    }

    private boolean fill(ZipFile zip, Findings findings) throws IOException {
        long left = LIMIT;
        if (zip.size() > FILES) {
            findings.add(Fault.TOO_LARGE, zip.size());
            return false;
        }
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            if (!entry.getName().matches(NAME) || entry.getName().contains("..") || entry.isDirectory()) {
                findings.add(Fault.FILE_UNKNOWN, entry.getName());
                continue;
            }
            byte[] content;
            try (InputStream in = zip.getInputStream(entry)) {
                content = in.readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE - 8));
            }
            left -= content.length;
            if (left < 0) {
                findings.add(Fault.TOO_LARGE, entry.getName());
                return false;
            }
            if (files.put(entry.getName(), content) != null) {
                findings.add(Fault.FILE_DOUBLE, entry.getName());
            }
        }
        return true;
    }

    Iterable<String> names() {
        return files.keySet();
    }

    boolean has(String name) {
        return files.containsKey(name);
    }

    byte[] bytes(String name) {
        return files.get(name);
    }

    /** The text of a file that is there. */
    String text(String name) throws Malformed {
        return utf8(files.get(name), name);
    }

    static String utf8(byte[] bytes, String what) throws Malformed {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Malformed(what);
        }
    }

    /** The lines of a file that ends with a line break; none of an empty one. */
    String[] lines(String name) throws Malformed {
        String text = text(name);
        if (text.isEmpty()) {
            return new String[0];
        }
        if (!text.endsWith("\n")) {
            throw new Malformed(name);
        }
        return text.substring(0, text.length() - 1).split("\n", -1);
    }
}
