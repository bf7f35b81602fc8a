package mx.gob.edomex.catgem.evidence.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {

    /** The example of the library that made the form (golang.org/x/mod/sumdb/note). */
    private static final String KNOWN =
            """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    private static final VerifierKey NEUMANN =
            VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");

    @Test
    void aNoteSignedElsewhereIsUnderstood() {
        SignedNote note = SignedNote.parse(KNOWN);

        assertThat(NEUMANN.hasSigned(note)).isTrue();
        assertThat(NEUMANN.hasSigned(SignedNote.parse(KNOWN.replace("think", "thank"))))
                .isFalse();
        assertThat(note).hasToString(KNOWN);
    }

    /** RFC 8032 §7.1, tests 1 to 3. */
    @Test
    void keysAndSignaturesAreThoseOfTheStandard() {
        List<List<String>> tests = List.of(
                List.of(
                        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"),
                List.of(
                        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"),
                List.of(
                        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
                        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025"));
        for (List<String> test : tests) {
            SigningKey key = new SigningKey("x", VerifierKey.LOG, HexFormat.of().parseHex(test.get(0)));
            assertThat(HexFormat.of().formatHex(key.verifier().key())).isEqualTo(test.get(1));
        }
    }

    @Test
    void whatASecretKeySignsItsPublicHalfVerifies() {
        SignedNote note = new SignedNote("a\n1\n\u00e1\n", List.of());
        SigningKey log = MemoryLog.KEY;
        SigningKey witness = MemoryLog.WITNESS;

        SignedNote signed = note.and(log.sign(note)).and(witness.cosign(note, Instant.ofEpochSecond(1_772_000_000)));

        assertThat(log.verifier().hasSigned(signed)).isTrue();
        assertThat(witness.verifier().hasSigned(signed)).isTrue();
        assertThat(MemoryLog.OTHER_KEY.verifier().hasSigned(signed)).isFalse();
        assertThat(VerifierKey.parse(log.verifier().toString())).isEqualTo(log.verifier());
        // The time is signed too.
        byte[] bytes = signed.signatures().get(1).bytes().clone();
        bytes[11] ^= 1;
        SignedNote later = note.and(new SignedNote.Line(witness.verifier().name(), bytes));
        assertThat(witness.verifier().hasSigned(later)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "text\n",
                "text\n\nno dash AAAAAAA=\n",
                "text\n\n\u2014 x AAA=\n",
                "text\n\n\u2014 x !!!\n"
            })
    void whatIsNoNoteIsRefused(String text) {
        assertThatThrownBy(() -> SignedNote.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCheckpointSaysOriginSizeAndRootInThreeLines() {
        Checkpoint checkpoint = new Checkpoint("catgem.edomex.gob.mx/TRYOUT/x", 7, TreeHash.empty());

        assertThat(checkpoint.unsigned().text())
                .isEqualTo("catgem.edomex.gob.mx/TRYOUT/x\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
        assertThat(Checkpoint.of(checkpoint.unsigned()).sameAs(checkpoint)).isTrue();
        assertThatThrownBy(() -> Checkpoint.of(new SignedNote("x\n07\nAA==\n", List.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
