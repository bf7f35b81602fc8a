package mx.gob.edomex.catgem.channel.mail;

import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.ParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Content-Type header read with good will: what the strict grammar refuses is searched for by pattern.
 *
 * @param name type/subtype in lower case; text/plain when there is none (RFC 2045 §5.2)
 */
record MediaType(String name, String charset, String boundary, String fileName, String reportType) {

    private static final Pattern NAME = Pattern.compile("^\\s*([\\w.+-]{1,80}/[\\w.+-]{1,80})");

    static MediaType of(String header) {
        if (header == null) {
            return new MediaType("text/plain", null, null, null, null);
        }
        try {
            ContentType strict = new ContentType(header);
            return new MediaType(
                    strict.getBaseType().toLowerCase(Locale.ROOT),
                    strict.getParameter("charset"),
                    strict.getParameter("boundary"),
                    strict.getParameter("name"),
                    strict.getParameter("report-type"));
        } catch (ParseException | RuntimeException e) {
            Matcher name = NAME.matcher(header);
            return new MediaType(
                    name.find() ? name.group(1).toLowerCase(Locale.ROOT) : "text/plain",
                    parameter(header, "charset"),
                    parameter(header, "boundary"),
                    parameter(header, "name"),
                    parameter(header, "report-type"));
        }
    }

    static String parameter(String header, String name) {
        Matcher value = Pattern.compile(
                        "[;\\s]" + name + "\\s*=\\s*(?:\"([^\"]*)\"?|([^\\s;]+))", Pattern.CASE_INSENSITIVE)
                .matcher(header);
        if (!value.find()) {
            return null;
        }
        return value.group(1) == null ? value.group(2) : value.group(1);
    }

    boolean isMultipart() {
        return name.startsWith("multipart/");
    }

    /** The header again, with nothing in it that the multipart reader could stumble over. */
    String forReader() {
        return boundary == null ? name : name + "; boundary=\"" + boundary.replaceAll("[\"\\\\]", "") + "\"";
    }
}
