package mx.gob.edomex.catgem.security;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM with a random 96-bit nonce (NIST SP 800-38D). Sealed form: version byte 1, nonce, ciphertext with tag.
 * The context (the subject's id) is authenticated, so that a value cannot be moved to another person.
 */
final class Sealing {

    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sealing() {}

    static byte[] newKey() {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        return key;
    }

    static byte[] seal(byte[] key, byte[] context, byte[] plain) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] ciphertext = run(Cipher.ENCRYPT_MODE, key, nonce, context, plain);
        return ByteBuffer.allocate(1 + NONCE + ciphertext.length)
                .put(VERSION)
                .put(nonce)
                .put(ciphertext)
                .array();
    }

    /** @throws IllegalArgumentException when the value was altered, moved or sealed under another key */
    static byte[] open(byte[] key, byte[] context, byte[] sealed) {
        if (sealed.length < 1 + NONCE || sealed[0] != VERSION) {
            throw new IllegalArgumentException("not a sealed value");
        }
        byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE);
        return run(Cipher.DECRYPT_MODE, key, nonce, context, Arrays.copyOfRange(sealed, 1 + NONCE, sealed.length));
    }

    static byte[] digest(byte[] key, byte[] value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(value);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] run(int mode, byte[] key, byte[] nonce, byte[] context, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context);
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the value cannot be sealed or opened with this key", e);
        }
    }
}
