package mx.gob.edomex.catgem.shared;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 (FIPS 180-4), which every Java platform has. */
public final class Sha256 {

    private Sha256() {}

    /** 32 bytes. */
    public static byte[] of(byte[] content) {
        return fresh().digest(content);
    }

    /** For content that comes in pieces. */
    public static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
