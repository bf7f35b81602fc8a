package mx.gob.edomex.catgem.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import mx.gob.edomex.catgem.export.PdfSheet;
import mx.gob.edomex.catgem.review.InputSheet.Section;
import mx.gob.edomex.catgem.shared.CentreMode;
import mx.gob.edomex.catgem.shared.Language;

/** The minutes of a review on paper; an official paper, so in Spanish whoever takes it. */
final class ReviewPaper {

    private final ReviewWords words = ReviewWords.in(Language.ES);
    private final ReviewCard card;
    private final CentreMode mode;
    private final ZoneId zone;
    private final String by;
    private final Instant at;
    private final String mark;

    /** @param mark across each page; empty for none */
    ReviewPaper(ReviewCard card, CentreMode mode, ZoneId zone, String by, Instant at, String mark) {
        this.mark = mark;
        this.card = card;
        this.mode = mode;
        this.zone = zone;
        this.by = by;
        this.at = at;
    }

    byte[] content() {
        String title = words.text("paper.title", card.number());
        try (PdfSheet sheet = new PdfSheet(title, Language.ES.locale(), at).watermark(mark)) {
            sheet.paragraph(words.text("paper.centre"))
                    .heading(title)
                    .paragraph(words.text("paper.days", day(card.heldOn()), day(card.from()), day(card.to())));
            if (card.isOpen()) {
                sheet.strong(words.text("paper.draft"));
            }
            sheet.strong(words.text("paper.participants")).paragraph(card.participants());
            inputs(sheet);
            sheet.heading(words.text("paper.minutes"))
                    .paragraph(card.minutes() == null ? words.text("paper.none") : card.minutes());
            decisions(sheet);
            return sheet.finish(words.text("mode." + mode) + " · " + by + " · " + time(at), words.text("paper.page"));
        }
    }

    private void inputs(PdfSheet sheet) {
        sheet.heading(words.text("paper.inputs"));
        if (card.inputs() == null) {
            sheet.paragraph(words.text("paper.none"));
            return;
        }
        for (Section section : Section.values()) {
            List<List<String>> rows = card.inputs().of(section).stream()
                    .map(line -> List.of(words.name(line), words.value(line), words.beside(line)))
                    .toList();
            if (!rows.isEmpty()) {
                sheet.strong(words.section(section))
                        .table(
                                List.of(words.text("col.what"), words.text("col.value"), words.text("col.beside")),
                                rows,
                                50,
                                18,
                                32);
            }
        }
        sheet.strong(words.text("suggestions"))
                .paragraph(
                        card.inputs().suggestions().isEmpty()
                                ? words.text("paper.none")
                                : card.inputs().suggestions());
        sheet.paragraph(words.text("paper.hash", time(card.inputs().at()), card.hash()));
    }

    private void decisions(PdfSheet sheet) {
        sheet.heading(words.text("paper.decisions"));
        if (card.decisions().isEmpty()) {
            sheet.paragraph(words.text("paper.none"));
            return;
        }
        sheet.table(
                List.of(
                        words.text("col.number"),
                        words.text("col.decision"),
                        words.text("col.owner"),
                        words.text("col.due"),
                        words.text("col.state")),
                card.decisions().stream().map(this::cells).toList(),
                14,
                42,
                18,
                12,
                14);
    }

    private List<String> cells(DecisionLine line) {
        String state = line.doneAt() != null ? "DONE" : line.overdue() ? "OVERDUE" : "OPEN";
        return List.of(
                line.number(),
                line.what() + (line.outcome() == null ? "" : "\n" + line.outcome()),
                line.ownerName(),
                day(line.dueOn()),
                words.text("decision." + state));
    }

    private static String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT).format(day);
    }

    private String time(Instant instant) {
        return DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss", Locale.ROOT).format(instant.atZone(zone));
    }
}
