package mx.gob.edomex.catgem.channel.mail;

/**
 * What the mail server said.
 *
 * @param reply three digits of SMTP, or a word of ours; never text, which could quote an address
 */
record SendOutcome(Verdict verdict, String reply) {

    enum Verdict {
        /** The server took responsibility. */
        ACCEPTED,
        /** Permanent (5xx): trying again would change nothing. */
        REFUSED,
        /** Temporary (4xx): this mail later. */
        DEFERRED,
        /** No conversation at all: every mail later. */
        AWAY
    }

    static SendOutcome of(Verdict verdict, String reply) {
        return new SendOutcome(verdict, reply);
    }
}
