package mx.gob.edomex.catgem.export;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import mx.gob.edomex.catgem.shared.Language;

/**
 * What is to be exported, in the reader's words.
 *
 * @param code names the export in the ledger and in the file's name, upper case with underscores
 * @param title of the file
 * @param facts period, filters, formulas and n: what a reader must know to use the figures
 * @param refs the same for the ledger, as codes ({@code from, until, procedure…}), never words
 * @param scannable what paper shows below the tables, other files not; null for nothing
 */
public record Export(
        String code,
        String title,
        Language language,
        List<Fact> facts,
        Map<String, String> refs,
        List<Table> tables,
        Scannable scannable) {

    public Export(
            String code,
            String title,
            Language language,
            List<Fact> facts,
            Map<String, String> refs,
            List<Table> tables) {
        this(code, title, language, facts, refs, tables, null);
    }

    /** A text as a QR code, with a title and what it is good for above it and the text itself below. */
    public record Scannable(String title, String hint, String text) {}

    /** A line above the figures. */
    public record Fact(String name, Object value) {}

    /** A table with a row of column names. */
    public record Table(String name, List<String> columns, Rows rows) {

        public static Table of(String name, List<String> columns, List<? extends List<?>> rows) {
            return new Table(name, columns, rows::forEach);
        }
    }

    /** Hands over row after row, so that a long list is never whole in memory. */
    @FunctionalInterface
    public interface Rows {
        void each(Consumer<List<?>> row);
    }
}
