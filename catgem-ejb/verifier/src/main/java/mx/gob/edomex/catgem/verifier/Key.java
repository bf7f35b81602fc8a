package mx.gob.edomex.catgem.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** A public key as C2SP signed-note writes it: name+id+base64 of algorithm and key. */
final class Key {

    static final byte LOG = 1;
    static final byte WITNESS = 4;

    // What precedes the 32 bytes in the form the platform reads (RFC 8410).
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String text;
    private final String name;
    private final byte algorithm;
    private final byte[] point;
    private final byte[] id;

    private Key(String text, String name, byte[] key) {
        this.text = text;
        this.name = name;
        algorithm = key[0];
        point = Arrays.copyOfRange(key, 1, key.length);
        id = Arrays.copyOf(Hashes.sha256((name + "\n").getBytes(StandardCharsets.UTF_8), key), 4);
    }

    static Key parse(String text, String what) throws Malformed {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3 || parts[0].isBlank() || parts[0].contains(" ")) {
            throw new Malformed(what);
        }
        byte[] key = Hashes.base64(parts[2], what);
        if (key.length != 33 || (key[0] != LOG && key[0] != WITNESS)) {
            throw new Malformed(what);
        }
        Key parsed = new Key(text, parts[0], key);
        if (!HexFormat.of().formatHex(parsed.id).equals(parts[1])) {
            throw new Malformed(what);
        }
        return parsed;
    }

    String name() {
        return name;
    }

    byte algorithm() {
        return algorithm;
    }

    /** Whether the line says that it is of this key. */
    boolean isNamedBy(Note.Line line) {
        return line.name().equals(name) && Arrays.equals(Arrays.copyOf(line.bytes(), 4), id);
    }

    boolean verifies(Note note, Note.Line line) {
        byte[] rest = Arrays.copyOfRange(line.bytes(), 4, line.bytes().length);
        byte[] message = note.text().getBytes(StandardCharsets.UTF_8);
        if (algorithm == WITNESS) {
            if (rest.length != 72) {
                return false;
            }
            String time = "cosignature/v1\ntime " + ByteBuffer.wrap(rest).getLong() + "\n";
            message = (time + note.text()).getBytes(StandardCharsets.UTF_8);
            rest = Arrays.copyOfRange(rest, 8, 72);
        }
        return rest.length == 64 && verifies(message, rest);
    }

    boolean verifies(byte[] message, byte[] signature) {
        try {
            byte[] encoded = Arrays.copyOf(PREFIX, PREFIX.length + point.length);
            System.arraycopy(point, 0, encoded, PREFIX.length, point.length);
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Key same && same.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
