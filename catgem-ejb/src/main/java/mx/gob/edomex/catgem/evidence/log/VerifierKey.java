package mx.gob.edomex.catgem.evidence.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import mx.gob.edomex.catgem.shared.Sha256;

/**
 * The public half of a key that signs notes (C2SP signed-note, tlog-cosignature). Its id begins the hash of name,
 * algorithm and key, so that a signature names the one key it can be of.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared by value
public record VerifierKey(String name, byte algorithm, byte[] key) {

    /** Ed25519 over the text (RFC 8032): of who keeps the log. */
    static final byte LOG = 1;

    /** Ed25519 over time and text, cosignature/v1: of a witness. */
    static final byte WITNESS = 4;

    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    public VerifierKey {
        if (name.isBlank() || name.contains(" ") || name.contains("+") || key.length != 32) {
            throw new IllegalArgumentException("no verifier key");
        }
    }

    /** @throws IllegalArgumentException when it is not name+id+key */
    static VerifierKey parse(String text) {
        String[] parts = text.split("\\+", 3);
        if (parts.length == 3) {
            byte[] key = Base64.getDecoder().decode(parts[2]);
            if (key.length == 33) {
                VerifierKey parsed = new VerifierKey(parts[0], key[0], Arrays.copyOfRange(key, 1, 33));
                if (HexFormat.of().formatHex(parsed.id()).equals(parts[1])) {
                    return parsed;
                }
            }
        }
        throw new IllegalArgumentException("no verifier key");
    }

    byte[] id() {
        byte[] start = (name + "\n").getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(Sha256.of(join(start, new byte[] {algorithm}, key)), 4);
    }

    /** Eight hexadecimal digits. */
    public String idText() {
        return HexFormat.of().formatHex(id());
    }

    /** The form in which keys are published. */
    @Override
    public String toString() {
        return name + "+" + idText() + "+" + Base64.getEncoder().encodeToString(join(new byte[] {algorithm}, key));
    }

    /** Whether the note has a signature of this key, and a right one. */
    boolean hasSigned(SignedNote note) {
        return note.signatures().stream().anyMatch(line -> isOf(line) && verifies(note, line));
    }

    private boolean isOf(SignedNote.Line line) {
        return line.name().equals(name) && Arrays.equals(Arrays.copyOf(line.bytes(), 4), id());
    }

    private boolean verifies(SignedNote note, SignedNote.Line line) {
        byte[] rest = Arrays.copyOfRange(line.bytes(), 4, line.bytes().length);
        if (algorithm == LOG) {
            return rest.length == 64 && verifies(note.textBytes(), rest);
        }
        return algorithm == WITNESS
                && rest.length == 72
                && verifies(cosigned(note, ByteBuffer.wrap(rest).getLong()), Arrays.copyOfRange(rest, 8, rest.length));
    }

    /** What a witness signs: when, in seconds since 1970, and the text. */
    static byte[] cosigned(SignedNote note, long seconds) {
        return ("cosignature/v1\ntime " + seconds + "\n" + note.text()).getBytes(StandardCharsets.UTF_8);
    }

    private boolean verifies(byte[] message, byte[] signature) {
        try {
            PublicKey point = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(join(X509, key)));
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(point);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false; // not a point, or not the form of a signature
        }
    }

    static byte[] join(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey same && toString().equals(same.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
