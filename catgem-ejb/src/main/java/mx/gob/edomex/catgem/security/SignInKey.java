package mx.gob.edomex.catgem.security;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import mx.gob.edomex.catgem.shared.Sha256;

/** What a tally is kept under. A name is hashed: people type their password into the wrong field. */
record SignInKey(SignInScope scope, String value) {

    static SignInKey account(String name) {
        return new SignInKey(SignInScope.ACCOUNT, "account:" + hash(normal(name)));
    }

    static SignInKey network(String network) {
        return new SignInKey(SignInScope.NETWORK, "network:" + network);
    }

    static SignInKey pair(String name, String network) {
        return new SignInKey(SignInScope.PAIR, "pair:" + hash(normal(name) + "\n" + network));
    }

    private static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static String hash(String text) {
        return HexFormat.of().formatHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
