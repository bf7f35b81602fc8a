package mx.gob.edomex.catgem.channel.mail;

/** The mail cannot be shown as a contact; it goes to quarantine with its reason. */
final class MailUnreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final QuarantineReason reason;

    MailUnreadable(QuarantineReason reason) {
        super(reason.name());
        this.reason = reason;
    }

    QuarantineReason reason() {
        return reason;
    }
}
