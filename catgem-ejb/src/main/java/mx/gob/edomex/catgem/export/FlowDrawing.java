package mx.gob.edomex.catgem.export;

import java.util.ArrayList;
import java.util.List;

/**
 * Lays a {@link FlowChart} out over pages. One box a row, so that a line from a box to the gutter on the right meets no
 * other box; each link between boxes that do not follow one another has a track of its own there.
 */
final class FlowDrawing {

    private static final float TITLE = 7.5f;
    private static final float NOTE = 6.5f;
    private static final float GAP = 13;
    private static final float PILL = 14;
    private static final float LANE_HEAD = 18;
    private static final float TRACK = 6;

    private final PdfSheet sheet;
    private final FlowChart chart;
    private final List<FlowChart.Link> far = new ArrayList<>();
    private final float laneWidth;
    private final float boxWidth;
    private final float[] tops;

    FlowDrawing(PdfSheet sheet, FlowChart chart) {
        this.sheet = sheet;
        this.chart = chart;
        chart.links().stream().filter(link -> link.after() != link.before() + 1).forEach(far::add);
        float gutter = far.isEmpty() ? 0 : far.size() * TRACK + 12;
        laneWidth = (sheet.width() - gutter) / chart.lanes().size();
        boxWidth = Math.min(laneWidth - 16, 210);
        tops = new float[chart.steps().size()];
    }

    void draw() {
        int first = 0;
        while (first < chart.steps().size()) {
            sheet.section(chart.title());
            sheet.y(sheet.y() - 5);
            int next = fitting(first);
            part(first, next);
            first = next;
            if (first < chart.steps().size()) {
                sheet.page();
            }
        }
    }

    /** The first step that has no room on this page; at least one has. */
    private int fitting(int first) {
        float room = sheet.y() - PdfSheet.bottom() - LANE_HEAD - 2 * (PILL + GAP);
        int next = first;
        while (next < chart.steps().size() && (room >= height(next) || next == first)) {
            room -= height(next) + GAP;
            next++;
        }
        return next;
    }

    private void part(int first, int next) {
        float top = sheet.y();
        float at = top - LANE_HEAD - 6;
        boolean ends = next == chart.steps().size();
        float y = at - PILL - GAP;
        for (int i = first; i < next; i++) {
            tops[i] = y;
            y -= height(i) + GAP;
        }
        float bottom = y - PILL - 4;
        lanes(top, bottom);
        pill(chart.steps().get(first).lane(), at, first == 0 ? chart.start() : "…");
        follow(
                centre(first),
                at - PILL,
                first,
                first > 0 || !chart.steps().get(first).optional());
        for (int i = first; i < next; i++) {
            box(i);
            if (i + 1 < next) {
                follow(centre(i), tops[i] - height(i), i + 1, isLinked(i, i + 1));
            }
        }
        int last = next - 1;
        sheet.line(.8f, centre(last), tops[last] - height(last), centre(last), y);
        sheet.arrowhead(centre(last), y, true);
        pill(chart.steps().get(last).lane(), y, ends ? chart.end() : "…");
        for (int track = 0; track < far.size(); track++) {
            track(far.get(track), track, first, next);
        }
        sheet.y(bottom);
    }

    private void lanes(float top, float bottom) {
        for (int lane = 0; lane < chart.lanes().size(); lane++) {
            float x = sheet.left() + lane * laneWidth;
            sheet.line(.4f, x, top, x, bottom, x + laneWidth, bottom, x + laneWidth, top, x, top);
            sheet.line(.4f, x, top - LANE_HEAD, x + laneWidth, top - LANE_HEAD);
            centred(
                    sheet.wrapped(chart.lanes().get(lane), 8, laneWidth - 6).get(0),
                    x + laneWidth / 2,
                    top - 12,
                    8,
                    true);
        }
    }

    private void pill(int lane, float top, String word) {
        float middle = sheet.left() + (lane + .5f) * laneWidth;
        float wide = Math.max(30, sheet.length(word, TITLE) + 16);
        sheet.box(middle - wide / 2, top - PILL, wide, PILL, false);
        centred(word, middle, top - PILL + 4.5f, TITLE, true);
    }

    private void box(int i) {
        FlowChart.Step step = chart.steps().get(i);
        sheet.box(centre(i) - boxWidth / 2, tops[i] - height(i), boxWidth, height(i), step.optional());
        float y = tops[i] - 2;
        for (String line : title(step)) {
            y -= TITLE * 1.2f;
            sheet.write(line, centre(i) - boxWidth / 2 + 4, y, TITLE, false);
        }
        for (String line : notes(step)) {
            y -= NOTE * 1.25f;
            sheet.write(line, centre(i) - boxWidth / 2 + 4, y, NOTE, false);
        }
    }

    /** From the middle of one box down, across in the gap, and into the top of the next. */
    private void follow(float x, float from, int to, boolean must) {
        float across = from - GAP / 2;
        float[] way = {x, from, x, across, centre(to), across, centre(to), tops[to]};
        if (must) {
            sheet.line(.8f, way);
        } else {
            sheet.dashed(.6f, way);
        }
        sheet.arrowhead(centre(to), tops[to], true);
    }

    private void track(FlowChart.Link link, int track, int first, int next) {
        float x = sheet.left() + chart.lanes().size() * laneWidth + 8 + track * TRACK;
        boolean here = link.before() >= first && link.before() < next;
        boolean there = link.after() >= first && link.after() < next;
        if (here && there) {
            float from = middle(link.before()) - 3;
            float to = middle(link.after()) + 3;
            sheet.line(.5f, right(link.before()), from, x, from, x, to, right(link.after()), to);
            sheet.arrowhead(right(link.after()), to, false);
        }
    }

    private boolean isLinked(int before, int after) {
        return chart.links().contains(new FlowChart.Link(before, after));
    }

    private float middle(int i) {
        return tops[i] - height(i) / 2;
    }

    private float right(int i) {
        return centre(i) + boxWidth / 2;
    }

    private float centre(int i) {
        return sheet.left() + (chart.steps().get(i).lane() + .5f) * laneWidth;
    }

    private float height(int i) {
        FlowChart.Step step = chart.steps().get(i);
        return title(step).size() * TITLE * 1.2f + notes(step).size() * NOTE * 1.25f + 7;
    }

    private List<String> title(FlowChart.Step step) {
        return sheet.wrapped(step.title(), TITLE, boxWidth - 8);
    }

    private List<String> notes(FlowChart.Step step) {
        return step.notes().stream()
                .flatMap(note -> sheet.wrapped(note, NOTE, boxWidth - 8).stream())
                .toList();
    }

    private void centred(String text, float x, float y, float fontSize, boolean bold) {
        sheet.write(text, x - sheet.length(text, fontSize) / 2, y, fontSize, bold);
    }
}
