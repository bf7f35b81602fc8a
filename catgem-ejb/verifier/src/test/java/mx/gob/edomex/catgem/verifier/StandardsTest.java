package mx.gob.edomex.catgem.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the standards print as examples. */
class StandardsTest {

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static Key key(String publicKey) throws Malformed {
        byte[] data = new byte[33];
        data[0] = Key.LOG;
        System.arraycopy(hex(publicKey), 0, data, 1, 32);
        byte[] id = Hashes.sha256("x\n".getBytes(StandardCharsets.UTF_8), data);
        return Key.parse(
                "x+" + HexFormat.of().formatHex(id, 0, 4) + "+"
                        + Base64.getEncoder().encodeToString(data),
                "key");
    }

    /** RFC 8032 §7.1, tests 1 to 3; and S + L in place of S, which §5.1.7 refuses. */
    @Test
    void signaturesOfEd25519() throws Malformed {
        List<List<String>> tests = List.of(
                List.of(
                        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
                        "",
                        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"),
                List.of(
                        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
                        "72",
                        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"),
                List.of(
                        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
                        "af82",
                        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"));
        for (List<String> test : tests) {
            byte[] signature = hex(test.get(2));
            assertThat(key(test.get(0)).verifies(hex(test.get(1)), signature)).isTrue();
            assertThat(key(test.get(0)).verifies(hex(test.get(1) + "00"), signature))
                    .isFalse();
            signature[63] |= 0x10;
            assertThat(key(test.get(0)).verifies(hex(test.get(1)), signature)).isFalse();
        }
    }

    /** The example of golang.org/x/mod/sumdb/note, where the form comes from. */
    @Test
    void aSignedNote() throws Malformed {
        Key key = Key.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", "key");
        Note note = Note.parse(
                """
                If you think cryptography is the answer to your problem,
                then you don't know what your problem is.

                \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
                """,
                "note");

        assertThat(key.isNamedBy(note.lines().get(0))).isTrue();
        assertThat(key.verifies(note, note.lines().get(0))).isTrue();
    }

    /** RFC 8785 §3.2.3 (order of keys by UTF-16 code units) and §3.2.2.2 (strings). */
    @Test
    void canonicalJson() throws Malformed {
        String sorted =
                "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"Latin Small Letter O With Diaeresis\","
                        + "\"\u20ac\":\"Euro Sign\",\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}";
        assertThat(Json.object(sorted, "x")).hasSize(7);
        assertThatCode(() -> Json.parse("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"", "x"))
                .doesNotThrowAnyException();
        for (String other : List.of(
                "{\"b\":1,\"a\":2}",
                "{\"a\":1,\"a\":1}",
                "{ }",
                "[1, 2]",
                "01",
                "1.0",
                "1e3",
                "-0",
                "\"\\u0041\"",
                "\"\\/\"",
                "\"\\u000F\"",
                "\"\\u000a\"",
                "tru",
                "nulll",
                "\"",
                "{\"a\"}",
                "",
                "[".repeat(50) + "]".repeat(50))) {
            assertThatThrownBy(() -> Json.parse(other, "x")).as(other).isInstanceOf(Malformed.class);
        }
    }

    /** The tree of eight leaves by which implementations of RFC 6962 compare themselves. */
    @Test
    void proofsOfTheTree() {
        byte[] root = hex("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
        byte[][] path = {
            hex("bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"),
            hex("ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"),
            hex("d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")
        };
        byte[] leaf = Hashes.leaf(hex("40414243"));
        assertThat(Hashes.root(leaf, 5, 8, path)).isEqualTo(root);
        assertThat(Hashes.root(leaf, 4, 8, path)).isNotEqualTo(root);
        assertThat(Hashes.root(leaf, 5, 4, path)).isNull();
        byte[] six = hex("76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef");
        byte[][] proof = {hex("0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"), path[1], path[2]};
        assertThat(Hashes.isConsistent(6, six, 8, root, proof)).isTrue();
        assertThat(Hashes.isConsistent(7, six, 8, root, proof)).isFalse();
        assertThat(Hashes.isConsistent(6, root, 8, root, proof)).isFalse();
    }
}
