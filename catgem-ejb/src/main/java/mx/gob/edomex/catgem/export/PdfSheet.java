package mx.gob.edomex.catgem.export;

import com.google.zxing.common.BitArray;
import com.google.zxing.common.BitMatrix;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

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
    /** Side of a QR code: some seven centimetres, since a checkpoint with its signatures takes many fields. */
    private static final float QR = 200;

    private final PDDocument document = new PDDocument();
    private final PDRectangle size = PDRectangle.LETTER;
    private final PDFont font;
    private final Map<Integer, Boolean> signs = new HashMap<>();
    private PDPageContentStream content;
    private float y;
    private List<String> headLeft = List.of();
    private List<String> headRight = List.of();
    private String mark = "";
    private String watermark = "";

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

    /**
     * From here on, and on a new page unless this one is empty, every page begins with a box of two columns.
     *
     * @param across a word written large and pale across each page, or an empty text
     */
    public PdfSheet running(List<String> left, List<String> right, String across) {
        headLeft = List.copyOf(left);
        headRight = List.copyOf(right);
        mark = across;
        if (y < size.getHeight() - MARGIN) {
            page();
        } else {
            head();
        }
        return this;
    }

    /** @param text pale across every page, beneath what is on it; an empty one for none */
    public PdfSheet watermark(String text) {
        watermark = printable(text);
        return this;
    }

    /** A diagram on a page of its own, or on several. */
    public PdfSheet flow(FlowChart chart) {
        page();
        new FlowDrawing(this, chart).draw();
        y -= 8;
        return this;
    }

    /** A heading within a document that has one already. */
    public PdfSheet section(String text) {
        room(60); // a heading stands with something under it
        return block(text, 11, true, 3);
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

    /** The text as a QR code that a telephone reads from paper. */
    public PdfSheet qr(String text) {
        BitMatrix code = QrCode.of(text);
        float field = QR / code.getHeight();
        room(QR);
        y -= QR;
        try {
            content.setNonStrokingColor(0f);
            for (int row = 0; row < code.getHeight(); row++) {
                BitArray fields = code.getRow(row, null);
                int from = fields.getNextSet(0);
                while (from < fields.getSize()) {
                    int end = fields.getNextUnset(from);
                    content.addRect(MARGIN + from * field, y + QR - (row + 1) * field, (end - from) * field, field);
                    from = fields.getNextSet(end);
                }
            }
            content.fill();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    float width() {
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
        if (y - height < bottom()) {
            page();
        }
    }

    /** Where the foot begins. */
    static float bottom() {
        return MARGIN + FOOT / 2;
    }

    float y() {
        return y;
    }

    void y(float now) {
        y = now;
    }

    float left() {
        return MARGIN;
    }

    void page() {
        try {
            if (content != null) {
                content.close();
            }
            PDPage page = new PDPage(size);
            document.addPage(page);
            content = new PDPageContentStream(document, page);
            y = size.getHeight() - MARGIN;
            head();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void rule(float thickness) {
        line(thickness, MARGIN, y, size.getWidth() - MARGIN, y);
    }

    private void head() {
        if (headLeft.isEmpty()) {
            return;
        }
        float top = size.getHeight() - 30;
        float height = Math.max(headLeft.size(), headRight.size()) * 12 + 8;
        float split = MARGIN + width() * .68f;
        box(MARGIN, top - height, width(), height, false);
        line(.6f, split, top, split, top - height);
        for (int i = 0; i < headLeft.size(); i++) {
            write(printable(headLeft.get(i)), MARGIN + 6, top - 13 - i * 12, 8.5f, true);
        }
        for (int i = 0; i < headRight.size(); i++) {
            write(printable(headRight.get(i)), split + 6, top - 13 - i * 12, 8, false);
        }
        across();
        y = top - height - 8;
    }

    private void across() {
        if (mark.isEmpty()) {
            return;
        }
        float fontSize = 92;
        double angle = Math.toRadians(52);
        float half = length(mark, fontSize) / 2;
        try {
            content.saveGraphicsState();
            content.setNonStrokingColor(.9f);
            content.beginText();
            content.setFont(font, fontSize);
            content.setRenderingMode(RenderingMode.FILL);
            content.setTextMatrix(
                    Matrix.getRotateInstance(angle, (float) (size.getWidth() / 2 - half * Math.cos(angle) + 30), (float)
                            (size.getHeight() / 2 - half * Math.sin(angle))));
            content.showText(mark);
            content.endText();
            content.restoreGraphicsState();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void line(float thickness, float... points) {
        try {
            content.setLineWidth(thickness);
            content.moveTo(points[0], points[1]);
            for (int i = 2; i < points.length; i += 2) {
                content.lineTo(points[i], points[i + 1]);
            }
            content.stroke();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void dashed(float thickness, float... points) {
        try {
            content.setLineDashPattern(new float[] {2.5f, 2}, 0);
            line(thickness, points);
            content.setLineDashPattern(new float[0], 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A white rectangle with an edge. */
    void box(float x, float bottom, float wide, float high, boolean dashed) {
        try {
            content.setNonStrokingColor(1f);
            content.addRect(x, bottom, wide, high);
            content.fill();
            content.setNonStrokingColor(0f);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        float[] edge = {x, bottom, x + wide, bottom, x + wide, bottom + high, x, bottom + high, x, bottom};
        if (dashed) {
            dashed(.8f, edge);
        } else {
            line(.8f, edge);
        }
    }

    /** A filled triangle whose point is there, pointing down or to the left. */
    void arrowhead(float x, float at, boolean down) {
        try {
            content.moveTo(x, at);
            content.lineTo(down ? x - 2.6f : x + 5, down ? at + 5 : at - 2.6f);
            content.lineTo(down ? x + 2.6f : x + 5, down ? at + 5 : at + 2.6f);
            content.closePath();
            content.fill();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String text, float x, float at, float fontSize, boolean bold) {
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

    List<String> wrapped(String text, float fontSize, float wide) {
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

    float length(CharSequence text, float fontSize) {
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

    /** To ask the font costs as much as to write the letter, and the letters of a report are the same few. */
    private boolean hasSign(int codePoint) {
        return signs.computeIfAbsent(codePoint, this::isInFont);
    }

    private boolean isInFont(int codePoint) {
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
                beneath(document.getPage(i));
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

    private void beneath(PDPage page) throws IOException {
        if (watermark.isEmpty()) {
            return;
        }
        float fontSize = 15;
        double angle = Math.toRadians(32);
        try (PDPageContentStream under = new PDPageContentStream(document, page, AppendMode.PREPEND, true)) {
            under.saveGraphicsState();
            under.setNonStrokingColor(.82f);
            for (float at = 110; at < size.getHeight(); at += 210) {
                under.beginText();
                under.setFont(font, fontSize);
                under.setTextMatrix(Matrix.getRotateInstance(angle, MARGIN, at - 60));
                under.showText(watermark);
                under.endText();
            }
            under.restoreGraphicsState();
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
