package mx.gob.edomex.catgem.web.board;

import mx.gob.edomex.catgem.report.Window;

/**
 * A figure as drawn, with everything a click on it shows.
 *
 * @param id unique on the page
 * @param shown the number alone, the same in exports and in the API; empty when there is none
 * @param text the number with its unit, or a dash
 * @param interval the 95 % interval in words, or empty
 * @param few whether there are too few answers to show it
 * @param level {@code ok} or {@code danger} beside its target, else empty
 * @param target the target in words, or empty
 * @param drill address of the contacts behind it, or empty
 */
public record FigureCell(
        String id,
        String measure,
        String name,
        String formula,
        String shown,
        String text,
        long n,
        long hits,
        boolean rate,
        String interval,
        boolean few,
        String level,
        String target,
        Window window,
        String drill) {}
