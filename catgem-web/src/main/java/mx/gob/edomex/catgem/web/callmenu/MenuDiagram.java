package mx.gob.edomex.catgem.web.callmenu;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import mx.gob.edomex.catgem.channel.phone.flow.FlowKind;
import mx.gob.edomex.catgem.web.callmenu.MenuReading.Line;
import mx.gob.edomex.catgem.web.callmenu.MenuReading.Way;

/**
 * Lays a menu out as a drawing that is as narrow as a telephone: one box a row in reading order, so that no line crosses a
 * box. On the left a line leaves each menu and branches off to what its keys lead to; on the right lines come together at
 * what several nodes lead to; what simply follows is joined from box to box. Units are those of the drawing.
 *
 * @param boxes from above to below
 * @param ways lines with an arrow at their end; dashed where nothing is pressed
 * @param trunks lines without one
 * @param marks keys, each beside its arrow
 */
public record MenuDiagram(
        int width, int height, int start, List<Box> boxes, List<Path> ways, List<Path> trunks, List<Mark> marks) {

    private static final int NARROWEST = 360;
    private static final int NARROWEST_BOX = 200;
    private static final int BOX = 46;
    private static final int ROW = 66;
    private static final int TOP = 26;
    private static final int LANE = 13;
    private static final int KEYS = 36;
    private static final int MARGIN = 8;
    private static final int ARRIVES = 15;
    private static final int LEAVES = 33;
    private static final int JOINT = 26;
    private static final double LETTER = 7.8;
    private static final double SMALL_LETTER = 6.8;
    private static final int MOST_KEYS = 3;

    /** A node. */
    public record Box(
            String name,
            FlowKind kind,
            int x,
            int y,
            int width,
            int height,
            String title,
            String detail,
            boolean faulty) {

        /** Where its first line of words stands; in the middle when it is the only one. */
        public int titleAt() {
            return y + (detail.isEmpty() ? 28 : 19);
        }

        public int detailAt() {
            return y + 36;
        }
    }

    /** A line. */
    public record Path(String line, boolean dashed) {}

    /** A word beside a line, which ends at x. */
    public record Mark(int x, int y, String text) {}

    /** What stands in a box. */
    record Words(String title, String detail) {}

    /**
     * A vertical line that others begin or end at, by rows.
     *
     * @param name of the node it belongs to
     * @param others what it joins that node with
     */
    private record Trunk(String name, int from, int to, List<Integer> others) {}

    static MenuDiagram of(List<Line> lines, Function<Line, Words> words) {
        return new Drawing(lines).done(words);
    }

    private static final class Drawing {
        private final List<Line> lines;
        private final Map<String, Integer> rows = new HashMap<>();
        private final List<Path> ways = new ArrayList<>();
        private final List<Path> trunks = new ArrayList<>();
        private final List<Mark> marks = new ArrayList<>();
        private final Map<String, Integer> lefts;
        private final Map<String, Integer> rights;
        private final int left;
        private final int width;
        private final int boxWidth;

        Drawing(List<Line> lines) {
            this.lines = lines;
            for (int i = 0; i < lines.size(); i++) {
                rows.put(lines.get(i).name(), i);
            }
            List<Trunk> menus = menus();
            List<Trunk> joins = joins();
            lefts = lanes(menus);
            rights = lanes(joins);
            left = MARGIN + count(lefts) * LANE + KEYS;
            int right = MARGIN + count(rights) * LANE + (rights.isEmpty() ? 0 : MARGIN);
            width = Math.max(NARROWEST, left + right + NARROWEST_BOX);
            boxWidth = width - left - right;
            menus.forEach(trunk -> trunk(laneLeft(trunk.name()), trunk, LEAVES, ARRIVES));
            joins.forEach(trunk -> trunk(laneRight(trunk.name()), trunk, ARRIVES, LEAVES));
        }

        MenuDiagram done(Function<Line, Words> words) {
            lines.forEach(line -> line.ways().stream().filter(Way::there).forEach(way -> way(line, way)));
            List<Box> boxes =
                    lines.stream().map(line -> box(line, words.apply(line))).toList();
            int height = TOP + Math.max(1, lines.size()) * ROW - (ROW - BOX) + MARGIN;
            return new MenuDiagram(
                    width, height, left + JOINT, boxes, List.copyOf(ways), List.copyOf(trunks), List.copyOf(marks));
        }

        private Box box(Line line, Words words) {
            int room = boxWidth - 20;
            return new Box(
                    line.name(),
                    line.kind(),
                    left,
                    top(line.name()),
                    boxWidth,
                    BOX,
                    cut(words.title(), (int) (room / LETTER)),
                    cut(words.detail(), (int) (room / SMALL_LETTER)),
                    line.faulty());
        }

        private static String cut(String text, int longest) {
            return text.length() <= longest
                    ? text
                    : text.substring(0, Math.max(0, longest - 1)).strip() + "…";
        }

        private static boolean isMenu(Line line) {
            return line.kind() == FlowKind.MENU;
        }

        private boolean follows(String from, String to) {
            return rows.get(to) == rows.get(from) + 1;
        }

        /** One for each menu, over all it leads to. */
        private List<Trunk> menus() {
            return lines.stream()
                    .filter(line -> isMenu(line) && line.ways().stream().anyMatch(Way::there))
                    .map(line -> over(
                            line.name(),
                            line.ways().stream()
                                    .filter(Way::there)
                                    .map(Way::other)
                                    .toList()))
                    .toList();
        }

        /** One for each node that others lead to from afar. */
        private List<Trunk> joins() {
            Map<String, List<String>> sources = new LinkedHashMap<>();
            lines.stream().filter(line -> !isMenu(line)).forEach(line -> line.ways().stream()
                    .filter(way -> way.there() && !follows(line.name(), way.other()))
                    .forEach(way -> sources.computeIfAbsent(way.other(), one -> new ArrayList<>())
                            .add(line.name())));
            return sources.entrySet().stream()
                    .map(one -> over(one.getKey(), one.getValue()))
                    .toList();
        }

        private Trunk over(String name, List<String> others) {
            TreeSet<Integer> all = new TreeSet<>(others.stream().map(rows::get).toList());
            List<Integer> joined = List.copyOf(all);
            all.add(rows.get(name));
            return new Trunk(name, all.first(), all.last(), joined);
        }

        /** Trunks that do not meet share a lane; the shorter ones are nearer to the boxes. */
        private static Map<String, Integer> lanes(List<Trunk> trunks) {
            List<List<Trunk>> lanes = new ArrayList<>();
            Map<String, Integer> chosen = new HashMap<>();
            trunks.stream()
                    .sorted(Comparator.comparingInt(trunk -> trunk.to() - trunk.from()))
                    .forEach(trunk -> {
                        int lane = 0;
                        while (lane < lanes.size()
                                && lanes.get(lane).stream()
                                        .anyMatch(other -> other.from() <= trunk.to() && trunk.from() <= other.to())) {
                            lane++;
                        }
                        if (lane == lanes.size()) {
                            lanes.add(new ArrayList<>());
                        }
                        lanes.get(lane).add(trunk);
                        chosen.put(trunk.name(), lane);
                    });
            return chosen;
        }

        private static int count(Map<String, Integer> lanes) {
            return lanes.isEmpty() ? 0 : Collections.max(lanes.values()) + 1;
        }

        private int laneLeft(String menu) {
            return left - KEYS - lefts.get(menu) * LANE;
        }

        private int laneRight(String target) {
            return left + boxWidth + (rights.get(target) + 1) * LANE;
        }

        private int top(String name) {
            return TOP + rows.get(name) * ROW;
        }

        /**
         * @param own where it meets its own box, down from the top
         * @param other where it meets the others
         */
        private void trunk(int x, Trunk trunk, int own, int other) {
            TreeSet<Integer> meets = new TreeSet<>();
            meets.add(top(trunk.name()) + own);
            trunk.others().forEach(row -> meets.add(TOP + row * ROW + other));
            trunks.add(new Path("M" + x + " " + meets.first() + "V" + meets.last(), false));
        }

        private void way(Line line, Way way) {
            int from = top(line.name());
            int to = top(way.other());
            if (isMenu(line)) {
                int x = laneLeft(line.name());
                trunks.add(new Path("M" + left + " " + (from + LEAVES) + "H" + x, false));
                ways.add(new Path(
                        "M" + x + " " + (to + ARRIVES) + "H" + (left - 2),
                        way.keys().isEmpty()));
                marks.add(new Mark(left - 11, to + ARRIVES - 4, keys(way)));
            } else if (follows(line.name(), way.other())) {
                ways.add(new Path("M" + (left + JOINT) + " " + (from + BOX) + "V" + (to - 2), false));
            } else {
                int x = laneRight(way.other());
                trunks.add(new Path("M" + (left + boxWidth) + " " + (from + LEAVES) + "H" + x, false));
                ways.add(new Path("M" + x + " " + (to + ARRIVES) + "H" + (left + boxWidth + 2), false));
            }
        }

        /** {@code 1}, {@code 0 –}: a dash is when nothing is pressed. */
        private static String keys(Way way) {
            List<String> keys = new ArrayList<>(
                    way.keys().subList(0, Math.min(MOST_KEYS, way.keys().size())));
            if (way.keys().size() > MOST_KEYS) {
                keys.add("…");
            }
            if (way.byItself()) {
                keys.add("–");
            }
            return String.join(" ", keys);
        }
    }
}
