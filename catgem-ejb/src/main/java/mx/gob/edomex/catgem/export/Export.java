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
 */
public record Export(
        String code, String title, Language language, List<Fact> facts, Map<String, String> refs, List<Table> tables) {

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
