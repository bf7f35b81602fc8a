package mx.gob.edomex.catgem.channel.mail;

/**
 * A leaf of a mail with its transfer encoding undone.
 *
 * @param mediaType as claimed, lower case, without parameters
 * @param fileName as claimed and decoded, or null
 * @param contentId without angle brackets, or null
 */
@SuppressWarnings("ArrayRecordComponent") // never compared by value
record MailPart(String mediaType, String charset, String fileName, String contentId, byte[] content) {

    boolean isImage() {
        return mediaType.startsWith("image/");
    }
}
