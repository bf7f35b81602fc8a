package mx.gob.edomex.catgem.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/**
 * A report on paper (letter size): headings, paragraphs and tables that break over pages, each page with a stamp and
 * its number. The font is embedded, so accents look the same everywhere; what it has no sign for shows as a box.
 * Lengths are points.
 */
public final class PdfSheet implements AutoCloseable {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float MARGIN = 50;
    private static final float FOOT = 64;
    private static final float LEADING = 1.32f;
    private static final float CELL = 3;

    private final PDDocument document = new PDDocument();
    private final PDRectangle size = PDRectangle.LETTER;
    private final PDFont font;
    private PDPageContentStream content;
    private float y;

    /** @param title also shown by the reader program */
    public PdfSheet(String title, Locale language, Instant at) {
        try (InputStream file = PDDocument.class.getResourceAsStream(FONT)) {
            font = PDType0Font.load(document, file, true);
            PDDocumentInformation about = document.getDocumentInformation();
            about.setTitle(title);
            about.setCreator("CATGEM");
            Calendar created = GregorianCalendar.from(at.atZone(ZoneOffset.UTC));
            about.setCreationDate(created);
            document.getDocumentCatalog().setLanguage(language.toLanguageTag());
            page();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public PdfSheet heading(String text) {
        return block(text, 16, true, 6);
    }

    public PdfSheet paragraph(String text) {
        return block(text, 9, false, 4);
    }

    public PdfSheet strong(String text) {
        return block(text, 9, true, 4);
    }

    private PdfSheet block(String text, float fontSize, boolean bold, float after) {
        for (String line : wrapped(text, fontSize, width())) {
            room(fontSize * LEADING);
            y -= fontSize * LEADING;
            write(line, MARGIN, y, fontSize, bold);
        }
        y -= after;
        return this;
    }

    /**
     * A table; its heading is repeated on each page.
     *
     * @param shares of the width, one a column
     */
    public PdfSheet table(List<String> heading, List<List<String>> rows, float... shares) {
        row(heading, shares, true);
        for (List<String> row : rows) {
            if (y - height(row, shares) < MARGIN + FOOT) {
                page();
                row(heading, shares, true);
            }
            row(row, shares, false);
        }
        y -= 8;
        return this;
    }

    private void row(List<String> cells, float[] shares, boolean bold) {
        float fontSize = 8;
        float height = height(cells, shares);
        room(height);
        float x = MARGIN;
        for (int column = 0; column < cells.size(); column++) {
            float wide = width(shares, column);
            float line = y - CELL;
            for (String text : wrapped(cells.get(column), fontSize, wide - 2 * CELL)) {
                line -= fontSize * LEADING;
                write(text, x + CELL, line + 2, fontSize, bold);
            }
            x += wide;
        }
        y -= height;
        rule(bold ? 1.2f : .4f);
    }

    private float height(List<String> cells, float[] shares) {
        int lines = 1;
        for (int column = 0; column < cells.size(); column++) {
            lines = Math.max(
                    lines,
                    wrapped(cells.get(column), 8, width(shares, column) - 2 * CELL)
                            .size());
        }
        return lines * 8 * LEADING + 2 * CELL;
    }

    private float width() {
        return size.getWidth() - 2 * MARGIN;
    }

    private float width(float[] shares, int column) {
        float all = 0;
        for (float share : shares) {
            all += share;
        }
        return width() * shares[column] / all;
    }

    private void room(float height) {
        if (y - height < MARGIN + FOOT / 2) {
            page();
        }
    }

    private void page() {
        try {
            if (content != null) {
                content.close();
            }
            PDPage page = new PDPage(size);
            document.addPage(page);
            content = new PDPageContentStream(document, page);
            y = size.getHeight() - MARGIN;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void rule(float thickness) {
        try {
            content.setLineWidth(thickness);
            content.moveTo(MARGIN, y);
            content.lineTo(size.getWidth() - MARGIN, y);
            content.stroke();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text, float x, float at, float fontSize, boolean bold) {
        write(content, text, x, at, fontSize, bold);
    }

    // The font has one weight; a thin outline makes the other.
    private void write(PDPageContentStream stream, String text, float x, float at, float fontSize, boolean bold) {
        try {
            stream.beginText();
            stream.setFont(font, fontSize);
            stream.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
            stream.setLineWidth(fontSize / 40);
            stream.newLineAtOffset(x, at);
            stream.showText(text);
            stream.endText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> wrapped(String text, float fontSize, float wide) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : printable(text == null ? "" : text).split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.split(" ", -1)) {
                if (!line.isEmpty() && length(line + " " + word, fontSize) > wide) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                String rest = word;
                while (length(rest, fontSize) > wide) { // a hash or an address without blanks
                    int end = fitting(rest, fontSize, wide);
                    lines.add(rest.substring(0, end));
                    rest = rest.substring(end);
                }
                line.append(line.isEmpty() ? "" : " ").append(rest);
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private int fitting(String word, float fontSize, float wide) {
        int end = 1;
        while (end < word.length() && length(word.substring(0, end + 1), fontSize) <= wide) {
            end++;
        }
        return end;
    }

    private float length(CharSequence text, float fontSize) {
        try {
            return font.getStringWidth(text.toString()) / 1000 * fontSize;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String printable(String text) {
        StringBuilder known = new StringBuilder();
        text.replace("\t", " ").replace("\r", "").codePoints().forEach(c -> {
            known.appendCodePoint(c == '\n' || hasSign(c) ? c : 0x25A1);
        });
        return known.toString();
    }

    private boolean hasSign(int codePoint) {
        try {
            font.encode(Character.toString(codePoint));
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * @param stamp at the foot of each page: who, when, TRYOUT or PRODUCTION
     * @param numbering as in {@code Página %d de %d}
     */
    public byte[] finish(String stamp, String numbering) {
        try {
            content.close();
            content = null;
            int pages = document.getNumberOfPages();
            for (int i = 0; i < pages; i++) {
                try (PDPageContentStream foot =
                        new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true)) {
                    String number = String.format(Locale.ROOT, numbering, i + 1, pages);
                    write(foot, printable(stamp), MARGIN, MARGIN - 14, 8, true);
                    write(foot, number, size.getWidth() - MARGIN - length(number, 8), MARGIN - 14, 8, false);
                }
            }
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            document.save(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (content != null) {
                content.close();
            }
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
