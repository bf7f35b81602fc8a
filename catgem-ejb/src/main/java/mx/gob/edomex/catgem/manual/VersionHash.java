package mx.gob.edomex.catgem.manual;

import java.util.HexFormat;
import mx.gob.edomex.catgem.evidence.CanonicalJson;

/** The name of a text: SHA-256 of its canonical JSON, in hexadecimal. */
final class VersionHash {

    private VersionHash() {}

    static String of(String canonical) {
        return HexFormat.of().formatHex(CanonicalJson.sha256(canonical));
    }
}
