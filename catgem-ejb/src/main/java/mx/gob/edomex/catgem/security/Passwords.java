package mx.gob.edomex.catgem.security;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.spec.InvalidKeySpecException;
import java.util.Base64;
import org.wildfly.security.password.Password;
import org.wildfly.security.password.PasswordFactory;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.interfaces.BCryptPassword;
import org.wildfly.security.password.spec.EncryptablePasswordSpec;
import org.wildfly.security.password.spec.IteratedSaltedPasswordAlgorithmSpec;
import org.wildfly.security.password.util.ModularCrypt;

/** Hashes of passwords (bcrypt, as the server's own sign-in reads them) and passwords that chance makes. */
public final class Passwords {

    /** For passwords that people choose or get to type. */
    public static final int COST = 10;

    /** For secrets of 256 random bits, which nobody guesses; every call of a program pays the hash (decision 0005). */
    public static final int COST_OF_SECRETS = 4;

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Nothing that is mistaken for another when it is read aloud or copied by hand. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP = 4;

    private Passwords() {}

    /** @return in modular crypt format, {@code $2a$…} */
    public static String hash(String password, int cost) {
        byte[] salt = new byte[BCryptPassword.BCRYPT_SALT_SIZE];
        RANDOM.nextBytes(salt);
        try {
            return ModularCrypt.encodeAsString(factory(BCryptPassword.ALGORITHM_BCRYPT)
                    .generatePassword(new EncryptablePasswordSpec(
                            password.toCharArray(), new IteratedSaltedPasswordAlgorithmSpec(cost, salt))));
        } catch (InvalidKeySpecException e) {
            throw new IllegalStateException("the password cannot be hashed", e);
        }
    }

    public static boolean matches(String stored, String typed) {
        try {
            Password decoded = ModularCrypt.decode(stored);
            PasswordFactory factory = factory(decoded.getAlgorithm());
            return factory.verify(factory.translate(decoded), typed.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the stored password cannot be read", e);
        }
    }

    /** To be typed once, then changed: four groups of four characters, 79 bits. */
    public static String oneTime() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            text.append(i > 0 && i % GROUP == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /** For a program: 256 random bits. */
    public static String secret() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    private static PasswordFactory factory(String algorithm) {
        try {
            return PasswordFactory.getInstance(algorithm, WildFlyElytronPasswordProvider.getInstance());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the server knows no " + algorithm, e);
        }
    }
}
