package mx.gob.edomex.catgem.channel.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a file is by its first bytes (signatures as in the {@code file} command), whatever its name claims.
 *
 * @param dangerous it can act on the reader's machine: programs, scripts, pages, macros
 */
record FileKind(String mediaType, boolean dangerous) {

    private record Signature(int offset, String bytes, FileKind kind) {}

    private static final FileKind PROGRAM = new FileKind("application/x-executable", true);
    private static final FileKind PAGE = new FileKind("text/html", true);
    private static final FileKind UNKNOWN = new FileKind("application/octet-stream", false);
    private static final FileKind ZIP = new FileKind("application/zip", false);
    private static final Set<String> DANGEROUS_EXTENSIONS = Set.of(
            "exe", "dll", "com", "scr", "pif", "bat", "cmd", "vbs", "vbe", "js", "jse", "mjs", "ws", "wsf", "wsh",
            "ps1", "psm1", "msi", "msp", "jar", "hta", "cpl", "lnk", "reg", "iso", "img", "vhd", "vhdx", "html", "htm",
            "xhtml", "shtml", "mht", "mhtml", "svg", "svgz", "docm", "dotm", "xlsm", "xltm", "xlam", "pptm", "apk",
            "app", "chm", "url", "sh", "py", "one", "xll", "ade", "adp", "gadget", "inf", "sct", "swf");

    private static final List<Signature> SIGNATURES = List.of(
            new Signature(0, "%PDF-", safe("application/pdf")),
            new Signature(0, "\u0089PNG\r\n", safe("image/png")),
            new Signature(0, "\u00ff\u00d8\u00ff", safe("image/jpeg")),
            new Signature(0, "GIF8", safe("image/gif")),
            new Signature(8, "WEBP", safe("image/webp")),
            new Signature(0, "II*\0", safe("image/tiff")),
            new Signature(0, "MM\0*", safe("image/tiff")),
            new Signature(4, "ftypheic", safe("image/heic")),
            new Signature(4, "ftyp", safe("video/mp4")),
            new Signature(0, "ID3", safe("audio/mpeg")),
            new Signature(0, "\u00ff\u00fb", safe("audio/mpeg")),
            new Signature(0, "OggS", safe("audio/ogg")),
            new Signature(0, "#!AMR", safe("audio/amr")),
            new Signature(8, "WAVE", safe("audio/wav")),
            new Signature(0, "{\\rtf", safe("application/rtf")),
            new Signature(0, "\u00d0\u00cf\u0011\u00e0", safe("application/x-ole-storage")),
            new Signature(0, "Rar!", safe("application/vnd.rar")),
            new Signature(0, "7z\u00bc\u00af", safe("application/x-7z-compressed")),
            new Signature(0, "\u001f\u008b", safe("application/gzip")),
            new Signature(0, "x\u009f>\"", safe("application/vnd.ms-tnef")),
            new Signature(0, "BEGIN:VCALENDAR", safe("text/calendar")),
            new Signature(0, "BEGIN:VCARD", safe("text/vcard")),
            new Signature(0, "MZ", PROGRAM),
            new Signature(0, "\u007fELF", PROGRAM),
            new Signature(0, "\u00ca\u00fe\u00ba\u00be", PROGRAM),
            new Signature(0, "\u00cf\u00fa\u00ed\u00fe", PROGRAM),
            new Signature(0, "\u00fe\u00ed\u00fa", PROGRAM),
            new Signature(0, "#!", PROGRAM));

    private static FileKind safe(String mediaType) {
        return new FileKind(mediaType, false);
    }

    static FileKind of(byte[] content, String name) {
        FileKind byContent = byContent(content);
        boolean dangerous = byContent.dangerous || DANGEROUS_EXTENSIONS.contains(FileNames.extension(name));
        return new FileKind(byContent.mediaType, dangerous);
    }

    private static FileKind byContent(byte[] content) {
        String head = new String(content, 0, Math.min(content.length, 1024), StandardCharsets.ISO_8859_1);
        if (head.startsWith("PK\u0003\u0004")) {
            return zip(content);
        }
        return SIGNATURES.stream()
                .filter(signature -> head.startsWith(signature.bytes, signature.offset))
                .map(Signature::kind)
                .findFirst()
                .orElseGet(() -> textual(head));
    }

    private static FileKind textual(String head) {
        String lower = head.toLowerCase(Locale.ROOT);
        if (lower.contains("<html") || lower.contains("<script") || lower.contains("<!doctype html")) {
            return PAGE;
        }
        if (lower.contains("<svg")) {
            return new FileKind("image/svg+xml", true);
        }
        boolean text = head.chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f');
        return text && !head.isEmpty() ? safe("text/plain") : UNKNOWN;
    }

    /** Office files are archives; a program or a macro inside makes any archive dangerous. */
    private static FileKind zip(byte[] content) {
        FileKind kind = ZIP;
        for (String entry : ZipDirectory.names(content)) {
            boolean dangerous =
                    entry.endsWith("vbaProject.bin") || DANGEROUS_EXTENSIONS.contains(FileNames.extension(entry));
            if (dangerous) {
                return new FileKind(kind.mediaType, true);
            }
            kind = kind.equals(ZIP) ? office(entry) : kind;
        }
        return kind;
    }

    private static FileKind office(String entry) {
        String open = "application/vnd.openxmlformats-officedocument.";
        if (entry.startsWith("word/")) {
            return safe(open + "wordprocessingml.document");
        } else if (entry.startsWith("xl/")) {
            return safe(open + "spreadsheetml.sheet");
        } else if (entry.startsWith("ppt/")) {
            return safe(open + "presentationml.presentation");
        }
        return ZIP;
    }
}
