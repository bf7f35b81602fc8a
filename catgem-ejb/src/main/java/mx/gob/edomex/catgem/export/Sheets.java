package mx.gob.edomex.catgem.export;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A file under construction. Cells are null, String, Number, Boolean, LocalDate or Instant; nothing is held back. */
interface Sheets extends Closeable {

    /** Begins a table; each table begins with the facts about the whole export. */
    void begin(String name, List<Export.Fact> facts, List<String> columns) throws IOException;

    /** Before the first table: what is written across each page of a file that has pages. */
    default void mark(String text) {}

    /** After the last table. */
    default void scannable(Export.Scannable code) {}

    void row(List<?> cells) throws IOException;
}
