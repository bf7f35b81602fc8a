package mx.gob.edomex.catgem.evidence.log;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Arrays;

/** An Ed25519 key that signs notes, made of 32 secret bytes (RFC 8032 §5.1.5). */
final class SigningKey {

    private final PrivateKey secret;
    private final VerifierKey verifier;

    /** @param algorithm {@link VerifierKey#LOG} or {@link VerifierKey#WITNESS} */
    SigningKey(String name, byte algorithm, byte[] seed) {
        KeyPair pair = pair(seed);
        secret = pair.getPrivate();
        verifier = new VerifierKey(name, algorithm, encoded((EdECPublicKey) pair.getPublic()));
    }

    VerifierKey verifier() {
        return verifier;
    }

    /** The line that goes under the note. */
    SignedNote.Line sign(SignedNote note) {
        return line(sign(note.textBytes()));
    }

    /** The line of a witness, who also says when. */
    SignedNote.Line cosign(SignedNote note, Instant at) {
        long seconds = at.getEpochSecond();
        byte[] time = ByteBuffer.allocate(8).putLong(seconds).array();
        return line(VerifierKey.join(time, sign(VerifierKey.cosigned(note, seconds))));
    }

    private SignedNote.Line line(byte[] signature) {
        return new SignedNote.Line(verifier.name(), VerifierKey.join(verifier.id(), signature));
    }

    private byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(secret);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    // The platform derives a public key only when it makes a pair: so the pair is made of these very bytes.
    private static KeyPair pair(byte[] seed) {
        if (seed.length != 32) {
            throw new IllegalArgumentException("a signing key has 32 bytes");
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] encoded(EdECPublicKey key) {
        byte[] big = key.getPoint().getY().toByteArray();
        byte[] little = new byte[32];
        for (int i = 0; i < Math.min(32, big.length); i++) {
            little[i] = big[big.length - 1 - i];
        }
        if (key.getPoint().isXOdd()) {
            little[31] |= (byte) 0x80;
        }
        return little;
    }

    private static final class Given extends SecureRandom {

        private final byte[] bytes;

        Given(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] into) {
            System.arraycopy(bytes, 0, into, 0, into.length);
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
