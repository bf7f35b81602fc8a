package mx.gob.edomex.catgem.channel.mail;

import java.util.Set;

/** What kind of sender is behind a mail; only a person gets an automatic answer. */
enum MailNature {
    PERSONAL,
    /** A machine's answer: out of office, receipts, tickets. */
    AUTOMATIC,
    /** Lists and newsletters. */
    BULK,
    /** A mail server's report on a delivery. */
    BOUNCE,
    /** Our own mail come back. */
    OWN;

    private static final Set<String> BULK_PRECEDENCE = Set.of("bulk", "list", "junk");

    /** RFC 3834 §2, RFC 5230 §4.6, RFC 2919, RFC 3464 and the habits of Exchange. */
    static MailNature of(MailHeaders headers, String ownAddress) {
        if (isBounce(headers)) {
            return BOUNCE;
        }
        if (headers.sender()
                .filter(sender -> Addresses.isOwn(ownAddress, sender))
                .isPresent()) {
            return OWN;
        }
        if (headers.first("List-Id").isPresent()
                || headers.first("List-Unsubscribe").isPresent()
                || BULK_PRECEDENCE.contains(headers.word("Precedence"))) {
            return BULK;
        }
        return isAutomatic(headers) ? AUTOMATIC : PERSONAL;
    }

    private static boolean isBounce(MailHeaders headers) {
        MediaType type = MediaType.of(headers.first("Content-Type").orElse(null));
        boolean report = type.name().equals("multipart/report")
                && (type.reportType() == null || type.reportType().equalsIgnoreCase("delivery-status"));
        String sender = headers.sender().orElse("");
        boolean daemon = sender.startsWith("mailer-daemon@") || sender.startsWith("postmaster@");
        boolean fromDaemon = daemon && (headers.word("Return-Path").equals("<>") || isAutomatic(headers));
        return report || fromDaemon || headers.first("X-Failed-Recipients").isPresent();
    }

    private static boolean isAutomatic(MailHeaders headers) {
        String submitted = headers.word("Auto-Submitted");
        boolean byMachine = !submitted.isEmpty() && !submitted.equals("no") && !submitted.startsWith("no;");
        return byMachine
                || headers.first("X-Auto-Response-Suppress").isPresent()
                || headers.first("X-Autoreply").isPresent()
                || headers.first("X-Autorespond").isPresent()
                || headers.word("Precedence").equals("auto_reply")
                || headers.word("Return-Path").equals("<>")
                || MediaType.of(headers.first("Content-Type").orElse(null))
                        .name()
                        .equals("multipart/report");
    }
}
