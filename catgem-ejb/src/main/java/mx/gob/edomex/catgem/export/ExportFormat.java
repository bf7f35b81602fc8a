package mx.gob.edomex.catgem.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import mx.gob.edomex.catgem.shared.Language;

/** The kinds of file an export can be. */
public enum ExportFormat {
    /** RFC 4180 in UTF-8 with a byte order mark, without which spreadsheets show accents wrong. */
    CSV("text/csv; charset=UTF-8") {
        @Override
        Sheets open(OutputStream out, ZoneId zone, Language language, Instant at) throws IOException {
            return new CsvSheets(out, zone);
        }
    },
    /** Office Open XML (ISO/IEC 29500), one sheet a table. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        Sheets open(OutputStream out, ZoneId zone, Language language, Instant at) {
            return new XlsxSheets(out, zone);
        }
    },
    /** On paper: ISO 32000, letter size, the font embedded. */
    PDF("application/pdf") {
        @Override
        Sheets open(OutputStream out, ZoneId zone, Language language, Instant at) {
            return new PdfSheets(out, zone, language, at);
        }
    };

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Lower case, without a dot. */
    public String extension() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * @param zone in which instants are written
     * @param at when the file is made
     */
    abstract Sheets open(OutputStream out, ZoneId zone, Language language, Instant at) throws IOException;
}
