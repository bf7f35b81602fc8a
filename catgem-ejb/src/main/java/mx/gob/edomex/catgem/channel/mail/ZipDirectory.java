package mx.gob.edomex.catgem.channel.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The names in an archive, read from its central directory (APPNOTE 4.3.12) so that nothing is inflated: no bombs. */
final class ZipDirectory {

    private static final int HEADER = 46;
    private static final int NAME_LENGTH = 28;
    private static final int MAX_ENTRIES = 5_000;

    private ZipDirectory() {}

    static List<String> names(byte[] archive) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i + HEADER < archive.length && names.size() < MAX_ENTRIES; i++) {
            if (archive[i] == 'P' && archive[i + 1] == 'K' && archive[i + 2] == 1 && archive[i + 3] == 2) {
                int length = (archive[i + NAME_LENGTH] & 0xff) | (archive[i + NAME_LENGTH + 1] & 0xff) << 8;
                int end = Math.min(i + HEADER + length, archive.length);
                names.add(new String(archive, i + HEADER, end - i - HEADER, StandardCharsets.UTF_8));
                i = end - 1;
            }
        }
        return names;
    }
}
