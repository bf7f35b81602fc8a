package mx.gob.edomex.catgem.export;

import java.util.List;

/**
 * Work as boxes from top to bottom, each in the lane of whoever does it.
 *
 * @param lanes names, left to right
 * @param start the word where it begins, and {@code end} where it ends
 * @param title over each page of it
 */
public record FlowChart(
        List<String> lanes, List<Step> steps, List<Link> links, String start, String end, String title) {

    /**
     * One box.
     *
     * @param lane its place among the lanes
     * @param notes smaller lines under the title
     * @param optional drawn with a dashed edge
     */
    public record Step(int lane, String title, List<String> notes, boolean optional) {}

    /** One step that must come before another, both by their place; shown by a solid line, what merely follows by a dashed one. */
    public record Link(int before, int after) {}
}
