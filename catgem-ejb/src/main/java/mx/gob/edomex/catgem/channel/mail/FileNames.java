package mx.gob.edomex.catgem.channel.mail;

import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.ParseException;
import java.util.Locale;

/** Names of attached files: read from the header, made harmless for a person's disk. */
final class FileNames {

    private static final int MAX = 120;

    private FileNames() {}

    /** The file name of a Content-Disposition header, or null. */
    static String parameter(String disposition) {
        try {
            return new ContentDisposition(disposition).getParameter("filename");
        } catch (ParseException | RuntimeException e) {
            return MediaType.parameter(disposition, "filename");
        }
    }

    /** No path, no reserved or invisible characters, no leading dot, at most 120 characters; never empty. */
    static String safe(String claimed, String fallback) {
        String name = claimed == null ? "" : CleanText.line(claimed);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = name.replaceAll("[<>:\"|?*;%\\x00-\\x1f]", "_").replaceAll("^[. ]+|[. ]+$", "");
        if (name.isEmpty()) {
            return fallback;
        }
        if (name.length() > MAX) {
            String extension = extension(name);
            String tail = extension.isEmpty() || extension.length() > 10 ? "" : "." + extension;
            name = name.substring(0, MAX - tail.length()) + tail;
        }
        return name;
    }

    /** Lower case, without the dot; empty when there is none. */
    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
    }
}
