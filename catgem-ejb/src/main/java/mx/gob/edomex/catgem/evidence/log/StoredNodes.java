package mx.gob.edomex.catgem.evidence.log;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * The tree as it is stored: leaf hashes, and the roots over 256 of them, over 256 of those, and so on. What lies between
 * is computed from one row of 256 siblings (a tile); a proof needs two tiles of each such level at most.
 */
final class StoredNodes implements PerfectNodes {

    static final int WIDTH = 256;
    private static final int HEIGHT = 8;
    private static final int KEPT = 64;

    private record Place(int level, long tile) {}

    private final EntityManager entities;
    private final Map<Place, List<List<byte[]>>> tiles = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, List<List<byte[]>>> eldest) {
            return size() > KEPT;
        }
    };

    /** Reads in the transaction of the entity manager; a tile once read is not read again. */
    StoredNodes(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public byte[] hash(int level, long index) {
        int within = level % HEIGHT;
        long tile = index >> (HEIGHT - within);
        List<byte[]> row = tile(level - within, tile).get(within);
        int at = (int) (index - (tile << (HEIGHT - within)));
        if (at >= row.size()) {
            throw new LogDamaged((level == 0 ? "leaf:" : "node:" + level + ":") + index);
        }
        return row.get(at);
    }

    /** The root over a tile that is full. */
    byte[] over(int level, long tile) {
        List<byte[]> hashes = tile(level, tile).get(HEIGHT - 1);
        return TreeHash.node(hashes.get(0), hashes.get(1));
    }

    private List<List<byte[]>> tile(int level, long tile) {
        Place place = new Place(level, tile);
        List<List<byte[]>> known = tiles.get(place);
        if (known == null) {
            known = rows(read(level, tile));
            tiles.put(place, known);
        }
        return known;
    }

    private List<byte[]> read(int level, long tile) {
        long first = tile * WIDTH;
        @SuppressWarnings("ArrayRecordComponent") // never compared by value
        record Stored(long index, byte[] hash) {}
        String table = level == 0 ? "log_leaf where" : "log_node where level = " + level + " and";
        List<Stored> stored = Sql.on(
                        entities, "select idx, hash from " + table + " idx >= :first and idx < :end order by idx")
                .set("first", first)
                .set("end", first + WIDTH)
                .list(row -> new Stored(row.big("idx"), row.bytes("hash")));
        List<byte[]> hashes = new ArrayList<>();
        for (Stored one : stored) {
            if (one.index() != first + hashes.size()) {
                break; // a gap: whoever needs what is behind it is told
            }
            hashes.add(one.hash());
        }
        return hashes;
    }

    private static List<List<byte[]>> rows(List<byte[]> hashes) {
        List<List<byte[]>> rows = new ArrayList<>(List.of(hashes));
        for (int height = 1; height < HEIGHT; height++) {
            List<byte[]> below = rows.get(height - 1);
            List<byte[]> row = new ArrayList<>();
            for (int i = 0; i + 1 < below.size(); i += 2) {
                row.add(TreeHash.node(below.get(i), below.get(i + 1)));
            }
            rows.add(row);
        }
        return rows;
    }
}
