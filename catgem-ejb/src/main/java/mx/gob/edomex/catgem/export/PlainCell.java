package mx.gob.edomex.catgem.export;

/**
 * Text that a spreadsheet takes for text. A cell that begins with {@code = + - @}, a tab or a line end runs as a formula
 * when the file is opened (OWASP "CSV Injection"), and citizens and advisors choose some of our texts; an apostrophe
 * in front of it is what a spreadsheet itself uses to say "text".
 */
final class PlainCell {

    // The full-width forms count as their plain ones in East Asian settings.
    private static final String STARTS_A_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private PlainCell() {}

    static String of(String text) {
        return !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
