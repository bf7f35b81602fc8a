package mx.gob.edomex.catgem.evidence.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    /** The leaves and roots that implementations of Certificate Transparency compare themselves by (RFC 6962). */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private final List<byte[]> hashes = new ArrayList<>(LEAVES.stream()
            .map(leaf -> TreeHash.leaf(HexFormat.of().parseHex(leaf)))
            .toList());

    private final MerkleTree tree = new MerkleTree(this::perfect);
    private int reads;

    private byte[] perfect(int level, long index) {
        reads++;
        return below(level, index);
    }

    private byte[] below(int level, long index) {
        return level == 0
                ? hashes.get((int) index)
                : TreeHash.node(below(level - 1, 2 * index), below(level - 1, 2 * index + 1));
    }

    @Test
    void rootsAreThoseEverybodyComputes() {
        assertThat(IntStream.rangeClosed(0, 8).mapToObj(size -> HexFormat.of().formatHex(tree.root(size))))
                .isEqualTo(ROOTS);
    }

    @Test
    void proofsAreThoseEverybodyComputes() {
        assertThat(hex(tree.inclusion(5, 8)))
                .containsExactly(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(hex(tree.consistency(6, 8)))
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    }

    private static List<String> hex(List<byte[]> proof) {
        return proof.stream().map(HexFormat.of()::formatHex).toList();
    }

    @Test
    void everyLeafIsProvenInEveryTreeAndNowhereElse() {
        grow(70);
        for (int size = 1; size <= 70; size++) {
            byte[] root = tree.root(size);
            for (int leaf = 0; leaf < size; leaf++) {
                List<byte[]> path = tree.inclusion(leaf, size);
                assertThat(MerkleTree.isIncluded(hashes.get(leaf), leaf, size, path, root))
                        .isTrue();
                assertThat(MerkleTree.isIncluded(hashes.get(leaf), leaf + 1, size, path, root))
                        .isFalse();
                assertThat(MerkleTree.isIncluded(hashes.get((leaf + 1) % 70), leaf, size, path, root))
                        .isFalse();
            }
        }
    }

    @Test
    void everyTreeContinuesEveryEarlierOneAndNoOther() {
        grow(70);
        for (int size = 1; size <= 70; size++) {
            for (int earlier = 0; earlier <= size; earlier++) {
                List<byte[]> proof = tree.consistency(earlier, size);
                byte[] before = tree.root(earlier);
                assertThat(MerkleTree.isConsistent(earlier, before, size, tree.root(size), proof))
                        .isTrue();
                if (earlier > 0) {
                    byte[] other = before.clone();
                    other[3] ^= 1;
                    assertThat(MerkleTree.isConsistent(earlier, other, size, tree.root(size), proof))
                            .isFalse();
                }
                if (!proof.isEmpty()) {
                    assertThat(MerkleTree.isConsistent(
                                    earlier, before, size, tree.root(size), proof.subList(1, proof.size())))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void aProofAsksForFewNodes() {
        grow(1000);
        for (int size : new int[] {513, 777, 999, 1000}) {
            reads = 0;
            tree.inclusion(size / 3, size);
            assertThat(reads).isLessThanOrEqualTo(2 * 10);
            reads = 0;
            tree.consistency(size / 3, size);
            assertThat(reads).isLessThanOrEqualTo(3 * 10);
        }
    }

    private void grow(int size) {
        for (int i = hashes.size(); i < size; i++) {
            hashes.add(TreeHash.leaf(new byte[] {(byte) i, (byte) (i >> 8)}));
        }
    }
}
