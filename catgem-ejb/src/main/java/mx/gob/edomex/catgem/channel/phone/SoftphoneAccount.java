package mx.gob.edomex.catgem.channel.phone;

/**
 * What a page registers with at the exchange.
 *
 * @param secret known to the page and the exchange only, and worth nothing once the account is over
 */
public record SoftphoneAccount(String name, String secret) {

    /** Without the secret. */
    @Override
    public String toString() {
        return name;
    }
}
