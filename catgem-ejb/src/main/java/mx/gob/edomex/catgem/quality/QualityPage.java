package mx.gob.edomex.catgem.quality;

import java.util.List;

/**
 * A page of a list.
 *
 * @param found lines of all pages
 * @param own contacts left out because the reader attended them: nobody evaluates their own
 */
public record QualityPage<T>(List<T> lines, int found, int own, int page, int size) {

    public int pages() {
        return Math.max(1, (found + size - 1) / size);
    }
}
