package mx.gob.edomex.catgem.channel;

/** Which files may pass between citizen and centre where each is chosen by hand: in a chat, and in any answer. */
public final class FilePolicy {
    /** Bytes in one file. */
    public static final int MAX_BYTES = 5 * 1024 * 1024;

    /** Files of one answer. */
    public static final int MAX_FILES = 5;

    /** Bytes of all files of one answer: a third more as a mail, which most servers still take. */
    public static final int MAX_TOTAL_BYTES = 12 * 1024 * 1024;

    private static final int MAX_NAME = 120;

    private FilePolicy() {}

    /**
     * @throws FileTooLarge above {@link #MAX_BYTES}
     * @throws FileTypeNotAllowed when its content, whatever its name says, is of no type the centre takes
     */
    public static FileType check(byte[] content) {
        if (content.length > MAX_BYTES) {
            throw new FileTooLarge();
        }
        return FileType.of(content).orElseThrow(FileTypeNotAllowed::new);
    }

    /** Without folders, with the extension of what the file really is. */
    public static String name(String claimed, FileType type) {
        String plain = PlainText.of(claimed)
                .replaceAll("^.*[/\\\\]", "")
                .replaceAll("[\\s\"<>:|?*]+", " ")
                .strip();
        int dot = plain.lastIndexOf('.');
        String stem = dot > 0 ? plain.substring(0, dot) : plain;
        String kept = stem.isBlank() ? "archivo" : stem.substring(0, Math.min(stem.length(), MAX_NAME));
        return kept + "." + type.extension();
    }
}
