package mx.gob.edomex.catgem.channel;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Files the centre takes from citizens on any channel, recognised by their content; what a name or a header claims
 * counts for nothing. Anything else is {@link Optional#empty()}.
 */
public enum FileType {
    PDF("application/pdf", "pdf"),
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    WEBP("image/webp", "webp"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx");

    private final String mediaType;
    private final String extension;

    FileType(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    public String extension() {
        return extension;
    }

    public static Optional<FileType> of(byte[] content) {
        return Arrays.stream(values()).filter(type -> type.matches(content)).findFirst();
    }

    private boolean matches(byte[] content) {
        return switch (this) {
            case PDF -> at(content, 0, "%PDF-");
            case JPEG -> at(content, 0, "\u00ff\u00d8\u00ff");
            case PNG -> at(content, 0, "\u0089PNG\r\n\u001a\n");
            case WEBP -> at(content, 0, "RIFF") && at(content, 8, "WEBP");
            // A zip whose entries include Word's main part and no macro storage.
            case DOCX ->
                at(content, 0, "PK\u0003\u0004")
                        && contains(content, "word/document.xml")
                        && !contains(content, "vbaProject.bin");
        };
    }

    private static boolean at(byte[] content, int offset, String mark) {
        byte[] bytes = mark.getBytes(StandardCharsets.ISO_8859_1);
        return content.length >= offset + bytes.length
                && Arrays.equals(content, offset, offset + bytes.length, bytes, 0, bytes.length);
    }

    private static boolean contains(byte[] content, String mark) {
        return new String(content, StandardCharsets.ISO_8859_1).contains(mark);
    }
}
