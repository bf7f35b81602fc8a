package mx.gob.edomex.catgem.report;

/**
 * What is wrong in a line of a file.
 *
 * @param line from 1, as an editor counts; 0 when it is about the whole file
 * @param what value or month it is about; may be empty
 */
public record ImportFault(long line, Kind kind, String what) {

    /** Each with a text on the page. */
    public enum Kind {
        EMPTY_FILE,
        NOT_UTF8,
        TOO_LONG,
        HEADER,
        COLUMNS,
        LINE_UNKNOWN,
        YEAR,
        MONTH,
        VALUE_MISSING,
        NOT_A_NUMBER,
        NEGATIVE,
        TOO_LARGE,
        FUTURE,
        DUPLICATE,
        /** The file has the year but not this month of it. */
        MONTH_MISSING,
        /** Imported before with another value; published values never change. */
        OTHER_VALUE_KNOWN
    }
}
