package mx.gob.edomex.catgem.channel;

/** What the cleaned HTML of a mail carries for the screen that shows it; nothing in it loads by itself. */
public final class MailMarkup {

    /** On an {@code img} without source: the address of a remote image, loaded only when the reader asks. */
    public static final String REMOTE_IMAGE = "data-remote-src";

    /** On an {@code img} without source: the id of the stored attachment that is the picture. */
    public static final String ATTACHED_IMAGE = "data-attachment";

    /** Class of the {@code details} element around quoted mails and signatures. */
    public static final String FOLD_CLASS = "mail-fold";

    private MailMarkup() {}
}
